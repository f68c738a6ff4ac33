#include "connectors/hubspot/hubspotwebhooks.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

constexpr std::chrono::minutes oldest{5};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::HubSpotWebhooks", text);
}

/// What HubSpot decodes of an address before it signs it; the rest stays encoded.
QByteArray signedAddress(QByteArray url)
{
    constexpr std::pair<const char *, char> decoded[] = {
        {"%3A", ':'},  {"%2F", '/'}, {"%3F", '?'}, {"%40", '@'}, {"%21", '!'}, {"%24", '$'},
        {"%27", '\''}, {"%28", '('}, {"%29", ')'}, {"%2A", '*'}, {"%2C", ','}, {"%3B", ';'},
    };
    for (const auto &[code, character] : decoded) {
        url.replace(code, QByteArray(1, character));
        url.replace(QByteArray(code).toLower(), QByteArray(1, character));
    }
    return url;
}

/// The connector's name of an object: "contact.propertyChange", or "object.creation" with a type's number.
QString entityOf(const QString &object, const QString &typeId)
{
    static const QMap<QString, QString> names{
        {u"contact"_s, u"contacts"_s}, {u"company"_s, u"companies"_s}, {u"deal"_s, u"deals"_s},
        {u"0-1"_s, u"contacts"_s},     {u"0-2"_s, u"companies"_s},     {u"0-3"_s, u"deals"_s},
        {u"0-27"_s, u"tasks"_s},       {u"0-46"_s, u"notes"_s},        {u"0-48"_s, u"calls"_s}};
    return names.value(object == "object"_L1 ? typeId : object);
}

/// Numbers come as numbers, or as texts.
QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

class Reader final : public WebhookReader
{
public:
    Verdict verify(const Delivery &delivery, const QByteArray &key, std::chrono::milliseconds now) const override
    {
        const QByteArray given = delivery.header("X-HubSpot-Signature-v3");
        const QByteArray time = delivery.header("X-HubSpot-Request-Timestamp");
        const QByteArray source = delivery.method + signedAddress(delivery.url) + delivery.body + time;
        if (key.isEmpty() || given.isEmpty() || !isSameText(given, hmacSha256(source, key).toBase64()))
            return Verdict::Forged;
        bool isNumber = false;
        const std::chrono::milliseconds at(time.toLongLong(&isNumber));
        return isNumber && now - at <= oldest && at - now <= oldest ? Verdict::Genuine : Verdict::Stale;
    }

    Result<QList<WebhookEvent>> read(const Delivery &delivery) const override
    {
        const QJsonDocument document = QJsonDocument::fromJson(delivery.body);
        if (!document.isArray())
            return failure(ErrorKind::Validation, tr("The body is not HubSpot's."));
        QList<WebhookEvent> events;
        for (const QJsonValue &entry : document.array())
            addEvents(events, entry.toObject());
        return events;
    }

    Delivery probe(const QByteArray &url, const QByteArray &key, std::chrono::milliseconds now) const override
    {
        const QByteArray body = "[]", time = QByteArray::number(qint64(now.count()));
        const QByteArray signature = hmacSha256("POST" + signedAddress(url) + body + time, key).toBase64();
        return {"POST", url, {{"X-HubSpot-Signature-v3", signature}, {"X-HubSpot-Request-Timestamp", time}}, body};
    }

    Key key() const override { return Key::Theirs; }

private:
    static void addEvents(QList<WebhookEvent> &events, const QJsonObject &entry)
    {
        const QString type = entry.value("subscriptionType"_L1).toString();
        const QString what = type.section(u'.', 1);
        WebhookEvent event;
        event.entity = entityOf(type.section(u'.', 0, 0), textOf(entry.value("objectTypeId"_L1)));
        if (event.entity.isEmpty())
            return;
        // Its eventId is not unique.
        event.key = QStringList{type,
                                textOf(entry.value("subscriptionId"_L1)),
                                textOf(entry.value("objectId"_L1)),
                                textOf(entry.value("fromObjectId"_L1)),
                                textOf(entry.value("toObjectId"_L1)),
                                textOf(entry.value("occurredAt"_L1)),
                                entry.value("propertyName"_L1).toString()}
                        .join(u'\n')
                        .toUtf8();
        if (entry.value("occurredAt"_L1).isDouble())
            event.at = std::chrono::milliseconds(entry.value("occurredAt"_L1).toInteger());
        if (what == "creation"_L1 || what == "propertyChange"_L1)
            event.id = textOf(entry.value("objectId"_L1));
        else if (what == "associationChange"_L1)
            event.id = textOf(entry.value("fromObjectId"_L1));
        events << event; // a record that is gone, merged or back: something in the entity
        if (what == "merge"_L1)
            addWinner(events, event, entry); // which gets no event of its own
    }

    static void addWinner(QList<WebhookEvent> &events, WebhookEvent event, const QJsonObject &entry)
    {
        const QString made = textOf(entry.value("newObjectId"_L1));
        event.id = made.isEmpty() ? textOf(entry.value("primaryObjectId"_L1)) : made;
        event.key += "\nwinner";
        if (!event.id.isEmpty())
            events << event;
    }
};

} // namespace

std::unique_ptr<WebhookReader> makeHubSpotWebhookReader()
{
    return std::make_unique<Reader>();
}

} // namespace syncline::connectors
