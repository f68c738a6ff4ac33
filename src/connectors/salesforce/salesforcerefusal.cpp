#include "connectors/salesforce/salesforcerefusal.h"

#include "connectors/common/answers.h"
#include "connectors/salesforce/salesforceids.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::Refusal", text);
}

/// The first record that a duplicate rule found. The key is spelled without its l in some versions.
QString duplicateOf(JsonView error)
{
    for (const char *key : {"duplicateResult", "duplicateResut"}) {
        for (const JsonView match : error[key]["matchResults"]) {
            const QString id = longId(match["matchRecords"].at(0)["record"]["Id"].text());
            if (!id.isEmpty())
                return id;
        }
    }
    return {};
}

/// "duplicate value found: Key__c duplicates value on record with id: 003..."; it may be "<unknown>" instead.
QString holderOf(const QString &words)
{
    static const QRegularExpression id(u"record with id: ([0-9A-Za-z]{15,18})"_s);
    return longId(id.match(words).captured(1));
}

/// "No such column 'Level__c' on entity 'Contact'", "... on sobject of type Contact": the name stands in the text only.
QString columnIn(const QString &words)
{
    static const QRegularExpression column(u"No such column '([A-Za-z0-9_]+)'"_s);
    return column.match(words).captured(1);
}

const QHash<QString, ErrorKind> &kindsOfCodes()
{
    static const QHash<QString, ErrorKind> kinds{
        {u"INVALID_SESSION_ID"_s, ErrorKind::Authentication},
        {u"INVALID_AUTH_HEADER"_s, ErrorKind::Authentication},
        {u"REQUEST_LIMIT_EXCEEDED"_s, ErrorKind::RateLimit},
        {u"INSUFFICIENT_ACCESS"_s, ErrorKind::Permission},
        {u"INSUFFICIENT_ACCESS_OR_READONLY"_s, ErrorKind::Permission},
        {u"INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"_s, ErrorKind::Permission},
        {u"API_DISABLED_FOR_ORG"_s, ErrorKind::Permission},
        {u"API_CURRENTLY_DISABLED"_s, ErrorKind::Permission},
        {u"INVALID_TYPE"_s, ErrorKind::Permission}, // an object that the user may not see is as good as none
        {u"NOT_FOUND"_s, ErrorKind::NotFound},
        {u"ENTITY_IS_DELETED"_s, ErrorKind::NotFound}, // with 404 or 400: sources disagree, so never by status
        {u"DUPLICATE_VALUE"_s, ErrorKind::Conflict},
        {u"DUPLICATES_DETECTED"_s, ErrorKind::Conflict},
        {u"UNABLE_TO_LOCK_ROW"_s, ErrorKind::Server},
        {u"QUERY_TIMEOUT"_s, ErrorKind::Server},
        {u"UNKNOWN_EXCEPTION"_s, ErrorKind::Server},
        {u"SERVER_UNAVAILABLE"_s, ErrorKind::Server},
        {u"invalid_grant"_s, ErrorKind::Authentication},
        {u"inactive_user"_s, ErrorKind::Authentication},
        {u"inactive_org"_s, ErrorKind::Authentication},
    };
    return kinds;
}

QString remedyOfCode(const Refusal &refusal)
{
    if (refusal.isCrowded())
        return tr("Too many long requests run at once. The next run tries again.");
    if (refusal.code == "API_DISABLED_FOR_ORG"_L1 || refusal.code == "API_CURRENTLY_DISABLED"_L1)
        return tr(
            "Have an administrator allow this user the permission “API Enabled”; the smallest editions have no API.");
    if (refusal.code == "DUPLICATES_DETECTED"_L1)
        return tr("Merge the two in Salesforce, link them here, or have an administrator change the duplicate rule.");
    if (refusal.code == "UNABLE_TO_LOCK_ROW"_L1)
        return tr("Another program was changing the same records. The next run tries again.");
    if (refusal.code == "INVALID_FIELD"_L1 || refusal.code == "INVALID_FIELD_FOR_INSERT_UPDATE"_L1)
        return tr("Read the field list again: the field is gone, or this user may not see or write it.");
    if (refusal.code == "FIELD_CUSTOM_VALIDATION_EXCEPTION"_L1
        || refusal.code == "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"_L1)
        return tr("A rule of your Salesforce refuses the record: correct the value, or have an administrator change "
                  "the rule.");
    if (refusal.code == "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"_L1)
        return tr("Add the value to the picklist in Salesforce, or translate it with a lookup in the mapping.");
    return {};
}

