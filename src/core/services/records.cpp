#include "core/services/records.h"

#include "core/engine/context.h"
#include "core/engine/operationdocument.h"
#include "core/engine/reports.h"
#include "core/sync/planner.h"
#include "core/workspace/documents.h"
#include "foundation/canonical.h"
#include "foundation/ids.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Records", text);
}

QString stateName(HubState state)
{
    switch (state) {
    case HubState::Live:
        return u"live"_s;
    case HubState::Archived:
        return u"archived"_s;
    case HubState::Deleted:
        return u"deleted"_s;
    }
    return {};
}

QString linkStateName(LinkState state)
{
    switch (state) {
    case LinkState::Live:
        return u"live"_s;
    case LinkState::Gone:
        return u"gone"_s;
    case LinkState::Excluded:
        return u"excluded"_s;
    case LinkState::Merged:
        return u"merged"_s;
    case LinkState::Deleted:
        return u"deleted"_s;
    }
    return {};
}

/// What the newest of its last test and the last run that asked it says.
QString healthOf(const IntegrationRow &row, const QList<RunRow> &runs)
{
    const qint64 testedAt = row.health.value("at"_L1).toInteger();
    for (const RunRow &run : runs) { // newest first
        if (!run.finishedAt || *run.finishedAt < testedAt)
            continue;
        for (const QJsonValue &problem : run.report.value("problems"_L1).toArray()) {
            if (problem["integration"_L1].toString() == row.name)
                return u"down"_s;
        }
        for (const QJsonValue &line : run.report.value("ledger"_L1).toArray()) {
            if (line["integration"_L1].toString() == row.name && line["requests"_L1].toInt() > 0)
                return u"healthy"_s;
        }
    }
    return row.health.value("status"_L1).toString(u"unknown"_s);
}

tl::unexpected<Error> noField(const QString &entity, const QString &field)
{
    return failure(ErrorKind::Usage, tr("%1 has no field named %2.").arg(entity, field),
                   tr("Field names are those of docs/hub-schema.md, or begin with x_."));
}

} // namespace

Result<QMap<QString, QString>> Records::names()
{
    const auto rows = m_session.stores().integrations.all();
    if (!rows)
        return failure(rows.error());
    QMap<QString, QString> names;
    for (const IntegrationRow &row : *rows)
        names.insert(row.id, row.name);
    return names;
}

Result<HubRow> Records::row(const QString &id)
{
    const auto found = m_session.stores().records.hub(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::Usage, tr("There is no record %1.").arg(id),
                       tr("See records with: syncline-cli records list contact"));
    return **found;
}

Result<QJsonObject> Records::toJson(const HubRow &row, const QMap<QString, QString> &names)
{
    QJsonObject fields;
    const auto opened = openGroups(valuesOf(row.fields));
    for (auto it = opened.begin(); it != opened.end(); ++it) {
        if (it->isReadable() && !it->isBlank())
            fields.insert(it.key(), it->isList() ? it->toJson()["$list"_L1] : it->toJson());
    }
    const auto rows = m_session.stores().records.linksOf(row.id);
    if (!rows)
        return failure(rows.error());
    QJsonArray links;
    for (const LinkRow &link : *rows) {
        if (link.state == LinkState::Live)
            links.append(QJsonObject{{u"integration"_s, names.value(link.integration, link.integration)},
                                     {u"entity"_s, link.remoteEntity},
                                     {u"remote_id"_s, link.remoteId}});
    }
    return QJsonObject{
        {u"id"_s, row.id}, {u"state"_s, stateName(row.state)}, {u"fields"_s, fields}, {u"links"_s, links}};
}

Result<QJsonArray> Records::list(const QString &entity, const QString &after, int limit)
{
    if (!m_session.schema().entity(entity))
        return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity),
                       tr("Entities are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    const auto page = m_session.stores().records.hubPage(entity, after, limit);
    const auto known = names();
    if (!page || !known)
        return failure(page ? known.error() : page.error());
    QJsonArray list;
    for (const HubRow &found : *page) {
        const auto json = toJson(found, *known);
        if (!json)
            return failure(json.error());
        list.append(*json);
    }
    return list;
}

