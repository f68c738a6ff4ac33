#pragma once

#include "core/services/reviewtypes.h"
#include "foundation/result.h"

namespace syncline::core {

ConflictCase toConflictCase(const ReviewItem &item);
HeldDelete toHeldDelete(const ReviewItem &item);
HeldRecord toHeldRecord(const ReviewItem &item, const QMap<QString, QString> &integrationNames);

/// How a person settles a conflict.
struct ConflictAnswer
{
    QString take; ///< "hub", "base" or an integration's name; "" with a value or keepApart
    std::optional<Value> value;
    bool keepApart = false;
};

/// The value that the answer gives the whole field, groups with the parts that nobody disputes. Error kind Usage: the
/// conflict has no such side, or one value is given for a group of which several parts differ.
Result<Value> valueOfAnswer(const ReviewItem &item, const ConflictAnswer &answer);

/// What the person saw: "hub" or "integration/remote id" -> whole value (S-8).
QMap<QString, Value> seenValues(const ReviewItem &item);

} // namespace syncline::core
