#include "core/services/recordboard.h"

#include "core/engine/context.h"
#include "core/services/conflictcase.h"
#include "core/services/records.h"
#include "core/services/referencenames.h"
#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Hub field -> value of one link, in the hub's terms; what is not in it is not mapped.
QMap<QString, Value> hubTerms(const LinkRow &row, const Binding &binding)
{
    const Link link = toLink(row, binding);
    QMap<QString, Value> values;
    for (const FieldMap &map : binding.system.fields) {
        const Value value = link.shadow.value(map.id);
        if (map.parts.isEmpty()) {
            values.insert(map.hub, value);
            continue;
        }
        for (const FieldMapPart &part : map.parts)
            values.insert(part.key, value.part(part.key));
    }
    return values;
}

} // namespace

Result<QList<SystemRef>> systemRefs(Session &session)
{
    return session.stores().integrations.all().map([](const QList<IntegrationRow> &rows) {
        QList<SystemRef> systems;
        for (const IntegrationRow &row : rows) {
            if (row.state != "removed"_L1)
                systems.append({row.id, row.name, row.provider});
        }
        return systems;
    });
}

QString fieldLabel(const HubSchema &schema, const QString &entity, const QString &field)
{
    if (const HubFieldDef *def = schema.field(entity, field))
        return def->label;
    return field;
}

bool RecordValue::differs() const
{
    return std::ranges::any_of(sides, [&](const Side &side) {
        return side.mapped && side.value.isReadable() && !(side.value.isBlank() && value.isBlank())
            && !same(FieldType::Text, side.value, value);
    });
}

Result<RecordBoard> RecordPage::open(const QString &id)
{
    auto detail = Records(m_session).show(id);
    if (!detail)
        return failure(detail.error());
    RecordBoard board;
    board.record = std::move(*detail);
    board.title = displayName(board.record.fields);
    const auto items = m_session.stores().review.ofHub(id);
    if (!items)
        return failure(items.error());
    for (const ReviewItem &item : *items) {
        board.conflicts += item.kind == "conflict"_L1 ? 1 : 0;
        board.held += item.kind == "held"_L1 ? 1 : 0;
        if (item.kind == "conflict"_L1 && board.firstConflict.isEmpty())
            board.firstConflict = item.id;
    }
    return readValues(board).and_then([&] { return readHistory(board); }).map([&] { return std::move(board); });
}

Result<void> RecordPage::readValues(RecordBoard &board)
{
    auto catalog = m_session.catalog(false);
    const auto links = m_session.stores().records.linksOf(board.record.id);
    const auto refs = systemRefs(m_session);
    const auto items = m_session.stores().review.ofHub(board.record.id);
    if (!catalog || !links || !refs || !items)
        return failure(!catalog ? catalog.error() : !links ? links.error() : !refs ? refs.error() : items.error());
    QList<QMap<QString, Value>> sides;
    for (const SystemRef &system : *refs) {
        const auto link = std::ranges::find(*links, system.id, &LinkRow::integration);
        if (link == links->end())
            continue;
        const Binding *binding = catalog->binding(system.id, board.record.entity, link->remoteEntity);
        board.systems.append(system);
        sides.append(binding ? hubTerms(*link, *binding) : QMap<QString, Value>());
    }
    QMap<QString, QString> conflicts;
    for (const ReviewItem &item : *items) {
        if (item.kind == "conflict"_L1)
            conflicts.insert(toConflictCase(item).field, item.id);
    }
    const HubEntityDef *entity = m_session.schema().entity(board.record.entity);
    for (const HubFieldDef &field : entity ? entity->fields : QList<HubFieldDef>()) {
        RecordValue line{
            field.key, field.label, board.record.fields.value(field.key), {}, {}, {}, conflicts.value(field.key)};
        bool mapped = false;
        for (const auto &side : std::as_const(sides)) {
            mapped = mapped || side.contains(field.key);
            line.sides.append({side.contains(field.key), side.value(field.key)});
        }
        if (!mapped && line.value.isBlank())
            continue;
        if (!line.value.isReadable())
            line.value = Value::null();
        const HubField stored = board.record.provenance.value(field.group.isEmpty() ? field.key : field.group);
        line.by = stored.author;
        line.at = stored.at ? std::optional(*stored.at * 1000) : std::nullopt;
        if (mapped || !line.value.isBlank())
            board.values.append(line);
    }
    return nameReferences(board);
}

Result<void> RecordPage::nameReferences(RecordBoard &board)
{
    ReferenceNames names(m_session);
    for (RecordValue &line : board.values) {
        QList<Value *> values{&line.value};
        for (RecordValue::Side &side : line.sides)
            values << &side.value;
        for (Value *value : values) {
            const auto shown = names.shown(board.record.entity, line.field, *value);
            if (!shown)
                return failure(shown.error());
            *value = *shown;
        }
    }
    return {};
}

} // namespace syncline::core
