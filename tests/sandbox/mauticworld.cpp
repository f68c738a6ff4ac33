#include "sandbox/mauticworld.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <map>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

QString recordingFolder(const QString &provider)
{
    return QStringLiteral(SYNCLINE_SOURCE_DIR) + u"/tests/recordings/"_s + provider;
}

QByteArray jsonBytes(const QJsonValue &value)
{
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

} // namespace

QJsonObject recording(const QString &provider, const QString &name)
{
    QFile file(recordingFolder(provider) + u'/' + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

Request request(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    Request made;
    const qsizetype mark = target.indexOf('?');
    made.method = method;
    made.path = mark < 0 ? target : target.left(mark);
    made.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
    made.body = body;
    return made;
}

MauticWorld::MauticWorld(int records)
{
    CrmOptions options;
    options.records = records;
    m_crm = makeMautic(options, m_clock);
}

QByteArray MauticWorld::newTokens(const QByteArray &form, QByteArray *refreshToken)
{
    Request asked = request("POST", "/oauth/v2/token", form + "&client_id=demo&client_secret=demo");
    asked.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    const QJsonObject answer = QJsonDocument::fromJson(m_crm->handle(asked).body).object();
    if (refreshToken)
        *refreshToken = answer["refresh_token"_L1].toString().toLatin1();
    return answer["access_token"_L1].toString().toLatin1();
}

QByteArray MauticWorld::token()
{
    if (m_token.isEmpty())
        m_token = newTokens("grant_type=client_credentials");
    return m_token;
}

Response MauticWorld::send(const QByteArray &method, const QByteArray &target, const QJsonValue &body)
{
    Request asked = request(method, target, jsonBytes(body));
    asked.headers = {{"Authorization", "Bearer " + token()}};
    if (!asked.body.isEmpty())
        asked.headers.append({"Content-Type"_ba, "application/json"_ba});
    return m_crm->handle(asked);
}

QJsonObject MauticWorld::sendJson(const QByteArray &method, const QByteArray &target, const QJsonValue &body)
{
    return QJsonDocument::fromJson(send(method, target, body).body).object();
}

QJsonObject MauticWorld::contact(int id)
{
    return sendJson("GET", "/api/contacts/" + QByteArray::number(id))["contact"_L1]["fields"_L1]["all"_L1].toObject();
}

void MauticWorld::addRecordedFields()
{
    std::map<int, QJsonObject> byId; // in the order in which they were made, so that they get their ids
    for (const QString &file : QDir(recordingFolder(u"mautic"_s)).entryList({u"field-create-*.json"_s})) {
        const QJsonObject recorded = recording(u"mautic"_s, file.chopped(5));
        const int id = recorded["response"_L1]["body"_L1]["field"_L1]["id"_L1].toInt();
        if (id > 0)
            byId[id] = recorded["request"_L1].toObject();
    }
    for (const auto &[id, asked] : byId)
        send("POST", asked["path"_L1].toString().toLatin1(), asked["body"_L1]);
}

void MauticWorld::addRecordedRecords(int contacts)
{
    const QStringList companies{u"Äcker & Söhne GmbH"_s, u"Äcker GmbH"_s, u"Batch X"_s, u"Batch Y"_s, u"Neue Firma"_s};
    for (const QString &name : companies)
        send("POST", "/api/companies/new", QJsonObject{{u"companyname"_s, name}, {u"companyphone"_s, u"+49 1"_s}});
    for (int id = 1; id <= contacts; ++id) {
        const int number = id - 4;
        QJsonObject fields{{u"firstname"_s, u"First%1"_s.arg(number)},
                           {u"lastname"_s, u"Last%1"_s.arg(number, 4, 10, QChar(u'0'))},
                           {u"email"_s, u"user%1@example.test"_s.arg(number, 4, 10, QChar(u'0'))},
                           {u"city"_s, u"Bonn"_s},
                           {u"x_int"_s, number},
                           {u"x_extid"_s, u"B-%1"_s.arg(number)},
                           {u"tags"_s, QJsonArray{u"bulk"_s}}};
        if (id == 2)
            fields = {};
        if (id == 1 || id == 3) {
            fields = recording(u"mautic"_s,
                               id == 1 ? u"contact-create-minimal"_s
                                       : u"contact-create-full"_s)["request"_L1]["body"_L1]
                         .toObject();
        }
        send("POST", "/api/contacts/new", fields);
    }
}
