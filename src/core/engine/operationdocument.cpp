#include "core/engine/operationdocument.h"

#include "core/workspace/documents.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QJsonArray losersToJson(const QList<Loser> &losers)
{
    QJsonArray json;
    for (const Loser &loser : losers)
        json.append(QJsonArray{loser.field, loser.author, loser.value.toJson()});
    return json;
}

QJsonObject sentToJson(const Sent &sent)
{
    return {{u"h"_s, sent.hub.toJson()}, {u"v"_s, sent.value.toJson()}, {u"b"_s, sent.before.toJson()}};
}

QJsonObject wireToJson(const WireField &field)
{
    return {{u"before"_s, field.before},
            {u"after"_s, field.after},
            {u"b"_s, field.rawBefore.toJson()},
            {u"v"_s, field.raw.toJson()}};
}

void insertDisplay(QJsonObject &json, const QString &key, const Value &before, const Value &after)
{
    if (!after.isGroup() && !before.isGroup()) {
        json.insert(key, QJsonObject{{u"before"_s, before.toJson()}, {u"after"_s, after.toJson()}});
        return;
    }
    QStringList parts = after.parts().keys() + before.parts().keys();
    std::ranges::sort(parts);
    parts.removeDuplicates();
    for (const QString &part : parts) {
        if (before.part(part) == after.part(part) || (before.part(part).isBlank() && after.part(part).isBlank()))
            continue;
        const Value shownBefore = before.part(part).isAbsent() ? Value::null() : before.part(part);
        const Value shownAfter = after.part(part).isAbsent() ? Value::null() : after.part(part);
        json.insert(part, QJsonObject{{u"before"_s, shownBefore.toJson()}, {u"after"_s, shownAfter.toJson()}});
    }
}

} // namespace

QMap<QString, Value> RemoteWrite::values() const
{
    QMap<QString, Value> values;
    for (auto it = wire.begin(); it != wire.end(); ++it)
        values.insert(values.cend(), it.key(), it->raw);
    return values;
}

QMap<QString, Value> RemoteWrite::befores() const
{
    QMap<QString, Value> values;
    for (auto it = wire.begin(); it != wire.end(); ++it)
        values.insert(values.cend(), it.key(), it->rawBefore);
    return values;
}

void RemoteWrite::drop(const QStringList &remoteFields, const Binding &binding)
{
    for (const QString &name : remoteFields) {
        wire.remove(name);
        const QString mapId = binding.mapping.mapIdOf(name);
        const QStringList others = binding.mapping.remoteFieldsOf(mapId);
        if (std::ranges::none_of(others, [&](const QString &other) { return wire.contains(other); }))
            sent.remove(mapId);
    }
}

QJsonObject RemoteWrite::toJson() const
{
    QJsonObject fields, sentJson;
    for (auto it = wire.begin(); it != wire.end(); ++it)
        fields.insert(it.key(), wireToJson(*it));
    for (auto it = sent.begin(); it != sent.end(); ++it)
        sentJson.insert(it.key(), sentToJson(*it));
    QJsonObject json{{u"fields"_s, fields}, {u"sent"_s, sentJson}};
    if (!losers.isEmpty())
        json.insert(u"losers"_s, losersToJson(losers));
    if (!warnings.isEmpty())
        json.insert(u"warnings"_s, QJsonArray::fromStringList(warnings));
    if (!settled.isEmpty())
        json.insert(u"settled"_s, valuesToJson(settled));
    if (!refused.isEmpty())
        json.insert(u"refused"_s, QJsonArray::fromStringList(refused));
    if (existedBefore)
        json.insert(u"existed"_s, true);
    return json;
}

