#include "connectors/suitecrm/answer.h"

#include "connectors/net/notices.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr int longestDetail = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

QString captured(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern).match(text).captured(1);
}

/// `errors` is an object here, not a list; older and foreign shapes are understood too.
QString detailOf(const JsonView &root)
{
    const JsonView errors = root["errors"].isArray() ? root["errors"].at(0) : root["errors"];
    for (const JsonView &text :
         {errors["detail"], errors["title"], root["error_description"], root["message"], root["error"]}) {
        if (text.isString() && !text.text().trimmed().isEmpty())
            return text.text().trimmed().left(longestDetail);
    }
    return {};
}

Refusal::Reason reasonOf400(const Refusal &refusal)
{
    const QString &detail = refusal.detail;
    if (!refusal.id.isEmpty())
        return Refusal::Reason::Gone;
    if (detail.contains("AccessDeniedException"_L1) || detail.contains("[Not Allowed]"_L1))
        return Refusal::Reason::Forbidden;
    if (detail.contains("is already exist"_L1))
        return Refusal::Reason::Exists;
    if (detail.contains("Database failure"_L1))
        return Refusal::Reason::Broken;
    if (detail.startsWith("The option \"id\" with value"_L1))
        return Refusal::Reason::BadId;
    return Refusal::Reason::Invalid;
}

Refusal::Reason reasonOf(int status, const Refusal &refusal)
{
    switch (status) {
    case 400:
        return reasonOf400(refusal);
    case 401:
        return Refusal::Reason::SignIn;
    case 403:
        return Refusal::Reason::Forbidden;
    case 422:
        return Refusal::Reason::Invalid;
    case 404:
    case 405:
        return Refusal::Reason::NoRoute;
    case 429:
        return Refusal::Reason::TooFast;
    }
    return Refusal::Reason::Broken;
}

ErrorKind kindOf(Refusal::Reason reason)
{
    switch (reason) {
    case Refusal::Reason::Gone:
        return ErrorKind::NotFound;
    case Refusal::Reason::Forbidden:
        return ErrorKind::Permission;
    case Refusal::Reason::Exists:
        return ErrorKind::Conflict;
    case Refusal::Reason::BadId:
    case Refusal::Reason::Invalid:
        return ErrorKind::Validation;
    case Refusal::Reason::SignIn:
        return ErrorKind::Authentication;
    case Refusal::Reason::TooFast:
        return ErrorKind::RateLimit;
    case Refusal::Reason::NoRoute:
    case Refusal::Reason::Broken:
        return ErrorKind::Server;
    }
    return ErrorKind::Server;
}

QString remedyOf(Refusal::Reason reason)
{
    switch (reason) {
    case Refusal::Reason::Gone:
        return tr("The record was deleted in SuiteCRM; the next run takes that in.");
    case Refusal::Reason::Forbidden:
        return tr(
            "Have a SuiteCRM administrator give the role of the sync's user access to this module and its records.");
    case Refusal::Reason::Exists:
        return tr("Look for the record in SuiteCRM, also among the deleted ones.");
    case Refusal::Reason::BadId:
        return tr("The record has an id of an unusual form; change it in SuiteCRM by hand.");
    case Refusal::Reason::Invalid:
        return tr("Correct the value, or the mapping of the field.");
    case Refusal::Reason::SignIn:
        return tr("Sign in again.");
    case Refusal::Reason::TooFast:
        return tr("Try again later.");
    case Refusal::Reason::NoRoute:
        return tr("Check that SuiteCRM still lives at this address, then test the connection.");
    case Refusal::Reason::Broken:
        return tr("Try again; if it stays so, look into suitecrm.log and the web server's error log.");
    }
    return {};
}

} // namespace

Refusal readRefusal(const HttpResponse &answer)
{
    Refusal refusal;
    // After a database failure the plain text of the error follows the JSON, so only its beginning is read.
    if (const auto document = JsonDocument::parseLeading(withoutNotices(answer.body)))
        refusal.detail = detailOf(document->root());
    // "field ... is not found" speaks of fields, so the id is part of the pattern.
    refusal.id = captured(refusal.detail, u"module with id (\\S+) is not found"_s);
    const QString property = captured(refusal.detail, u"^Property (\\S+) in \\S+ module is invalid"_s);
    if (!property.isEmpty())
        refusal.fields << property;
    refusal.reason = reasonOf(answer.status, refusal);
    return refusal;
}

Error refusalError(const Refusal &refusal, const QString &doing)
{
    return {kindOf(refusal.reason), doing, remedyOf(refusal.reason), refusal.detail, refusal.fields, false};
}

Result<JsonDocument> successDocument(const Result<HttpResponse> &answer, const QString &doing)
{
    if (!answer)
        return failure(answer.error());
    if (!answer->isSuccess())
        return failure(refusalError(readRefusal(*answer), doing));
    auto document = JsonDocument::parse(withoutNotices(answer->body));
    if (!document) {
        return failure(ErrorKind::Server, doing,
                       tr("Its answer was not whole. Try again; if it stays so, look for a proxy or a PHP error "
                          "message in between."));
    }
    return document;
}

} // namespace syncline::connectors::suitecrm
