#include "sandbox/suitecrmexchange.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

QString unescaped(QString text)
{
    return text.replace(u"&#039;"_s, u"'"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s);
}

bool isTime(const QString &text)
{
    return text.size() == 25 && text[10] == u'T';
}

/// What must have been stored so that the server showed these attributes.
QJsonObject storedFields(const QString &module, const QJsonObject &attributes)
{
    static const QStringList people{u"Contacts"_s, u"Leads"_s, u"Users"_s};
    static const QStringList computed{u"name"_s, u"full_name"_s};
    const bool isPerson = people.contains(module);
    QJsonObject fields;
    if (isPerson) {
        const QString name = attributes["full_name"_L1].toString(attributes["name"_L1].toString());
        fields.insert(u"last_name"_s, attributes["last_name"_L1].toString(unescaped(name)));
    }
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        QString value = unescaped(it.value().toString());
        if (!it.value().isString() || value.isEmpty() || (isPerson && computed.contains(it.key())))
            continue;
        if (isTime(value))
            value = value.left(10) + u' ' + value.mid(11, 8);
        fields.insert(it.key(), value);
    }
    fields.remove(u"deleted"_s);
    return fields;
}

QString moduleOf(const QString &singular)
{
    if (singular == "EmailAddress"_L1)
        return u"EmailAddresses"_s;
    if (singular == "Opportunity"_L1)
        return u"Opportunities"_s;
    return singular.endsWith(u's') ? singular : QString(singular + u's');
}

/// A record as the answer shows it, without what the request itself brings about.
void addShownRecord(SuiteCrmWorld &world, const QJsonObject &record, const QJsonObject &sentAttributes)
{
    const QString module = moduleOf(record["type"_L1].toString());
    QJsonObject fields = storedFields(module, record["attributes"_L1].toObject());
    for (const QString &key : sentAttributes.keys()) {
        const bool mayBeIgnored = key == "email1"_L1 || key == "email_opt_out"_L1;
        if (!mayBeIgnored || fields.value(key) == sentAttributes[key])
            fields.remove(key);
    }
    if (record["id"_L1] == contactId && !record["attributes"_L1].toObject().contains("last_name"_L1))
        fields.remove(u"last_name"_s); // has its name already, in parts
    world.ensure(module, record["id"_L1].toString(), fields);
}

/// Copies of a record before and behind it, so that a list has as many pages as it had.
void addFillers(SuiteCrmWorld &world, const Exchange &exchange, const QJsonObject &record)
{
    const QJsonValue meta = exchange.answer["meta"_L1];
    const QUrlQuery query(QString::fromUtf8(exchange.target.mid(exchange.target.indexOf('?') + 1)));
    const int pages = meta["total-pages"_L1].toInt();
    const int page = std::max(1, query.queryItemValue(u"page[number]"_s).toInt());
    const int size = std::max(1, query.queryItemValue(u"page[size]"_s).toInt());
    const int shown = exchange.answer["data"_L1].toArray().size();
    const int before = pages > 1 ? (page - 1) * size : 0;
    const int behind = pages > page ? (pages - page - 1) * size + 1 + size - shown
                                    : meta["records-on-this-page"_L1].toInt() - shown;
    const QString module = moduleOf(record["type"_L1].toString());
    QJsonObject fields = storedFields(module, record["attributes"_L1].toObject());
    for (int i = 0; i < before + std::min(behind, 400); ++i) {
        const QString id =
            u"%1-0000-0000-0000-%2"_s.arg(i < before ? u"00000000"_s : u"ffffffff"_s).arg(i, 12, 10, QChar(u'0'));
        world.ensure(module, id, fields);
        if (exchange.call.contains(u"relationships"_s))
            world.link(exchange.call[1], exchange.call[2], exchange.call[4], module, id);
    }
}

QByteArray legacyForm(SuiteCrmWorld &world, const QJsonObject &body)
{
    QJsonObject arguments = body["rest_data"_L1].toObject();
    QJsonObject user = arguments["user_auth"_L1].toObject();
    if (!user.isEmpty()) {
        user.insert(u"user_name"_s, u"demo"_s);
        user.insert(u"password"_s, u"fe01ce2a7fbac8fafaed7c982a04e229"_s);
        arguments.insert(u"user_auth"_s, user);
    }
    if (arguments.contains("session"_L1))
        arguments.insert(u"session"_s, world.legacyLogin());
    return "method=" + body["method"_L1].toString().toLatin1() + "&input_type=JSON&response_type=JSON&rest_data="
        + QUrl::toPercentEncoding(QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact)));
}

} // namespace