Result<QJsonObject> Records::show(const QString &id)
{
    const auto found = row(id);
    const auto known = names();
    if (!found || !known)
        return failure(found ? known.error() : found.error());
    auto json = toJson(*found, *known);
    if (!json)
        return json;
    QJsonObject provenance;
    for (auto it = found->fields.begin(); it != found->fields.end(); ++it) {
        provenance.insert(
            it.key(),
            QJsonObject{{u"by"_s, it->author}, {u"at"_s, it->at ? QJsonValue(isoTime(*it->at * 1000)) : QJsonValue()}});
    }
    const auto links = m_session.stores().records.linksOf(id);
    if (!links)
        return failure(links.error());
    QJsonArray sides;
    for (const LinkRow &link : *links) {
        sides.append(QJsonObject{{u"integration"_s, known->value(link.integration, link.integration)},
                                 {u"entity"_s, link.remoteEntity},
                                 {u"remote_id"_s, link.remoteId},
                                 {u"state"_s, linkStateName(link.state)},
                                 {u"values"_s, valuesToJson(link.shadow)}});
    }
    json->insert(u"provenance"_s, provenance);
    json->insert(u"sides"_s, sides);
    json->insert(u"created_at"_s, isoTime(found->createdAt));
    json->insert(u"updated_at"_s, isoTime(found->updatedAt));
    return json;
}

Result<Value> Records::parse(const QString &entity, const QString &field, const QString &text) const
{
    const HubFieldDef *def = m_session.schema().field(entity, field);
    if (!def) {
        return noField(entity, field);
    }
    const auto wrong = [&](const QString &example) {
        return failure(ErrorKind::Usage, tr("\"%1\" is no value for %2.").arg(text, field),
                       tr("For example: %1").arg(example));
    };
    if (text.isEmpty())
        return def->type == FieldType::Set ? Value::set({}) : Value::text({});
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s), email(u"^\\S+@\\S+\\.\\S+$"_s);
    switch (def->type) {
    case FieldType::Set:
    case FieldType::Refs: {
        QStringList members;
        for (const QString &member : text.split(u','))
            members << member.trimmed();
        return Value::set(members);
    }
    case FieldType::Date:
        if (!QDate::fromString(text, Qt::ISODate).isValid())
            return wrong(field + u"=1980-12-31"_s);
        break;
    case FieldType::DateTime:
        if (!QDateTime::fromString(text, Qt::ISODate).isValid())
            return wrong(field + u"=2026-01-31T09:30:00Z"_s);
        return Value::text(QDateTime::fromString(text, Qt::ISODate).toUTC().toString(Qt::ISODate));
    case FieldType::Integer:
    case FieldType::Decimal:
        if (!number.match(text).hasMatch())
            return wrong(field + u"=12.50"_s);
        return Value::text(*canonical(def->type, Value::text(text)));
    case FieldType::Email:
        if (!email.match(text).hasMatch())
            return wrong(field + u"=jane@example.com"_s);
        break;
    case FieldType::Consent:
        if (text != "granted"_L1 && text != "refused"_L1 && text != "unknown"_L1)
            return wrong(field + u"=refused"_s);
        break;
    default:
        break;
    }
    return Value::text(text);
}

Result<void> Records::put(HubRow &found, const QMap<QString, QString> &fields)
{
    const Seconds now = m_session.clock().nowSeconds();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const auto value = parse(found.entity, it.key(), *it);
        if (!value)
            return failure(value.error());
        const QString key = m_session.schema().mergeKey(found.entity, it.key());
        Value whole = *value;
        if (key != it.key()) {
            Value::Parts parts = found.fields.value(key).value.parts();
            parts.insert(it.key(), *value);
            whole = Value::group(parts);
        }
        found.fields.insert(key, HubField{whole, personAuthor, now, now, {}});
    }
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    found.matchKey = EntityContext(*catalog, found.entity).keyOfHub(found.fields);
    found.updatedAt = m_session.clock().now().count();
    found.pending = 1;
    return {};
}

