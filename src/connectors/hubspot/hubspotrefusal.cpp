#include "connectors/hubspot/hubspotrefusal.h"

#include "connectors/common/answers.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Refusal", text);
}

QStringList textsOf(JsonView list)
{
    QStringList texts;
    for (const JsonView entry : list)
        texts.append(entry.text());
    return texts;
}

/// `Property values were not valid: [{"name":"color","message":"..."}]`: JSON inside a text.
void readNested(Refusal &refusal)
{
    const qsizetype bracket = refusal.words.indexOf("[{"_L1);
    if (bracket < 0)
        return;
    const auto nested = JsonDocument::parseLeading(refusal.words.mid(bracket).toUtf8());
    if (!nested || !nested->root().isArray())
        return;
    QStringList words;
    for (const JsonView entry : nested->root()) {
        const QString property = entry["name"].text();
        if (!property.isEmpty())
            refusal.properties.append(property);
        words.append(property.isEmpty() ? entry["message"].text() : property + u": "_s + entry["message"].text());
    }
    refusal.words = words.join(u"; "_s);
}

void readContext(Refusal &refusal, JsonView context)
{
    refusal.properties += textsOf(context["propertyName"]);
    refusal.scopes += textsOf(context["requiredGranularScopes"]);
    refusal.ids += textsOf(context["ids"]);
    refusal.traces += textsOf(context["objectWriteTraceId"]);
}

QString remedyOf(ErrorKind kind, const Refusal &refusal, int status)
{
    if (status == 477)
        return tr("HubSpot is moving this account to another data centre. Sync again tomorrow.");
    if (status == 423)
        return tr("Another program was changing the same records. The next run tries again.");
    if (const QString usual = usualRemedy(kind); !usual.isEmpty())
        return usual;
    if (kind == ErrorKind::Authentication)
        return tr("Make a new key in HubSpot (Development, Keys, Service keys) and connect this integration again.");
    if (kind == ErrorKind::Permission && refusal.scopes.isEmpty())
        return tr("Give the key in HubSpot the scopes for contacts and companies, then try again.");
    if (kind == ErrorKind::Permission)
        return tr("Give the key in HubSpot these scopes, then try again: %1.").arg(refusal.scopes.join(u", "_s));
    if (kind == ErrorKind::RateLimit)
        return tr("Try again later, or leave more of the limit to other programs with the setting share.");
    if (kind == ErrorKind::NotFound)
        return tr("Check whether the record still exists in HubSpot.");
    return tr("Try again later; HubSpot tells at status.hubspot.com whether it has troubles.");
}

} // namespace

Refusal readRefusal(JsonView error)
{
    Refusal refusal;
    refusal.words = error["message"].text();
    refusal.category = error["category"].text();
    if (refusal.category.isEmpty())
        refusal.category = error["errorType"].text();
    refusal.correlationId = error["correlationId"].text();
    readNested(refusal);
    readContext(refusal, error["context"]);
    for (const JsonView detail : error["errors"])
        readContext(refusal, detail["context"]);
    refusal.properties.removeDuplicates();
    refusal.scopes.removeDuplicates();
    return refusal;
}

ErrorKind kindOf(const Refusal &refusal, int status)
{
    static const QHash<QString, ErrorKind> kinds{{u"VALIDATION_ERROR"_s, ErrorKind::Validation},
                                                 {u"MISSING_REQUIRED_PROPERTY"_s, ErrorKind::Validation},
                                                 {u"MISSING_CONDITIONAL_REQUIRED_PROPERTY"_s, ErrorKind::Validation},
                                                 {u"INVALID_AUTHENTICATION"_s, ErrorKind::Authentication},
                                                 {u"EXPIRED_AUTHENTICATION"_s, ErrorKind::Authentication},
                                                 {u"MISSING_SCOPES"_s, ErrorKind::Permission},
                                                 {u"BANNED"_s, ErrorKind::Permission},
                                                 {u"OBJECT_NOT_FOUND"_s, ErrorKind::NotFound},
                                                 {u"CONFLICT"_s, ErrorKind::Conflict},
                                                 {u"OBJECT_ALREADY_EXISTS"_s, ErrorKind::Conflict},
                                                 {u"RATE_LIMIT"_s, ErrorKind::RateLimit},
                                                 {u"RATE_LIMITS"_s, ErrorKind::RateLimit}};
    const auto kind = kinds.constFind(refusal.category);
    if (kind != kinds.cend())
        return *kind;
    return status == 414 ? ErrorKind::Validation : errorKindOfStatus(status);
}

Error errorOf(const Refusal &refusal, int status, const QString &about, const Secrets &secrets)
{
    Error error;
    error.kind = kindOf(refusal, status);
    const QString words = providerWords(refusal.words, secrets);
    error.message = words.isEmpty() ? tr("%1: HubSpot answered with status %2.").arg(about).arg(status)
                                    : tr("%1: HubSpot says \"%2\".").arg(about, words);
    error.remedy = remedyOf(error.kind, refusal, status);
    QStringList parts{words};
    if (!refusal.category.isEmpty())
        parts.append(refusal.category);
    if (!refusal.correlationId.isEmpty())
        parts.append(u"correlationId "_s + refusal.correlationId);
    parts.removeAll(QString());
    error.providerMessage = parts.join(u" · "_s);
    error.fields = refusal.properties;
    return error;
}

QString existingId(const Refusal &refusal)
{
    static const QRegularExpression digits(u"existing (?:object )?id:?\\s*(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return digits.match(refusal.words).captured(1);
}

} // namespace syncline::connectors::hubspot