RemoteWrite RemoteWrite::fromJson(const QJsonObject &json)
{
    RemoteWrite write;
    const QJsonObject fields = json.value("fields"_L1).toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject field = it->toObject();
        write.wire.insert(it.key(),
                          {field.value("before"_L1), field.value("after"_L1), Value::fromJson(field.value("b"_L1)),
                           Value::fromJson(field.value("v"_L1))});
    }
    const QJsonObject sent = json.value("sent"_L1).toObject();
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const QJsonObject field = it->toObject();
        write.sent.insert(it.key(),
                          {Value::fromJson(field.value("h"_L1)), Value::fromJson(field.value("v"_L1)),
                           Value::fromJson(field.value("b"_L1))});
    }
    write.losers = losersOf(json);
    for (const QJsonValue &warning : json.value("warnings"_L1).toArray())
        write.warnings << warning.toString();
    write.settled = valuesFromJson(json.value("settled"_L1).toObject());
    for (const QJsonValue &name : json.value("refused"_L1).toArray())
        write.refused << name.toString();
    write.existedBefore = json.value("existed"_L1).toBool();
    return write;
}

QJsonObject hubUpdateDocument(const QMap<QString, HubChange> &changes, const QList<Loser> &losers)
{
    QJsonObject json;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        json.insert(it.key(), QJsonObject{{u"b"_s, hubFieldToJson(it->before)}, {u"a"_s, hubFieldToJson(it->after)}});
    QJsonObject document{{u"changes"_s, json}};
    if (!losers.isEmpty())
        document.insert(u"losers"_s, losersToJson(losers));
    return document;
}

QMap<QString, HubChange> hubChanges(const QJsonObject &document)
{
    QMap<QString, HubChange> changes;
    const QJsonObject json = document.value("changes"_L1).toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonObject change = it->toObject();
        changes.insert(
            it.key(),
            {hubFieldFromJson(change.value("b"_L1).toObject()), hubFieldFromJson(change.value("a"_L1).toObject())});
    }
    return changes;
}

QList<Loser> losersOf(const QJsonObject &document)
{
    QList<Loser> losers;
    for (const QJsonValue &loser : document.value("losers"_L1).toArray())
        losers.append({loser[0].toString(), loser[1].toString(), Value::fromJson(loser[2])});
    return losers;
}

QJsonObject agreeDocument(const QMap<QString, AgreedBase> &bases)
{
    QJsonObject json;
    for (auto it = bases.begin(); it != bases.end(); ++it) {
        QJsonObject base{{u"h"_s, halfToJson(it->hub)}};
        if (!it->remoteNever)
            base.insert(u"r"_s, valuesToJson(it->remote));
        json.insert(it.key(), base);
    }
    return {{u"agreed"_s, json}};
}

QMap<QString, AgreedBase> agreedBases(const QJsonObject &document)
{
    QMap<QString, AgreedBase> bases;
    const QJsonObject json = document.value("agreed"_L1).toObject();
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QJsonObject base = it->toObject();
        bases.insert(it.key(),
                     {halfFromJson(base.value("h"_L1).toObject()), !base.contains("r"_L1),
                      valuesFromJson(base.value("r"_L1).toObject())});
    }
    return bases;
}

QString opKindName(OpKind kind)
{
    switch (kind) {
    case OpKind::Create:
        return u"create"_s;
    case OpKind::Update:
        return u"update"_s;
    case OpKind::Delete:
        return u"delete"_s;
    case OpKind::Link:
        return u"link"_s;
    case OpKind::Relink:
        return u"relink"_s;
    case OpKind::Unlink:
        return u"unlink"_s;
    case OpKind::Agree:
        return u"agree"_s;
    case OpKind::Archive:
        return u"archive"_s;
    }
    return {};
}

QJsonObject displayFields(const OperationRow &row)
{
    QJsonObject json;
    if (row.integration == hubSystem) {
        const auto changes = hubChanges(row.document);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            insertDisplay(json, it.key(), it->before.value, it->after.value);
        return json;
    }
    const auto wire = RemoteWrite::fromJson(row.document).wire;
    for (auto it = wire.begin(); it != wire.end(); ++it)
        json.insert(it.key(), QJsonObject{{u"before"_s, it->before}, {u"after"_s, it->after}});
    return json;
}

} // namespace syncline::core
