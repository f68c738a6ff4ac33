#include "core/engine/operationdocument.h"

#include "core/workspace/documents.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

void write(JsonText &json, const QList<Loser> &losers)
{
    json.openArray();
    for (const Loser &loser : losers)
        json.openArray().text(loser.field).text(loser.author).value(loser.value).closeArray();
    json.closeArray();
}

void write(JsonText &json, const QStringList &texts)
{
    json.openArray();
    for (const QString &text : texts)
        json.text(text);
    json.closeArray();
}

/// Most values go over the wire as they are: then one of the two is enough.
bool isSameText(const QJsonValue &wire, const Value &raw)
{
    return (wire.isNull() && raw.isNull()) || (wire.isString() && raw.isText() && wire.toString() == raw.text());
}

Value readRaw(const JsonView &json, const QJsonValue &wire)
{
    if (!json.isMissing())
        return readValue(json);
    return wire.isString() ? Value::text(wire.toString()) : Value::null();
}

QJsonValue readBefore(const JsonView &json)
{
    return json.isMissing() ? QJsonValue(QJsonValue::Null) : readJson(json);
}

WireField readWire(const JsonView &json)
{
    const QJsonValue before = readBefore(json["before"]), after = readJson(json["after"]);
    return {before, after, readRaw(json["b"], before), readRaw(json["v"], after)};
}

Sent readSent(const JsonView &json)
{
    const JsonView before = json["b"], value = json["v"];
    const Value hub = readValue(json["h"]);
    return {hub, value.isMissing() ? hub : readValue(value), before.isMissing() ? Value::null() : readValue(before)};
}

void write(JsonText &json, const QMap<QString, WireField> &wire)
{
    json.openObject();
    for (auto it = wire.begin(); it != wire.end(); ++it) {
        json.key(it.key()).openObject();
        json.key(u"after").json(it->after);
        if (!isSameText(it->before, it->rawBefore))
            json.key(u"b").value(it->rawBefore);
        if (!it->before.isNull())
            json.key(u"before").json(it->before);
        if (!isSameText(it->after, it->raw))
            json.key(u"v").value(it->raw);
        json.closeObject();
    }
    json.closeObject();
}

void write(JsonText &json, const QMap<QString, Sent> &sent)
{
    json.openObject();
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        json.key(it.key()).openObject();
        if (!it->before.isNull())
            json.key(u"b").value(it->before);
        json.key(u"h").value(it->hub);
        if (it->value != it->hub)
            json.key(u"v").value(it->value);
        json.closeObject();
    }
    json.closeObject();
}

QList<Loser> readLosers(const JsonView &json)
{
    QList<Loser> losers;
    for (const JsonView loser : json)
        losers.append({loser.at(0).text(), loser.at(1).text(), readValue(loser.at(2))});
    return losers;
}

QStringList readTexts(const JsonView &json)
{
    QStringList texts;
    for (const JsonView text : json)
        texts << text.text();
    return texts;
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

namespace {

/// Whether the parts of a group that were not sent are still what the plan saw: an answer to another write may have shown
/// a person's edit since.
bool isAsPlanned(const Sent &sent, const Value &now)
{
    const auto parts = now.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const Value seen = sent.before.part(it.key());
        const bool isBlank = it->isBlank() && (seen.isBlank() || !seen.isReadable());
        if (!sent.value.parts().contains(it.key()) && it->isReadable() && !isBlank && *it != seen)
            return false;
    }
    return true;
}

} // namespace

QMap<QString, Value> settledFields(const Binding &binding, const RemoteWrite &write, const LinkRow &before,
                                   const QMap<QString, Value> &shown)
{
    QMap<QString, Value> settled = shown;
    for (auto it = write.sent.begin(); it != write.sent.end(); ++it) {
        if (!it->value.isGroup())
            continue;
        const bool isKnown = isAsPlanned(*it, binding.mapping.toHub(before.shadow).value(it.key()));
        // Where somebody changed them since the plan, the last agreement stands, or else what the plan saw, so that the
        // change is still one.
        auto known = isKnown ? before.shadow : before.base.value(it.key()).remote;
        if (!isKnown && known.isEmpty())
            known = binding.mapping.toRemote(it.key(), it->before).value_or(QMap<QString, Value>());
        const QStringList names = binding.mapping.remoteFieldsOf(it.key());
        for (const QString &name : names) {
            if (shown.contains(name) && !write.wire.contains(name))
                settled.insert(name, known.value(name, Value::null()));
        }
    }
    return settled;
}

namespace {

Value without(const Value &group, const QString &part)
{
    Value::Parts parts = group.parts();
    parts.remove(part);
    return Value::group(parts);
}

} // namespace