Result<QString> Records::create(const QString &entity, const QMap<QString, QString> &fields)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    if (!m_session.schema().entity(entity))
        return failure(ErrorKind::Usage, tr("There is no entity named %1.").arg(entity),
                       tr("Entities are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    HubRow made;
    made.id = newUuid7(m_session.clock().now(), randomBytes(10));
    made.entity = entity;
    made.createdAt = m_session.clock().now().count();
    if (auto filled = put(made, fields); !filled)
        return failure(filled.error());
    auto saved = m_session.stores().db.transaction("create", [&] {
        return m_session.stores().records.insertHub(made).and_then([&] {
            return m_session.stores().review.audit({made.createdAt,
                                                    m_session.actor.name,
                                                    {},
                                                    0,
                                                    u"created"_s,
                                                    entity,
                                                    made.id,
                                                    {},
                                                    hubFieldsToJson(made.fields)});
        });
    });
    if (!saved)
        return failure(saved.error());
    return made.id;
}

Result<void> Records::set(const QString &id, const QMap<QString, QString> &fields)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    auto found = row(id);
    if (!found)
        return failure(found.error());
    const auto before = found->fields;
    if (auto filled = put(*found, fields); !filled)
        return filled;
    ++found->revision;
    return m_session.stores().db.transaction("edit", [&]() -> Result<void> {
        for (auto it = found->fields.begin(); it != found->fields.end(); ++it) {
            if (before.value(it.key()) == *it)
                continue;
            auto done = m_session.stores().review.audit(
                {found->updatedAt,
                 m_session.actor.name,
                 {},
                 0,
                 u"edited"_s,
                 found->entity,
                 id,
                 it.key(),
                 {{u"before"_s, before.value(it.key()).value.toJson()}, {u"after"_s, it->value.toJson()}}});
            if (!done)
                return done;
        }
        return m_session.stores().records.updateHub(*found);
    });
}

Result<void> Records::remove(const QString &id)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    auto found = row(id);
    if (!found)
        return failure(found.error());
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const EntityContext context(*catalog, found->entity);
    const auto rows = m_session.stores().records.linksOf(id);
    if (!rows)
        return failure(rows.error());
    QList<Link> links;
    for (const LinkRow &link : *rows) {
        if (const Binding *binding = context.byId.value(link.integration))
            links.append(toLink(link, *binding));
    }
    Snapshot snapshot;
    snapshot.systems = context.systems;
    snapshot.policies = context.policies;
    found->deleteAsked = sightOf(snapshot, toHubRecord(*found), links);
    found->pending = 1;
    ++found->revision;
    return m_session.stores().db.transaction("delete asked", [&] {
        return m_session.stores().records.updateHub(*found).and_then([&] {
            return m_session.stores().review.audit({m_session.clock().now().count(),
                                                    m_session.actor.name,
                                                    {},
                                                    0,
                                                    u"delete_asked"_s,
                                                    found->entity,
                                                    id,
                                                    {},
                                                    {}});
        });
    });
}

