#include "core/sync/oraclecase.h"

#include "core/sync/merger.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::test {

using namespace core;

namespace {

/// The model says "denied" where the hub's schema says "refused".
Value valueFromCase(const QJsonValue &json)
{
    if (json.toString() == "denied"_L1)
        return Value::text(u"refused"_s);
    return Value::fromJson(json);
}

bool isNever(const QJsonValue &json)
{
    return json["$"_L1].toString() == "never"_L1;
}

Half halfOf(const QJsonValue &json)
{
    return isNever(json) ? Half{} : Half::of(valueFromCase(json));
}

std::optional<Seconds> timeOf(const QJsonValue &json)
{
    return json.isDouble() ? std::optional<Seconds>(json.toInteger()) : std::nullopt;
}

FieldType kindOf(const QString &name)
{
    return name == "email"_L1  ? FieldType::Email
        : name == "set"_L1     ? FieldType::Set
        : name == "consent"_L1 ? FieldType::Consent
                               : FieldType::Text;
}

DeletePolicy deletePolicy(const QString &name)
{
    return name == "ignore"_L1 ? DeletePolicy::Ignore
        : name == "unlink"_L1  ? DeletePolicy::Unlink
        : name == "archive"_L1 ? DeletePolicy::Archive
                               : DeletePolicy::Propagate;
}

ConflictPolicy conflictPolicy(const QString &name)
{
    return name == "last_write_wins"_L1 ? ConflictPolicy::LastWriteWins
        : name == "field_merge"_L1      ? ConflictPolicy::FieldMerge
        : name == "primary_wins"_L1     ? ConflictPolicy::PrimaryWins
        : name == "secondary_wins"_L1   ? ConflictPolicy::SecondaryWins
                                        : ConflictPolicy::Manual;
}

/// The model shows canonical values as Python's repr: 'text', None, ['a', 'b'], <absent>.
QString fromRepr(const QString &repr)
{
    if (repr == "None"_L1 || repr == "[]"_L1)
        return {};
    const auto unquoted = [](QString text) {
        text = text.mid(1).chopped(1);
        return text == "denied"_L1 ? u"refused"_s : text;
    };
    if (repr.startsWith(u'[')) {
        QStringList members;
        for (const QString &member : repr.mid(1).chopped(1).split(u", "_s))
            members << unquoted(member);
        return members.join(QChar(0x1F));
    }
    return repr.startsWith(u'<') ? repr : unquoted(repr);
}

Sight sightOf(const QJsonValue &json)
{
    Sight sight;
    for (const QJsonValue &row : json.toArray())
        sight.append({row[0].toString(), row[1].toString(), fromRepr(row[2].toString())});
    return sight;
}

LinkState linkState(const QString &name)
{
    return name == "gone"_L1    ? LinkState::Gone
        : name == "excluded"_L1 ? LinkState::Excluded
        : name == "merged"_L1   ? LinkState::Merged
        : name == "deleted"_L1  ? LinkState::Deleted
                                : LinkState::Live;
}

/// The oracle keys by hub field; here everything of a link is keyed by the map's id, which a case makes equal to it.
FieldMap fieldMap(const QJsonValue &json)
{
    FieldMap map;
    map.id = json["remote"_L1].toString();
    map.hub = json["hub"_L1].toString();
    const QString direction = json["direction"_L1].toString();
    map.direction = direction == "push"_L1 ? Direction::Push
        : direction == "pull"_L1           ? Direction::Pull
                                           : Direction::Both;
    if (json["conflict"_L1].isString())
        map.conflict = conflictPolicy(json["conflict"_L1].toString());
    map.required = json["required"_L1].toBool();
    return map;
}

QMap<QString, Value> valuesOf(const QJsonObject &json)
{
    QMap<QString, Value> values;
    for (auto it = json.begin(); it != json.end(); ++it)
        values.insert(it.key(), valueFromCase(*it));
    return values;
}

void readHub(const QJsonArray &rows, Snapshot &snapshot)
{
    for (const QJsonValue &row : rows) {
        HubRecord record;
        record.id = row["id"_L1].toString();
        const QString state = row["state"_L1].toString();
        record.state = state == "archived"_L1 ? HubState::Archived
            : state == "deleted"_L1           ? HubState::Deleted
                                              : HubState::Live;
        if (row["delete_asked"_L1].isArray())
            record.deleteAsked = sightOf(row["delete_asked"_L1]);
        const QJsonObject fields = row["fields"_L1].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const QJsonValue json = *it;
            HubField field{valueFromCase(json["value"_L1]),
                           json["author"_L1].toString(),
                           timeOf(json["at"_L1]),
                           timeOf(json["field_at"_L1]),
                           {}};
            for (const QJsonValue &step : json["trail"_L1].toArray()) {
                const FieldType kind = snapshot.policies.kinds.value(it.key());
                field.trail.append(
                    {step[0].toString(), canonicalText(kind, valueFromCase(step[1])), step[2].toInteger()});
            }
            record.fields.insert(it.key(), field);
        }
        snapshot.hub.insert(record.id, record);
    }
}

