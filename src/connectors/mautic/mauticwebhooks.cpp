#include "connectors/mautic/mauticwebhooks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::MauticWebhooks", text);
}

struct Trigger
{
    const char *name;
    const char *record; ///< key of the record in an event
    const char *entity;
    bool isGone = false;
};

constexpr Trigger triggers[] = {
    {"mautic.lead_post_save_new", "contact", "contacts"},
    {"mautic.lead_post_save_update", "contact", "contacts"},
    {"mautic.lead_points_change", "contact", "contacts"},
    {"mautic.lead_channel_subscription_changed", "contact", "contacts"},
    {"mautic.lead_company_change", "contact", "contacts"},
    {"mautic.lead_list_change", "contact", "contacts"},
    {"mautic.lead_post_delete", "contact", "contacts", true},
    {"mautic.company_post_save", "company", "companies"},
    {"mautic.company_post_delete", "company", "companies", true},
};

/// Numbers come as numbers, or as texts.
QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

class Reader final : public WebhookReader
{
public:
    Verdict verify(const Delivery &delivery, const QByteArray &key, std::chrono::milliseconds) const override
    {
        const QByteArray given = delivery.header("Webhook-Signature");
        const bool isSigned = !key.isEmpty() && !given.isEmpty()
            && isSameText(given, hmacSha256(delivery.body, key).toBase64());
        return isSigned ? Verdict::Genuine : Verdict::Forged;
    }

    Result<QList<WebhookEvent>> read(const Delivery &delivery) const override
    {
        const QJsonDocument document = QJsonDocument::fromJson(delivery.body);
        if (!document.isObject())
            return failure(ErrorKind::Validation, tr("The body is not Mautic's."));
        const QJsonObject body = document.object();
        QList<WebhookEvent> events;
        for (const Trigger &trigger : triggers) {
            const QJsonArray entries = body.value(QLatin1StringView(trigger.name)).toArray();
            for (const QJsonValue &entry : entries)
                events << eventOf(trigger, entry.toObject());
        }
        return events;
    }

    Delivery probe(const QByteArray &url, const QByteArray &key, std::chrono::milliseconds) const override
    {
        const QByteArray body = "{}";
        return {"POST", url, {{"Webhook-Signature", hmacSha256(body, key).toBase64()}}, body};
    }

    Key key() const override { return Key::Ours; }

private:
    static WebhookEvent eventOf(const Trigger &trigger, const QJsonObject &entry)
    {
        WebhookEvent event;
        event.entity = QString::fromLatin1(trigger.entity);
        if (!trigger.isGone)
            event.id = idText(entry.value(QLatin1StringView(trigger.record))["id"_L1]);
        event.key = trigger.name + QJsonDocument(entry).toJson(QJsonDocument::Compact);
        const auto at = QDateTime::fromString(entry.value("timestamp"_L1).toString(), Qt::ISODate);
        if (at.isValid())
            event.at = std::chrono::milliseconds(at.toMSecsSinceEpoch());
        return event;
    }
};

} // namespace

std::unique_ptr<WebhookReader> makeMauticWebhookReader()
{
    return std::make_unique<Reader>();
}

} // namespace syncline::connectors

namespace syncline::connectors::mautic {

Hooks::Hooks(std::unique_ptr<HttpClient> client, const Secrets &secrets)
    : m_client(std::move(client))
    , m_api(*m_client, secrets)
{
}

Result<QString> Hooks::subscribe(const QUrl &address, const QByteArray &key, std::stop_token stop)
{
    QJsonArray wanted;
    for (const Trigger &trigger : triggers)
        wanted.append(QString::fromLatin1(trigger.name));
    const QJsonObject hook{{u"name"_s, u"Syncline"_s},
                           {u"description"_s, tr("Tells Syncline which contacts and companies changed.")},
                           {u"webhookUrl"_s, QString::fromUtf8(address.toEncoded())},
                           {u"secret"_s, QString::fromUtf8(key)},
                           {u"eventsOrderbyDir"_s, u"ASC"_s},
                           {u"triggers"_s, wanted},
                           {u"isPublished"_s, true}};
    const auto answer = m_api.change("POST", "/hooks/new", hook, std::move(stop));
    if (!answer)
        return failure(answer.error());
    const QString id = answer->isJson ? answer->root()["hook"]["id"].text() : QString();
    if (!answer->response.isSuccess() || id.isEmpty())
        return failure(m_api.refusal(*answer, tr("The webhook in %1").arg(m_api.site())));
    return id;
}

Result<void> Hooks::unsubscribe(const QString &id, std::stop_token stop)
{
    const auto answer = m_api.change("DELETE", "/hooks/" + id.toUtf8() + "/delete", {}, std::move(stop));
    if (!answer)
        return failure(answer.error());
    constexpr int gone = 404;
    if (answer->response.isSuccess() || answer->response.status == gone)
        return {};
    return failure(m_api.refusal(*answer, tr("The webhook %1 in %2").arg(id, m_api.site())));
}

} // namespace syncline::connectors::mautic
