#include "connectors/activecampaign/refusals.h"

#include "connectors/common/answers.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// Words of one entry: "title: detail". Either may be missing.
QString entryWords(JsonView entry)
{
    const QString title = entry["title"].text(), detail = entry["detail"].text();
    if (title.isEmpty() || detail.isEmpty() || title == detail)
        return title.isEmpty() ? detail : title;
    return title + u": "_s + detail;
}

QString wordsOf(JsonView root)
{
    if (root["errors"].isString())
        return root["errors"].text();
    QStringList words;
    for (const JsonView entry : root["errors"]) {
        if (const QString said = entryWords(entry); !said.isEmpty() && !words.contains(said))
            words.append(said);
    }
    for (const auto key : {"message", "error"}) {
        if (const QString said = root[key].text(); !said.isEmpty())
            words.append(said);
    }
    return words.join(u"; "_s);
}

QStringList guiltyFields(JsonView root)
{
    QStringList names;
    for (const JsonView entry : root["errors"]) {
        const QString pointer = entry["source"]["pointer"].text();
        const QString name = pointer.mid(pointer.lastIndexOf(u'/') + 1);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

ErrorKind kindOf(const HttpResponse &response, JsonView root, bool isJson)
{
    if (response.isSuccess())
        return ErrorKind::Server; // a success that could not be used
    if (isDuplicate(root))
        return ErrorKind::Conflict;
    if (saysNoResult(response.body))
        return ErrorKind::NotFound;
    if (response.status == 422)
        return ErrorKind::Validation;
    if (response.status == 402)
        return ErrorKind::Permission;
    if (response.status == 404 && !isJson)
        return ErrorKind::Server; // some page of another program
    return errorKindOfStatus(response.status);
}

QString remedyOf(ErrorKind kind, int status)
{
    if (status == 402)
        return tr("Have the owner of the ActiveCampaign account look at its plan and payment.");
    if (const QString usual = usualRemedy(kind); !usual.isEmpty())
        return usual;
    if (kind == ErrorKind::Authentication)
        return tr("Copy the key again: in ActiveCampaign, Settings, Developer.");
    if (kind == ErrorKind::Permission)
        return tr("Have an administrator of ActiveCampaign give the group of the key's user this right: Settings, "
                  "Users and Groups. If nothing may be read at all, copy the key again: Settings, Developer.");
    if (kind == ErrorKind::NotFound)
        return tr("Look whether the record still exists in ActiveCampaign.");
    if (kind == ErrorKind::RateLimit)
        return tr("Try again later, or lower rate_per_second of this integration.");
    return tr("Try again later; status.activecampaign.com tells whether the service has trouble.");
}

} // namespace

bool saysNoResult(const QByteArray &body)
{
    const QByteArray words = body.left(2000).toLower();
    return words.contains("no result found") || words.contains("not found\"");
}

bool isDuplicate(JsonView root)
{
    for (const JsonView entry : root["errors"]) {
        if (entry["code"].text() == "duplicate"_L1)
            return true;
    }
    return root["error"].text().startsWith("Duplicate entry"_L1);
}

Error refusalOf(const HttpResponse &response, JsonView root, bool isJson, const QString &about, const Secrets &secrets)
{
    Error error;
    error.kind = kindOf(response, root, isJson);
    error.providerMessage = providerWords(isJson ? wordsOf(root) : QString::fromUtf8(response.body.left(2000)),
                                          secrets);
    if (!isJson) {
        error.message = tr("%1: the answer is not ActiveCampaign's (status %2).").arg(about).arg(response.status);
    } else if (error.providerMessage.isEmpty()) {
        error.message = tr("%1: ActiveCampaign answered with status %2.").arg(about).arg(response.status);
    } else {
        error.message = tr("%1: ActiveCampaign says \"%2\".").arg(about, error.providerMessage);
    }
    error.remedy = remedyOf(error.kind, response.status);
    error.fields = guiltyFields(root);
    return error;
}

} // namespace syncline::connectors::activecampaign
