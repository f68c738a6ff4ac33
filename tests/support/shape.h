#pragma once

#include <QJsonValue>
#include <QString>

namespace syncline::test {

/// Holds a JSON value against a shape and says where it differs; "" where it does not. A shape is JSON itself: an object
/// lists keys that must be there (others may be), an array of one shape fits an array of any length, and a text names a
/// type: "text", "word" (a text that is not empty), "count" (a whole number of 0 or more), "number", "flag", "time"
/// (ISO 8601 UTC), "object", "any", or words of which it must be one: "done|partial". A "?" at its end allows null.
QString shapeProblem(const QJsonValue &shape, const QJsonValue &value, const QString &place = QStringLiteral("$"));

} // namespace syncline::test
