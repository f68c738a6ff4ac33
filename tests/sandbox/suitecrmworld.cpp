#include "sandbox/suitecrmworld.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

Request suiteCrmRequest(const QByteArray &method, const QByteArray &target, const QByteArray &contentType,
                        const QByteArray &body)
{
    const qsizetype question = target.indexOf('?');
    Request request{method,
                    question < 0 ? target : target.left(question),
                    question < 0 ? QByteArray() : target.mid(question + 1),
                    {},
                    body};
    if (!contentType.isEmpty())
        request.headers.emplaceBack("Content-Type", contentType);
    return request;
}

QJsonObject jsonBody(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

QJsonObject recordBody(const QString &module, const QJsonObject &attributes, const QString &id)
{
    QJsonObject data{{u"type"_s, module}, {u"attributes"_s, attributes}};
    if (!id.isEmpty())
        data.insert(u"id"_s, id);
    return {{u"data"_s, data}};
}

SuiteCrmWorld::SuiteCrmWorld(int records)
{
    m_clock.freeze(1'795'500'000);
    m_crm = makeSuiteCrm({1, records, {}, 0}, m_clock);
    m_bearer = token("grant_type=client_credentials&client_id=demo&client_secret=demo");
}

QByteArray SuiteCrmWorld::token(const QByteArray &form, QByteArray *refreshToken)
{
    const QJsonObject body = jsonBody(
        m_crm->handle(suiteCrmRequest("POST", "/Api/access_token", "application/x-www-form-urlencoded", form)));
    if (refreshToken)
        *refreshToken = body["refresh_token"_L1].toString().toLatin1();
    return body["access_token"_L1].toString().toLatin1();
}

Response SuiteCrmWorld::send(const QByteArray &method, const QByteArray &path, const QJsonValue &body)
{
    Request request = suiteCrmRequest(method, "/Api/V8/" + path, "application/vnd.api+json",
                                      body.isObject() ? QJsonDocument(body.toObject()).toJson() : QByteArray());
    request.headers.emplaceBack("Authorization", "Bearer " + m_bearer);
    return m_crm->handle(request);
}

QJsonObject SuiteCrmWorld::get(const QByteArray &path)
{
    return jsonBody(send("GET", path));
}

QJsonObject SuiteCrmWorld::create(const QString &module, const QJsonObject &attributes, const QString &id)
{
    const QJsonObject data = jsonBody(send("POST", "module", recordBody(module, attributes, id)))["data"_L1].toObject();
    m_lastId = data["id"_L1].toString();
    return data["attributes"_L1].toObject();
}

QJsonObject SuiteCrmWorld::update(const QString &module, const QString &id, const QJsonObject &attributes)
{
    const QJsonObject body = jsonBody(send("PATCH", "module", recordBody(module, attributes, id)));
    return body["data"_L1]["attributes"_L1].toObject();
}

QJsonObject SuiteCrmWorld::attributes(const QString &module, const QString &id)
{
    return get("module/" + module.toLatin1() + '/' + id.toLatin1())["data"_L1]["attributes"_L1].toObject();
}

QString SuiteCrmWorld::refusal(const QByteArray &method, const QByteArray &path, const QJsonValue &body)
{
    const Response response = send(method, path, body);
    return response.status == 400 ? jsonBody(response)["errors"_L1]["detail"_L1].toString() : QString();
}

QStringList SuiteCrmWorld::ids(const QByteArray &path)
{
    QStringList ids;
    for (const QJsonValue &record : get(path)["data"_L1].toArray())
        ids.append(record["id"_L1].toString());
    return ids;
}

int SuiteCrmWorld::lookUp(const QString &filter)
{
    const QByteArray value = QUrl::toPercentEncoding(filter, "[]=&");
    return int(ids("module/Contacts?fields[Contacts]=last_name&page[number]=1&page[size]=1000&" + value).size());
}

QJsonObject SuiteCrmWorld::stored(const QString &entity, const QString &id) const
{
    for (const QJsonValue &record : m_crm->records(entity)) {
        if (record["id"_L1] == id)
            return record.toObject();
    }
    return {};
}

QJsonObject SuiteCrmWorld::legacy(const QString &method, const QJsonObject &arguments)
{
    const QByteArray form = "method=" + method.toLatin1() + "&input_type=JSON&response_type=JSON&rest_data="
        + QUrl::toPercentEncoding(QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact)));
    return jsonBody(
        m_crm->handle(suiteCrmRequest("POST", "/service/v4_1/rest.php", "application/x-www-form-urlencoded", form)));
}

QString SuiteCrmWorld::legacyLogin()
{
    const QByteArray hash = QCryptographicHash::hash("demo", QCryptographicHash::Md5).toHex();
    return legacy(u"login"_s,
                  {{u"user_auth"_s,
                    QJsonObject{{u"user_name"_s, u"demo"_s}, {u"password"_s, QString::fromLatin1(hash)}}}})["id"_L1]
        .toString();
}

void SuiteCrmWorld::ensure(const QString &module, const QString &id, const QJsonObject &fields)
{
    QJsonObject command{{u"action"_s, u"create"_s}, {u"entity"_s, module}, {u"id"_s, id}, {u"fields"_s, fields}};
    if (m_crm->edit(command).contains("error"_L1)) {
        command.insert(u"action"_s, u"update"_s);
        const QJsonObject answer = m_crm->edit(command);
        Q_ASSERT_X(!answer.contains("error"_L1), "ensure", qPrintable(answer["error"_L1].toString()));
    }
}

void SuiteCrmWorld::link(const QString &module, const QString &id, const QString &link, const QString &otherModule,
                         const QString &otherId)
{
    const QByteArray path = u"module/%1/%2/relationships/%3"_s.arg(module, id, link).toLatin1();
    send("POST", path, QJsonObject{{u"data"_s, QJsonObject{{u"type"_s, otherModule}, {u"id"_s, otherId}}}});
}

void SuiteCrmWorld::configure(const QJsonObject &switches)
{
    const QJsonObject answer = m_crm->configure(switches);
    Q_ASSERT_X(answer.isEmpty(), "configure", qPrintable(answer["error"_L1].toString()));
}
