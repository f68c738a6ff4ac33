#include "published/shapes.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace syncline::published {

namespace {

bool fits(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/'), given = path.split(u'/');
    if (wanted.size() != given.size())
        return false;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != given[i] && !wanted[i].startsWith(u'{'))
            return false;
    }
    return true;
}

QString typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return value.toDouble() == double(value.toInteger()) ? u"integer"_s : u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace

Description::Description(const QJsonObject &document)
    : m_operations(document[u"operations"_s].toArray())
    , m_schemas(document[u"schemas"_s].toObject())
{
}

QJsonObject Description::operationOf(const Exchange &exchange) const
{
    QJsonObject found;
    for (const QJsonValue &operation : m_operations) {
        const QString pattern = operation[u"path"_s].toString();
        const bool isPlain = !pattern.contains(u'{'); // ".../search" is no id
        if (operation[u"method"_s].toString() == QString::fromLatin1(exchange.method)
            && fits(pattern, QString::fromLatin1(exchange.path)) && (found.isEmpty() || isPlain))
            found = operation.toObject();
    }
    return found;
}

QString Description::nameOf(const Exchange &exchange) const
{
    const QJsonObject operation = operationOf(exchange);
    return operation.isEmpty() ? QString() : operation[u"method"_s].toString() + u' ' + operation[u"path"_s].toString();
}

QStringList Description::problemsOf(const Exchange &exchange) const
{
    const QJsonObject operation = operationOf(exchange);
    QStringList problems;
    if (operation.isEmpty())
        return {u"%1 %2 is no call that is described"_s.arg(QString::fromLatin1(exchange.method),
                                                            QString::fromLatin1(exchange.path))};
    for (const auto &[key, value] : QUrlQuery(QString::fromLatin1(exchange.query)).queryItems()) {
        if (!operation[u"query"_s].toArray().contains(key))
            problems.append(u"the query has \"%1\""_s.arg(key));
    }
    if (operation[u"body"_s].isObject())
        check(QJsonDocument::fromJson(exchange.body).object(), operation[u"body"_s].toObject(), u"request"_s, problems);
    const QJsonObject answers = operation[u"answers"_s].toObject();
    const QString status = QString::number(exchange.status);
    if (exchange.status < 400 && !answers.contains(status))
        problems.append(u"status %1 is not among the answers"_s.arg(status));
    const QJsonValue schema = answers.contains(status) ? answers[status] : answers[u"default"_s];
    if (schema.isObject())
        check(QJsonDocument::fromJson(exchange.answer).object(), schema.toObject(), u"answer"_s, problems);
    for (QString &problem : problems)
        problem = nameOf(exchange) + u": "_s + problem;
    return problems;
}

void Description::check(const QJsonValue &value, const QJsonObject &schema, const QString &place,
                        QStringList &problems) const
{
    if (schema.contains(u"$ref"_s))
        return check(value, m_schemas[schema[u"$ref"_s].toString()].toObject(), place, problems);
    const QString wanted = schema[u"type"_s].toString(), given = typeOf(value);
    const bool isNumber = wanted == "number"_L1 && given == "integer"_L1;
    if (given == "null"_L1
        && (schema[u"nullable"_s].toBool() || place.contains(".properties."_L1)
            || place.endsWith(".associationTypes[].label"_L1)))
        return;
    if (!wanted.isEmpty() && wanted != given && !isNumber) {
        problems.append(u"%1 is %2, not %3"_s.arg(place, given, wanted));
    } else if (given == "object"_L1) {
        checkObject(value.toObject(), schema, place, problems);
    } else if (given == "array"_L1) {
        for (const QJsonValue &entry : value.toArray())
            check(entry, schema[u"items"_s].toObject(), place + u"[]"_s, problems);
    } else if (given == "string"_L1) {
        checkText(value.toString(), schema, place, problems);
    }
}

void Description::checkObject(const QJsonObject &object, const QJsonObject &schema, const QString &place,
                              QStringList &problems) const
{
    for (const QJsonValue &name : schema[u"required"_s].toArray()) {
        if (!object.contains(name.toString()))
            problems.append(u"%1 lacks \"%2\""_s.arg(place, name.toString()));
    }
    const QJsonObject members = schema[u"properties"_s].toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inside = place + u'.' + it.key();
        if (members.contains(it.key()))
            check(*it, members[it.key()].toObject(), inside, problems);
        else if (schema[u"additionalProperties"_s].isObject())
            check(*it, schema[u"additionalProperties"_s].toObject(), inside, problems);
        else if (!members.isEmpty() && place.startsWith("request"_L1)) // answers may grow
            problems.append(u"%1 is no member"_s.arg(inside));
    }
}

void Description::checkText(const QString &text, const QJsonObject &schema, const QString &place,
                            QStringList &problems) const
{
    const QJsonArray allowed = schema[u"enum"_s].toArray();
    if (!allowed.isEmpty() && !allowed.contains(text))
        problems.append(u"%1 is \"%2\", which is not among its values"_s.arg(place, text));
    const QString format = schema[u"format"_s].toString();
    const bool isTime = QDateTime::fromString(text, Qt::ISODateWithMs).isValid() && text.endsWith(u'Z');
    if ((format == "date-time"_L1 && !isTime) || (format == "uuid"_L1 && QUuid::fromString(text).isNull()))
        problems.append(u"%1 is \"%2\", no %3"_s.arg(place, text, format));
}

} // namespace syncline::published
