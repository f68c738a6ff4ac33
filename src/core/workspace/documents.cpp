#include "core/workspace/documents.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <cstring>

using namespace Qt::StringLiterals;

namespace syncline::core {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject parseObject(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QJsonObject valuesToJson(const QMap<QString, Value> &values)
{
    QJsonObject json;
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it->isAbsent())
            json.insert(it.key(), it->toJson());
    }
    return json;
}

QMap<QString, Value> valuesFromJson(const QJsonObject &json)
{
    QMap<QString, Value> values;
    for (auto it = json.begin(); it != json.end(); ++it)
        values.insert(values.cend(), it.key(), Value::fromJson(it.value()));
    return values;
}

QJsonObject hubFieldToJson(const HubField &field)
{
    QJsonObject json{{u"v"_s, field.value.toJson()}};
    if (!field.author.isEmpty())
        json.insert(u"a"_s, field.author);
    if (field.at)
        json.insert(u"t"_s, *field.at);
    if (field.fieldAt)
        json.insert(u"f"_s, *field.fieldAt);
    QJsonArray trail;
    for (const TrailStep &step : field.trail)
        trail.append(QJsonArray{step.author, step.canonical, step.at});
    if (!trail.isEmpty())
        json.insert(u"r"_s, trail);
    return json;
}

HubField hubFieldFromJson(const QJsonObject &json)
{
    HubField field;
    field.value = Value::fromJson(json.value("v"_L1));
    field.author = json.value("a"_L1).toString();
    if (const auto at = json.constFind("t"_L1); at != json.constEnd())
        field.at = at->toInteger();
    if (const auto at = json.constFind("f"_L1); at != json.constEnd())
        field.fieldAt = at->toInteger();
    const QJsonArray trail = json.value("r"_L1).toArray();
    for (const QJsonValue &step : trail)
        field.trail.append({step[0].toString(), step[1].toString(), step[2].toInteger()});
    return field;
}

QJsonObject hubFieldsToJson(const QMap<QString, HubField> &fields)
{
    QJsonObject json;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        json.insert(it.key(), hubFieldToJson(*it));
    return json;
}

QMap<QString, HubField> hubFieldsFromJson(const QJsonObject &json)
{
    QMap<QString, HubField> fields;
    for (auto it = json.begin(); it != json.end(); ++it)
        fields.insert(fields.cend(), it.key(), hubFieldFromJson(it->toObject()));
    return fields;
}

QJsonArray sightToJson(const Sight &sight)
{
    QJsonArray json;
    for (const SightRow &row : sight)
        json.append(QJsonArray{row.place, row.field, row.value});
    return json;
}

Sight sightFromJson(const QJsonArray &json)
{
    Sight sight;
    for (const QJsonValue &row : json)
        sight.append({row[0].toString(), row[1].toString(), row[2].toString()});
    return sight;
}

QJsonObject halfToJson(const Half &half)
{
    return half.never ? QJsonObject{{u"n"_s, true}} : QJsonObject{{u"v"_s, half.value.toJson()}};
}

Half halfFromJson(const QJsonObject &json)
{
    return json.contains("n"_L1) ? Half{} : Half::of(Value::fromJson(json.value("v"_L1)));
}

QByteArray linkDocument(const LinkRow &link)
{
    QJsonObject base;
    for (auto it = link.base.begin(); it != link.base.end(); ++it) {
        QJsonObject entry{{u"h"_s, halfToJson(it->hub)}};
        if (!it->remoteNever)
            entry.insert(u"r"_s, valuesToJson(it->remote));
        base.insert(it.key(), entry);
    }
    QJsonObject json{{u"b"_s, base}, {u"s"_s, valuesToJson(link.shadow)}};
    if (!link.refused.isEmpty()) {
        QJsonObject refused;
        for (auto it = link.refused.begin(); it != link.refused.end(); ++it)
            refused.insert(it.key(), QJsonArray{it->first, it->second});
        json.insert(u"f"_s, refused);
    }
    if (!link.wrote.isEmpty())
        json.insert(u"w"_s, valuesToJson(link.wrote));
    return compact(json);
}

void readLinkDocument(const QByteArray &bytes, LinkRow &link)
{
    const QJsonObject json = parseObject(bytes);
    const QJsonObject base = json.value("b"_L1).toObject();
    for (auto it = base.begin(); it != base.end(); ++it) {
        const QJsonObject entry = it->toObject();
        RawBase raw;
        raw.hub = halfFromJson(entry.value("h"_L1).toObject());
        if (const auto remote = entry.constFind("r"_L1); remote != entry.constEnd()) {
            raw.remoteNever = false;
            raw.remote = valuesFromJson(remote->toObject());
        }
        link.base.insert(link.base.cend(), it.key(), raw);
    }
    link.shadow = valuesFromJson(json.value("s"_L1).toObject());
    const QJsonObject refused = json.value("f"_L1).toObject();
    for (auto it = refused.begin(); it != refused.end(); ++it)
        link.refused.insert(it.key(), {it->toArray()[0].toString(), it->toArray()[1].toString()});
    link.wrote = valuesFromJson(json.value("w"_L1).toObject());
}

qint64 contentHash(const QMap<QString, Value> &fields)
{
    const QByteArray digest = QCryptographicHash::hash(compact(valuesToJson(fields)), QCryptographicHash::Md5);
    qint64 hash = 0;
    std::memcpy(&hash, digest.constData(), sizeof hash);
    return hash;
}

} // namespace syncline::core