QJsonObject recording(const QString &name)
{
    QFile file(recordingsFolder + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

Exchange::Exchange(const QString &recordedName)
    : name(recordedName)
    , json(recording(recordedName))
    , request(json["request"_L1].toObject())
    , response(json["response"_L1].toObject())
    , status(response["status"_L1].toInt())
    , target(request["path"_L1].toString().toUtf8())
    , sent(request["body"_L1])
    , answer(response["body"_L1])
{
    const QByteArray path = target.split('?').first();
    if (path.startsWith("/Api/V8/"))
        call = QString::fromUtf8(path.mid(8)).split(u'/');
}

bool Exchange::isTruncated() const
{
    const QString text = json["note"_L1].toString() + QString::fromUtf8(QJsonDocument(json).toJson());
    return text.contains("truncated"_L1) || text.contains("attributes cut to"_L1) || name.startsWith("optout"_L1);
}

void setBearer(Request &asked, const QByteArray &token)
{
    asked.headers.removeIf([](const auto &header) { return header.first == "Authorization"; });
    asked.headers.emplaceBack("Authorization", "Bearer " + token);
}

void addCommonRecords(SuiteCrmWorld &world)
{
    world.ensure(u"Accounts"_s, accountId, {{u"name"_s, u"O'Brien & Sons"_s}});
    world.ensure(u"Contacts"_s, contactId,
                 {{u"salutation"_s, u"Mr."_s},
                  {u"first_name"_s, u"Jürgen"_s},
                  {u"last_name"_s, u"Müller-O'Neil 😀"_s},
                  {u"phone_work"_s, u"+49 (0)30 1234"_s},
                  {u"email1"_s, u"Juergen.Mueller@Example.COM"_s},
                  {u"account_id"_s, accountId}});
    world.ensure(u"Opportunities"_s, u"7ef57691-03b3-1761-c025-6b04fdab6604"_s, {{u"name"_s, u"Big deal"_s}});
}

void addShownRecords(SuiteCrmWorld &world, const Exchange &exchange)
{
    const QJsonObject sentAttributes = exchange.sent["data"_L1]["attributes"_L1].toObject();
    const QJsonValue data = exchange.answer["data"_L1];
    const bool isCreate = exchange.request["method"_L1].toString() == "POST"_L1;
    if (exchange.status >= 300 || isCreate)
        return;
    if (exchange.request["method"_L1].toString() == "DELETE"_L1 && exchange.call.size() == 3)
        world.ensure(exchange.call[1], exchange.call[2], {});
    if (data.isObject() && data.toObject().contains("id"_L1) && exchange.call.value(0) == "module"_L1)
        addShownRecord(world, data.toObject(), sentAttributes);
    const QJsonArray list = data.toArray();
    for (const QJsonValue &record : list)
        addShownRecord(world, record.toObject(), {});
    if (!list.isEmpty())
        addFillers(world, exchange, list.last().toObject());
}

void addRelated(SuiteCrmWorld &world, const Exchange &exchange)
{
    if (exchange.call.value(3) != "relationships"_L1 || exchange.status >= 300)
        return;
    const QString module = exchange.call[1];
    const QString link = exchange.call.value(4);
    const QString other = link.startsWith("email_addresses"_L1) ? u"EmailAddresses"_s
        : link == "accounts"_L1                                 ? u"Accounts"_s
                                                                : u"Contacts"_s;
    world.ensure(module, exchange.call[2], {});
    if (link.startsWith("email_addresses"_L1) || exchange.name == "rel_list_empty"_L1) {
        world.ensure(u"Contacts"_s, contactId, {{u"account_id"_s, QString()}, {u"email1"_s, QString()}});
    }
    QStringList ids{exchange.call.value(5), exchange.sent["data"_L1]["id"_L1].toString()};
    for (const QJsonValue &record : exchange.answer["data"_L1].toArray())
        ids.append(record["id"_L1].toString());
    ids.removeAll(QString());
    for (const QString &id : ids) {
        world.ensure(other, id, {});
        if (exchange.request["method"_L1].toString() != "POST"_L1)
            world.link(module, exchange.call[2], link, other, id);
    }
}

Request requestFor(SuiteCrmWorld &world, const Exchange &exchange)
{
    const QJsonObject headers = exchange.request["headers"_L1].toObject();
    QByteArray body = exchange.sent.isObject() || exchange.sent.isArray()
        ? QJsonDocument::fromVariant(exchange.sent.toVariant()).toJson()
        : exchange.sent.toString().toUtf8();
    if (exchange.target.startsWith("/service/"))
        body = legacyForm(world, exchange.sent.toObject());
    if (exchange.target == "/Api/access_token") {
        body.replace("11111111-aaaa-4aaa-8aaa-111111111111", "demo-client")
            .replace("22222222-bbbb-4bbb-8bbb-222222222222", "demo-password")
            .replace("username=admin", "username=demo")
            .replace("username=seconds", "username=inactive")
            .replace("refresh_token=REDACTED", "refresh_token=nonsense")
            .replace("REDACTED", "demo");
    }
    Request asked = suiteCrmRequest(exchange.request["method"_L1].toString().toLatin1(), exchange.target,
                                    headers["Content-Type"_L1].toString().toLatin1(), body);
    const QString authorization = headers["Authorization"_L1].toString();
    if (authorization.startsWith("Basic"_L1))
        asked.headers.emplaceBack("Authorization", "Basic " + QByteArray("demo-client:demo").toBase64());
    else if (authorization == "Bearer REDACTED"_L1)
        setBearer(asked, exchange.name == "invalid_bearer"_L1 ? QByteArray("garbage") : world.bearer());
    return asked;
}
