#include "support/shape.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace syncline::test {

namespace {

bool isTime(const QString &text)
{
    return text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODate).isValid();
}

bool fits(const QString &type, const QJsonValue &value)
{
    if (type == "any"_L1)
        return !value.isUndefined();
    if (type == "text"_L1)
        return value.isString();
    if (type == "word"_L1)
        return !value.toString().isEmpty();
    if (type == "count"_L1)
        return value.isDouble() && value.toDouble() >= 0 && value.toDouble() == std::floor(value.toDouble());
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "flag"_L1)
        return value.isBool();
    if (type == "object"_L1)
        return value.isObject();
    if (type == "time"_L1)
        return isTime(value.toString());
    return value.isString() && type.split(u'|').contains(value.toString());
}

QString said(const QJsonValue &value)
{
    return value.isUndefined()
        ? u"missing"_s
        : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).mid(1).chopped(1))
              .left(200);
}

} // namespace

QString shapeProblem(const QJsonValue &shape, const QJsonValue &value, const QString &place)
{
    if (shape.isString()) {
        const bool mayBeNull = shape.toString().endsWith(u'?');
        const QString type = mayBeNull ? shape.toString().chopped(1) : shape.toString();
        if ((mayBeNull && value.isNull()) || fits(type, value))
            return {};
        return u"%1 is no %2: %3"_s.arg(place, shape.toString(), said(value));
    }
    if (shape.isArray()) {
        if (!value.isArray())
            return u"%1 is no array: %2"_s.arg(place, said(value));
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            const QString problem = shapeProblem(shape.toArray().at(0), items.at(i), u"%1[%2]"_s.arg(place).arg(i));
            if (!problem.isEmpty())
                return problem;
        }
        return {};
    }
    if (!value.isObject())
        return u"%1 is no object: %2"_s.arg(place, said(value));
    const QJsonObject keys = shape.toObject();
    for (auto key = keys.begin(); key != keys.end(); ++key) {
        const QString problem = shapeProblem(*key, value[key.key()], place + u'.' + key.key());
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace syncline::test
