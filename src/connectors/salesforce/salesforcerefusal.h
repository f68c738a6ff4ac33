#pragma once

#include "connectors/net/signin.h"
#include "foundation/json.h"

namespace syncline::connectors::salesforce {

/// What Salesforce says when it does not do something: the first error of an answer, or of one row of a collection.
struct Refusal
{
    QString code;       ///< "REQUIRED_FIELD_MISSING"
    QString words;      ///< its message
    QStringList fields; ///< that it named as guilty
    QString existingId; ///< of the record that has the value already, or looks alike; "" where none is told

    bool isEmpty() const { return code.isEmpty() && words.isEmpty(); }
    /// Too many long requests at once: over in seconds, other than the day's quota, which has the same code.
    bool isCrowded() const;
};
/// From a list of errors, or one of a sign-in ({"error": ..., "error_description": ...}).
Refusal readRefusal(JsonView errors);

/// By its code, else by the status of the whole answer.
ErrorKind kindOf(const Refusal &refusal, int status);

/// For people, about the thing that is named ("Record 003... of Contact"), in Salesforce's own words without secrets.
Error errorOf(const Refusal &refusal, int status, const QString &about, const Secrets &secrets);

} // namespace syncline::connectors::salesforce
