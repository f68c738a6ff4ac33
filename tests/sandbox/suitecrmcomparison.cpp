#include "sandbox/suitecrmcomparison.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

void Comparison::compare(const Response &actual)
{
    if (actual.status != m_exchange.status)
        note(u"status"_s, QString::number(m_exchange.status), QString::number(actual.status));
    for (const QByteArray name : {"Content-Type", "Connection", "Cache-Control"})
        compareHeader(actual, name);
    if (m_exchange.answer.isString()) {
        if (QString::fromUtf8(actual.body) != m_exchange.answer.toString())
            note(u"body"_s, m_exchange.answer.toString(), QString::fromUtf8(actual.body));
        return;
    }
    QByteArray body = actual.body;
    const QJsonValue data = m_exchange.answer["data"_L1];
    const QString newId = jsonBody(actual)["data"_L1]["id"_L1].toString();
    if (data.isObject() && !newId.isEmpty())
        body.replace(newId.toLatin1(), data["id"_L1].toString().toLatin1());
    const QJsonDocument document = QJsonDocument::fromJson(body.replace("\"demo\"", "\"admin\""));
    compareValue(u"body"_s, m_exchange.answer, document.object());
}

void Comparison::note(const QString &place, const QString &expected, const QString &actual)
{
    m_differences.append(u"%1: recorded %2, got %3"_s.arg(place, expected.left(200), actual.left(200)));
}

void Comparison::compareHeader(const Response &actual, const QByteArray &name)
{
    const QJsonObject headers = m_exchange.response["headers"_L1].toObject();
    QString expected;
    for (const QString &key : headers.keys()) {
        if (key.compare(QLatin1StringView(name), Qt::CaseInsensitive) == 0)
            expected = headers[key].toString();
    }
    const bool isLegacy = m_exchange.target.startsWith("/service/");
    QString got;
    for (const auto &[key, value] : actual.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            got = QString::fromLatin1(value);
    }
    if (got != expected && !(isLegacy && name == "Cache-Control"))
        note(QString::fromLatin1(name), expected, got);
}

QString Comparison::typeName(const QJsonValue &value)
{
    static const QStringList names{u"null"_s, u"bool"_s, u"number"_s, u"string"_s, u"array"_s, u"object"_s};
    return names.value(int(value.type()), u"nothing"_s);
}

void Comparison::compareValue(const QString &place, const QJsonValue &expected, const QJsonValue &actual)
{
    if (expected.toString() == "(left out by the recorder)"_L1 || place.endsWith("._note"_L1))
        return;
    if (expected.type() != actual.type())
        note(place, typeName(expected) + u' ' + expected.toVariant().toString(), typeName(actual));
    else if (expected.isObject())
        compareObject(place, expected.toObject(), actual.toObject());
    else if (expected.isArray())
        compareArray(place, expected.toArray(), actual.toArray());
    else if (!isVolatile(place) && expected != actual && !isRedacted(expected, actual))
        note(place, expected.toVariant().toString(), actual.toVariant().toString());
}

bool Comparison::isRedacted(const QJsonValue &expected, const QJsonValue &actual)
{
    const qsizetype at = expected.toString().indexOf("REDACTED"_L1);
    return at >= 0 && actual.toString().startsWith(expected.toString().left(at));
}

bool Comparison::isVolatile(const QString &place) const
{
    static const QStringList keys{u"total-pages"_s,  u"total-records"_s, u"records-on-this-page"_s,
                                  u"expires_in"_s,   u"total_count"_s,   u"next_offset"_s,
                                  u"result_count"_s, u"last"_s,          u"gmt_time"_s};
    const QString key = place.section(u'.', -1);
    if (key == "id"_L1 && m_exchange.target.startsWith("/service/"))
        return true;
    return keys.contains(key) || place.startsWith("body.ids"_L1)
        || (m_exchange.target.startsWith("/service/") && place.contains("entry_list"_L1) && key == "value"_L1)
        || isKnownTime(key) || isOfOtherUser(key);
}

bool Comparison::isOfOtherUser(const QString &key) const
{
    static const QStringList keys{u"assigned_user_id"_s, u"assigned_user_name"_s, u"created_by"_s,
                                  u"created_by_name"_s,  u"modified_user_id"_s,   u"modified_by_name"_s};
    return (m_exchange.name.startsWith("acl_"_L1) || m_exchange.name.startsWith("user_"_L1)) && keys.contains(key);
}

bool Comparison::isKnownTime(const QString &key) const
{
    return key.startsWith("date_"_L1) && m_exchange.name.contains("email_address"_L1);
}

void Comparison::compareObject(const QString &place, const QJsonObject &expected, const QJsonObject &actual)
{
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (it.key() == "_note"_L1)
            continue;
        if (!actual.contains(it.key()))
            note(place, it.key(), u"no such member"_s);
        else
            compareValue(place + u'.' + it.key(), it.value(), actual[it.key()]);
    }
    for (const QString &key : actual.keys()) {
        if (!expected.contains(key) && !key.endsWith("_c"_L1) && !m_exchange.isTruncated())
            note(place, u"no "_s + key, actual[key].toVariant().toString());
    }
}

void Comparison::compareArray(const QString &place, const QJsonArray &expected, const QJsonArray &actual)
{
    if (expected.isEmpty() != actual.isEmpty())
        note(place, QString::number(expected.size()), QString::number(actual.size()));
    for (qsizetype i = 0; i < expected.size() && !actual.isEmpty(); ++i) {
        const QJsonValue id = expected[i]["id"_L1];
        QJsonValue other = id.isUndefined() && i < actual.size() ? actual[i] : QJsonValue();
        for (const QJsonValue &candidate : actual) {
            if (!id.isUndefined() && candidate["id"_L1] == id)
                other = candidate;
        }
        if (!other.isNull())
            compareValue(u"%1[%2]"_s.arg(place).arg(i), expected[i], other);
    }
}
