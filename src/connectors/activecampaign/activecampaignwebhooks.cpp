#include "connectors/activecampaign/activecampaignwebhooks.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaignWebhooks", text);
}

/// Of those that its API takes, the ones after which a record may read differently.
constexpr const char *events[] = {"subscribe",         "unsubscribe",         "update",
                                  "contact_tag_added", "contact_tag_removed", "account_add",
                                  "account_update",    "account_contact_add", "account_contact_update",
                                  "deal_add",          "deal_update"};

/// "contact[id]" -> value. Of a key that comes twice, the last.
QMap<QByteArray, QByteArray> formFields(const QByteArray &body)
{
    QMap<QByteArray, QByteArray> fields;
    for (QByteArray part : body.split('&')) {
        part.replace('+', ' ');
        const qsizetype mark = part.indexOf('=');
        if (mark > 0)
            fields.insert(QByteArray::fromPercentEncoding(part.left(mark)),
                          QByteArray::fromPercentEncoding(part.mid(mark + 1)));
    }
    return fields;
}

class Reader final : public WebhookReader
{
public:
    Verdict verify(const Delivery &, const QByteArray &, std::chrono::milliseconds) const override
    {
        return Verdict::Genuine; // nobody else knows the address
    }

    Result<QList<WebhookEvent>> read(const Delivery &delivery) const override
    {
        const auto fields = formFields(delivery.body);
        const QByteArray type = fields.value("type");
        if (type.isEmpty())
            return failure(ErrorKind::Validation, tr("The body is not ActiveCampaign's."));
        WebhookEvent event;
        if (type.startsWith("deal_")) {
            event.entity = u"deals"_s;
            event.id = QString::fromUtf8(fields.value("deal[id]"));
        } else if (type == "account_add" || type == "account_update") {
            event.entity = u"accounts"_s; // where its id stands is not published
        } else if (fields.contains("contact[id]")) {
            event.entity = u"contacts"_s;
            event.id = QString::fromUtf8(fields.value("contact[id]"));
        } else {
            return QList<WebhookEvent>();
        }
        event.key = delivery.body;
        const auto at = QDateTime::fromString(QString::fromUtf8(fields.value("date_time")), Qt::ISODate);
        if (at.isValid())
            event.at = std::chrono::milliseconds(at.toMSecsSinceEpoch());
        return QList<WebhookEvent>{event};
    }

    Delivery probe(const QByteArray &url, const QByteArray &, std::chrono::milliseconds) const override
    {
        return {"POST", url, {}, "type=test"};
    }

    Key key() const override { return Key::None; }
};

} // namespace

std::unique_ptr<WebhookReader> makeActiveCampaignWebhookReader()
{
    return std::make_unique<Reader>();
}

} // namespace syncline::connectors

namespace syncline::connectors::activecampaign {

Hooks::Hooks(std::unique_ptr<HttpClient> client, const Secrets &secrets)
    : m_client(std::move(client))
    , m_api(*m_client, secrets)
{
}

/// Not for what comes over its API, which would tell us of all our own writes.
Result<QString> Hooks::subscribe(const QUrl &address, const QByteArray &, std::stop_token stop)
{
    QJsonArray wanted;
    for (const char *event : events)
        wanted.append(QString::fromLatin1(event));
    const QJsonObject hook{{u"name"_s, u"Syncline"_s},
                           {u"url"_s, QString::fromUtf8(address.toEncoded())},
                           {u"events"_s, wanted},
                           {u"sources"_s, QJsonArray{u"public"_s, u"admin"_s, u"system"_s}},
                           {u"listid"_s, 0}};
    const auto answer = m_api.send(m_api.change("POST", "/webhooks", {{u"webhook"_s, hook}}), std::move(stop));
    if (!answer)
        return failure(answer.error());
    const QString id = answer->root()["webhook"]["id"].text();
    if (!answer->isSuccess() || id.isEmpty())
        return failure(m_api.refusal(*answer, tr("The webhook in %1").arg(m_api.host())));
    return id;
}

Result<void> Hooks::unsubscribe(const QString &id, std::stop_token stop)
{
    const auto answer = m_api.send(m_api.change("DELETE", "/webhooks/" + id.toUtf8()), std::move(stop));
    if (!answer)
        return failure(answer.error());
    constexpr int gone = 404;
    if (answer->response.isSuccess() || answer->response.status == gone)
        return {};
    return failure(m_api.refusal(*answer, tr("The webhook %1 in %2").arg(id, m_api.host())));
}

} // namespace syncline::connectors::activecampaign
