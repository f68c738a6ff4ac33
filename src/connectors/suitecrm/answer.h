#pragma once

#include "connectors/net/httpclient.h"
#include "foundation/json.h"

/// Reading SuiteCRM's answers: nearly every refusal is a 400, and only its English text tells them apart
/// (docs/crm/suitecrm.md, section 11).
namespace syncline::connectors::suitecrm {

struct Refusal
{
    enum class Reason {
        Gone,      ///< no such record, or deleted
        Forbidden, ///< by a role, or the module is closed to the API
        Exists,    ///< create: the id is taken, perhaps by a deleted record
        BadId,     ///< ids of imported records that the single-record addresses refuse
        Invalid,   ///< any other 400
        SignIn,    ///< 401
        TooFast,   ///< 429
        NoRoute,   ///< 404, 405: nothing was carried out; the site moved or was reconfigured
        Broken,    ///< 5xx, database failure, or an answer that is not SuiteCRM's
    };
    Reason reason = Reason::Broken;
    QString detail;     ///< SuiteCRM's words; may be empty
    QString id;         ///< the record that is gone, if named
    QStringList fields; ///< the attributes that SuiteCRM does not take, if named
};

/// Why an answer that is no success was given.
Refusal readRefusal(const HttpResponse &answer);
/// The refusal for people; `doing` is a whole sentence such as "SuiteCRM did not list Contacts."
Error refusalError(const Refusal &refusal, const QString &doing);
/// The JSON of an answer that must be a success and whole.
Result<JsonDocument> successDocument(const Result<HttpResponse> &answer, const QString &doing);

} // namespace syncline::connectors::suitecrm