void RemoteWrite::drop(const QStringList &remoteFields, const Binding &binding)
{
    for (const QString &name : remoteFields) {
        wire.remove(name);
        const QString mapId = binding.mapping.mapIdOf(name);
        const QStringList others = binding.mapping.remoteFieldsOf(mapId);
        if (std::ranges::none_of(others, [&](const QString &other) { return wire.contains(other); }))
            sent.remove(mapId);
        else if (const auto rest = sent.find(mapId); rest != sent.end() && rest->value.isGroup())
            rest->value = without(rest->value, binding.mapping.hubFieldOf(name));
    }
}

RemoteWrite RemoteWrite::removal(const Binding &binding, const QMap<QString, Value> &shadow)
{
    RemoteWrite write;
    const auto mapped = mappedOnly(shadow, binding.mapping.remoteFields());
    for (auto it = mapped.begin(); it != mapped.end(); ++it)
        write.wire.insert(it.key(), {it->toJson(), QJsonValue::Null, *it, Value::null()});
    return write;
}

QByteArray RemoteWrite::toJson() const
{
    JsonText json;
    json.openObject();
    if (existedBefore)
        json.key(u"existed").flag(true);
    write(json.key(u"fields"), wire);
    if (!losers.isEmpty())
        write(json.key(u"losers"), losers);
    if (!refused.isEmpty())
        write(json.key(u"refused"), refused);
    write(json.key(u"sent"), sent);
    if (!settled.isEmpty())
        core::write(json.key(u"settled"), settled);
    if (!warnings.isEmpty())
        write(json.key(u"warnings"), warnings);
    if (!withheld.isEmpty())
        json.key(u"withheld").text(withheld);
    return json.closeObject().take();
}

RemoteWrite RemoteWrite::fromJson(const QByteArray &json)
{
    const JsonDocument document = parseDocument(json);
    const JsonView root = document.root();
    RemoteWrite write;
    for (const JsonView field : root["fields"])
        write.wire.insert(write.wire.cend(), keyText(field), readWire(field));
    for (const JsonView field : root["sent"])
        write.sent.insert(write.sent.cend(), keyText(field), readSent(field));
    write.losers = readLosers(root["losers"]);
    write.warnings = readTexts(root["warnings"]);
    write.withheld = root["withheld"].text();
    write.settled = readValues(root["settled"]);
    write.refused = readTexts(root["refused"]);
    write.existedBefore = root["existed"].toBool();
    return write;
}

QByteArray hubUpdateDocument(const QMap<QString, HubChange> &changes, const QList<Loser> &losers)
{
    JsonText json;
    json.openObject().key(u"changes").openObject();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        core::write(json.key(it.key()).openObject().key(u"a"), it->after);
        if (it->before != HubField())
            core::write(json.key(u"b"), it->before);
        json.closeObject();
    }
    json.closeObject();
    if (!losers.isEmpty())
        write(json.key(u"losers"), losers);
    return json.closeObject().take();
}

QMap<QString, HubChange> hubChanges(const QByteArray &document)
{
    const JsonDocument parsed = parseDocument(document);
    QMap<QString, HubChange> changes;
    for (const JsonView change : parsed.root()["changes"])
        changes.insert(changes.cend(), keyText(change), {readHubField(change["b"]), readHubField(change["a"])});
    return changes;
}

QList<Loser> losersOf(const QByteArray &document)
{
    if (!document.contains("\"losers\""))
        return {};
    const JsonDocument parsed = parseDocument(document);
    return readLosers(parsed.root()["losers"]);
}

QByteArray agreeDocument(const QMap<QString, AgreedBase> &bases)
{
    JsonText json;
    json.openObject().key(u"agreed").openObject();
    for (auto it = bases.begin(); it != bases.end(); ++it) {
        json.key(it.key()).openObject();
        if (it->remoteNever || !isSameAsOnly(it->hub, it->remote))
            core::write(json.key(u"h"), it->hub);
        if (!it->remoteNever)
            core::write(json.key(u"r"), it->remote);
        json.closeObject();
    }
    return json.closeObject().closeObject().take();
}

QMap<QString, AgreedBase> agreedBases(const QByteArray &document)
{
    const JsonDocument parsed = parseDocument(document);
    QMap<QString, AgreedBase> bases;
    for (const JsonView base : parsed.root()["agreed"]) {
        const JsonView remote = base["r"];
        const auto raw = readValues(remote);
        bases.insert(bases.cend(), keyText(base), {readHubHalf(base["h"], raw), remote.isMissing(), raw});
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

QString contractKind(const QString &kind)
{
    return kind == "relink"_L1 ? u"link"_s : kind == "archive"_L1 ? u"update"_s : kind;
}

QJsonObject displayFields(const OperationRow &row)
{
    if (row.kind == "archive"_L1)
        return {{u"state"_s, QJsonObject{{u"before"_s, u"live"_s}, {u"after"_s, u"archived"_s}}}};
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