Result<QJsonObject> Records::why(const QString &entity, const QString &id, const QString &field)
{
    const auto found = row(id);
    const auto known = names();
    if (!found || !known)
        return failure(found ? known.error() : found.error());
    if (!m_session.schema().field(entity, field) && !m_session.schema().groups(entity).contains(field))
        return noField(entity, field);
    if (found->entity != entity)
        return failure(ErrorKind::Usage, tr("The record %1 is a %2, not a %3.").arg(id, found->entity, entity),
                       tr("Ask with: syncline-cli why %1 %2 %3").arg(found->entity, id, field));
    const QString key = m_session.schema().mergeKey(entity, field);
    const HubField value = found->fields.value(key);
    QJsonArray history;
    const auto operations = m_session.stores().runs.ofHub(id);
    if (!operations)
        return failure(operations.error());
    for (const OperationRow &operation : *operations) {
        const QJsonObject fields = displayFields(operation);
        const bool touches = operation.integration == hubSystem ? hubChanges(operation.document).contains(key) : true;
        if (!touches || operation.kind == "agree"_L1)
            continue;
        history.append(QJsonObject{{u"run"_s, operation.run},
                                   {u"system"_s, known->value(operation.integration, operation.integration)},
                                   {u"kind"_s, operation.kind},
                                   {u"fields"_s, fields},
                                   {u"reason"_s, operation.reason},
                                   {u"outcome"_s, operation.outcome},
                                   {u"detail"_s, operation.detail}});
    }
    const auto audits = m_session.stores().review.auditOf(id);
    if (!audits)
        return failure(audits.error());
    QJsonArray acts;
    for (const AuditEntry &entry : *audits) {
        if (entry.field.isEmpty() || entry.field == key)
            acts.append(QJsonObject{{u"at"_s, isoTime(entry.at)},
                                    {u"by"_s, entry.actor},
                                    {u"action"_s, entry.action},
                                    {u"run"_s, entry.run},
                                    {u"details"_s, entry.document}});
    }
    const Value shown = key == field ? value.value : value.value.part(field);
    const QString sentence = value.author.isEmpty() ? tr("Nobody has set %1 yet.").arg(field)
        : value.author == personAuthor              ? tr("A person set %1 here.").arg(field)
                                                    : tr("%1 came from %2.").arg(field, value.author);
    return QJsonObject{
        {u"entity"_s, entity},     {u"record"_s, id},
        {u"field"_s, field},       {u"value"_s, shown.isReadable() ? shown.toJson() : QJsonValue()},
        {u"by"_s, value.author},   {u"at"_s, value.at ? QJsonValue(isoTime(*value.at * 1000)) : QJsonValue()},
        {u"sentence"_s, sentence}, {u"history"_s, history},
        {u"acts"_s, acts}};
}

Result<QJsonObject> Records::status()
{
    const auto integrations = m_session.stores().integrations.all();
    const auto runs = m_session.stores().runs.latest(10);
    const auto waiting = m_session.stores().review.counts();
    if (!integrations || !runs || !waiting)
        return failure(!integrations ? integrations.error() : !runs ? runs.error() : waiting.error());
    QJsonArray list;
    bool healthy = true;
    for (const IntegrationRow &row : *integrations) {
        QJsonObject links;
        const auto mappings = m_session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &mapping : *mappings) {
            const auto live = m_session.stores().records.liveLinks(row.id, mapping.remoteEntity);
            if (!live)
                return failure(live.error());
            links.insert(mapping.hubEntity, *live);
        }
        const QString state = healthOf(row, *runs);
        healthy = healthy && state != "down"_L1;
        list.append(
            QJsonObject{{u"name"_s, row.name},
                        {u"provider"_s, row.provider},
                        {u"state"_s, row.state},
                        {u"health"_s, state},
                        {u"response_ms"_s,
                         row.health.contains("response_ms"_L1) ? row.health.value("response_ms"_L1) : QJsonValue()},
                        {u"linked"_s, links}});
    }
    QJsonValue last;
    int successes = 0, finished = 0;
    qint64 duration = 0;
    for (const RunRow &run : *runs) {
        if (!run.finishedAt || run.dryRun)
            continue;
        if (last.isNull())
            last = QJsonObject{
                {u"run"_s, run.id}, {u"status"_s, run.status}, {u"finished_at"_s, isoTime(*run.finishedAt)}};
        ++finished;
        successes += run.status == "done"_L1 ? 1 : 0;
        duration += *run.finishedAt - run.startedAt;
    }
    QJsonObject counts;
    for (auto it = waiting->begin(); it != waiting->end(); ++it)
        counts.insert(it.key(), *it);
    return QJsonObject{{u"health"_s, healthy ? u"healthy"_s : u"degraded"_s},
                       {u"last_sync"_s, last},
                       {u"integrations"_s, list},
                       {u"waiting"_s, counts},
                       {u"runs"_s,
                        QJsonObject{{u"counted"_s, finished},
                                    {u"success_rate"_s, finished ? double(successes) / finished : 1.0},
                                    {u"average_ms"_s, finished ? duration / finished : 0}}}};
}

} // namespace syncline::core
