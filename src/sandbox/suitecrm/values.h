#pragma once

#include "sandbox/suitecrm/schema.h"
#include "sandbox/suitecrm/settings.h"

#include <QJsonValue>

#include <cstdint>

namespace syncline::sandbox::suitecrm {

/// What the database keeps of a value that a request sends for this field, all traps included: texts cleaned and
/// cut, foreign dates empty, amounts in text read with the user's separators.
QString storedValue(const Field &field, const QJsonValue &sent, const Settings &settings);

/// JSON of a stored value in an answer, quotes included.
QByteArray deliveredValue(const Field &field, const QString &stored, const Settings &settings);
/// A stored "YYYY-MM-DD HH:MM:SS" as V8 answers print it, without quotes.
QByteArray deliveredTime(const QString &stored, const Settings &settings);

QString databaseTime(std::int64_t utcSeconds);
/// Seconds of a stored "YYYY-MM-DD HH:MM:SS"; -1 if it is none.
std::int64_t secondsOf(const QString &stored);

/// The date-time that MariaDB reads in a filter value: ISO forms with their offset ignored; "" if it cannot.
QString databaseReading(const QString &filterValue);

} // namespace syncline::sandbox::suitecrm