void readLinks(const QJsonArray &rows, Snapshot &snapshot)
{
    for (const QJsonValue &row : rows) {
        Link link;
        link.hub = row["hub"_L1].toString();
        link.system = row["system"_L1].toString();
        link.remote = row["remote"_L1].toString();
        link.state = linkState(row["state"_L1].toString());
        const QJsonObject base = row["base"_L1].toObject();
        for (auto it = base.begin(); it != base.end(); ++it)
            link.base.insert(it.key(),
                             {halfOf((*it)["hub"_L1]), halfOf((*it)["remote"_L1]), (*it)["map"_L1].toString()});
        link.shadow = valuesOf(row["shadow"_L1].toObject());
        link.wrote = valuesOf(row["wrote"_L1].toObject());
        const QJsonObject times = row["times"_L1].toObject();
        for (auto it = times.begin(); it != times.end(); ++it)
            link.times.insert(it.key(), it->toInteger());
        const QJsonObject refused = row["refused"_L1].toObject();
        for (auto it = refused.begin(); it != refused.end(); ++it) {
            const FieldType kind = snapshot.policies.kinds.value(it.key());
            link.refused.insert(
                it.key(), {canonicalText(kind, valueFromCase((*it)[0])), canonicalText(kind, valueFromCase((*it)[1]))});
        }
        link.mtime = timeOf(row["mtime"_L1]);
        const QJsonValue evidence = row["evidence"_L1];
        link.evidence = {evidence["not_found"_L1].toBool(), evidence["in_feed"_L1].toBool(),
                         evidence["missing"_L1].toInt()};
        snapshot.links.append(link);
    }
}

void readRest(const QJsonObject &json, Snapshot &snapshot)
{
    for (const QJsonValue &row : json.value("strangers"_L1).toArray()) {
        Stranger stranger{row["system"_L1].toString(),
                          row["id"_L1].toString(),
                          valuesOf(row["fields"_L1].toObject()),
                          timeOf(row["mtime"_L1]),
                          {},
                          timeOf(row["created"_L1]),
                          std::nullopt};
        if (row["ours"_L1].isBool())
            stranger.ours = row["ours"_L1].toBool();
        snapshot.strangers.append(stranger);
    }
    for (const QJsonValue &row : json.value("intents"_L1).toArray()) {
        Intent intent;
        const QString kind = row["kind"_L1].toString();
        intent.kind = kind == "create"_L1 ? IntentKind::Create
            : kind == "delete"_L1         ? IntentKind::Delete
                                          : IntentKind::Update;
        intent.system = row["system"_L1].toString();
        intent.hub = row["hub"_L1].toString();
        intent.remote = row["remote"_L1].toString();
        intent.at = row["at"_L1].toInteger();
        snapshot.intents.append(intent);
    }
    for (const QJsonValue &row : json.value("graves"_L1).toArray())
        snapshot.graves.insert({row[0].toString(), row[1].toString()});
    const QJsonObject released = json.value("released"_L1).toObject();
    for (auto it = released.begin(); it != released.end(); ++it)
        snapshot.released.insert(it.key(), sightOf(*it));
    for (const QJsonValue &row : json.value("barred"_L1).toArray())
        snapshot.barred.insert({row[0].toString(), row[1].toString()}, row[2].toString());
}

} // namespace

Snapshot snapshotFromCase(const QJsonObject &document)
{
    Snapshot snapshot;
    snapshot.now = document.value("now"_L1).toInteger();
    const QJsonObject policies = document.value("policies"_L1).toObject();
    const QJsonObject kinds = policies.value("kinds"_L1).toObject();
    for (auto it = kinds.begin(); it != kinds.end(); ++it)
        snapshot.policies.kinds.insert(it.key(), kindOf(it->toString()));
    snapshot.policies.key = policies.value("key"_L1).toString();
    snapshot.policies.conflict = conflictPolicy(policies.value("conflict"_L1).toString());
    snapshot.policies.primary = policies.value("primary"_L1).toString();
    for (const QJsonValue &name : policies.value("order"_L1).toArray())
        snapshot.policies.order << name.toString();
    snapshot.policies.tolerance = policies.value("tolerance"_L1).toInt();
    snapshot.policies.releaseRule = policies.value("release_rule"_L1).toBool();
    snapshot.policies.guardShare = policies.value("guard_share"_L1).toDouble();
    snapshot.policies.guardCount = policies.value("guard_count"_L1).toInt();
    snapshot.policies.guardFloor = policies.value("guard_floor"_L1).toInt();
    const QJsonObject mapping = document.value("mapping"_L1).toObject();
    for (auto it = mapping.begin(); it != mapping.end(); ++it) {
        const QJsonValue json = *it;
        System system;
        system.name = it.key();
        system.deletes = deletePolicy(json["deletes"_L1].toString());
        system.creates = json["creates"_L1].toBool();
        system.listed = json["listed"_L1].toBool();
        system.resolution = json["resolution"_L1].toInt();
        for (const QJsonValue &field : json["fields"_L1].toArray())
            system.fields.append(fieldMap(field));
        snapshot.systems.insert(it.key(), system);
    }
    const QJsonObject rows = document.value("snapshot"_L1).toObject();
    readHub(rows.value("hub"_L1).toArray(), snapshot);
    readLinks(rows.value("links"_L1).toArray(), snapshot);
    readRest(rows, snapshot);
    return snapshot;
}

QList<JournalRow> rowsFromCase(const QJsonArray &rows)
{
    static const QMap<QString, OpKind> kinds{{u"create"_s, OpKind::Create},
                                             {u"update"_s, OpKind::Update},
                                             {u"delete"_s, OpKind::Delete},
                                             {u"archive"_s, OpKind::Archive},
                                             {u"link"_s, OpKind::Link}};
    QList<JournalRow> list;
    for (const QJsonValue &json : rows) {
        JournalRow row{
            json[0].toString(), kinds.value(json[1].toString()), json[2].toString(), json[3].toString(), {}, false};
        const QJsonObject fields = json[4].toObject();
        for (auto it = fields.begin(); it != fields.end(); ++it)
            row.fields.insert(it.key(), {valueFromCase((*it)[0]), valueFromCase((*it)[1])});
        list.append(row);
    }
    return list;
}

} // namespace syncline::test
