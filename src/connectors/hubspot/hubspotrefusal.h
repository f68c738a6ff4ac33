#pragma once

#include "connectors/net/signin.h"
#include "foundation/json.h"

namespace syncline::connectors::hubspot {

/// What HubSpot says when it does not do something: the body of an answer, or one entry of a batch's "errors".
struct Refusal
{
    QString words;    ///< its message; of a refused value, the property and its message
    QString category; ///< "VALIDATION_ERROR", "OBJECT_NOT_FOUND", ...
    QString correlationId;
    QStringList properties; ///< that it named as guilty
    QStringList scopes;     ///< that the sign-in lacks
    QStringList ids;        ///< of a batch: the records it concerns
    QStringList traces;     ///< of a batch: the objectWriteTraceIds it concerns

    bool isEmpty() const { return words.isEmpty() && category.isEmpty(); }
};
Refusal readRefusal(JsonView error);

/// By its category, else by the status of the whole answer.
ErrorKind kindOf(const Refusal &refusal, int status);

/// For people, about the thing that is named ("Record 12 of contacts"), in HubSpot's own words without secrets.
Error errorOf(const Refusal &refusal, int status, const QString &about, const Secrets &secrets);

/// "Contact already exists. Existing ID: 6001": the id stands in the text only. "" where there is none.
QString existingId(const Refusal &refusal);

} // namespace syncline::connectors::hubspot