QString remedyOf(ErrorKind kind, const Refusal &refusal)
{
    if (const QString remedy = remedyOfCode(refusal); !remedy.isEmpty())
        return remedy;
    if (const QString usual = usualRemedy(kind); !usual.isEmpty())
        return usual;
    if (kind == ErrorKind::Authentication)
        return tr("Sign in to Salesforce again with: syncline-cli integration reconnect NAME");
    if (kind == ErrorKind::Permission)
        return tr("Have an administrator give the connected user the right to it in Salesforce, then try again.");
    if (kind == ErrorKind::RateLimit)
        return tr("The calls of any 24 hours are used up. Try again in some hours, or sync less often.");
    if (kind == ErrorKind::NotFound)
        return tr("Check whether the record still exists in Salesforce.");
    return tr("Try again later; Salesforce tells at status.salesforce.com whether it has troubles.");
}

} // namespace

bool Refusal::isCrowded() const
{
    return code == "REQUEST_LIMIT_EXCEEDED"_L1 && words.contains("Concurrent"_L1);
}

Refusal readRefusal(JsonView errors)
{
    Refusal refusal;
    if (errors.isObject()) {
        refusal.code = errors["error"].text();
        refusal.words = errors["error_description"].text();
        return refusal;
    }
    const JsonView error = errors.at(0);
    refusal.code = error["errorCode"].text();
    if (refusal.code.isEmpty()) // so it is called in rows of a collection
        refusal.code = error["statusCode"].text();
    refusal.words = error["message"].text();
    for (const JsonView field : error["fields"])
        refusal.fields.append(field.text());
    if (const QString column = columnIn(refusal.words); refusal.fields.isEmpty() && !column.isEmpty())
        refusal.fields.append(column);
    refusal.existingId = duplicateOf(error);
    if (refusal.existingId.isEmpty() && refusal.code == "DUPLICATE_VALUE"_L1)
        refusal.existingId = holderOf(refusal.words);
    return refusal;
}

ErrorKind kindOf(const Refusal &refusal, int status)
{
    const auto kind = kindsOfCodes().constFind(refusal.code);
    if (kind != kindsOfCodes().cend())
        return *kind;
    // What the id itself refers to is gone; with a field it is a value that refers to nothing.
    if (refusal.code == "INVALID_CROSS_REFERENCE_KEY"_L1)
        return refusal.fields.isEmpty() ? ErrorKind::NotFound : ErrorKind::Validation;
    switch (status) {
    case 412:
        return ErrorKind::Conflict;
    case 414:
    case 431:
        return ErrorKind::Validation;
    case 420: // the org has run out or moved
        return ErrorKind::Authentication;
    default:
        return status >= 200 && status < 300 ? ErrorKind::Validation : errorKindOfStatus(status);
    }
}

Error errorOf(const Refusal &refusal, int status, const QString &about, const Secrets &secrets)
{
    Error error;
    error.kind = kindOf(refusal, status);
    const QString words = providerWords(refusal.words, secrets);
    error.message = words.isEmpty() ? tr("%1: Salesforce answered with status %2.").arg(about).arg(status)
                                    : tr("%1: Salesforce says \"%2\".").arg(about, words);
    error.remedy = remedyOf(error.kind, refusal);
    QStringList said{words, refusal.code};
    said.removeAll(QString());
    error.providerMessage = said.join(u" · "_s);
    error.fields = refusal.fields;
    return error;
}

} // namespace syncline::connectors::salesforce
