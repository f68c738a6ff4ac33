#include "core/services/reviewboard.h"

#include "core/engine/context.h"
#include "core/engine/operationdocument.h"
#include "core/services/recordtypes.h"
#include "core/services/referencenames.h"
#include "foundation/canonical.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QMap<QString, Value> openFields(const HubRow &row)
{
    return openGroups(valuesOf(row.fields));
}

} // namespace

Result<QString> ReviewBoard::titleOf(const QString &hubId)
{
    return m_session.stores().records.hub(hubId).map([&](const std::optional<HubRow> &row) {
        const QString name = row ? displayName(openFields(*row)) : QString();
        return name.isEmpty() ? hubId : name;
    });
}

Result<QString> ReviewBoard::titleOf(const HeldRecord &held)
{
    if (!held.record.isEmpty())
        return titleOf(held.record);
    return newcomerFields(held, nullptr).map([&](const QMap<QString, Value> &fields) {
        const QString name = displayName(fields);
        return name.isEmpty() ? held.remoteId : name;
    });
}

Result<ReviewCounts> ReviewBoard::counts(Millis dayBegan)
{
    const auto byKind = m_session.stores().review.counts();
    const auto waiting = m_review.held();
    const auto decided = m_review.decidedSince(dayBegan);
    if (!byKind || !waiting || !decided)
        return failure(!byKind ? byKind.error() : !waiting ? waiting.error() : decided.error());
    ReviewCounts counts{byKind->value(u"conflict"_s), 0, byKind->value(u"delete"_s), 0, *decided};
    for (const HeldRecord &record : *waiting) {
        if (record.isDuplicate())
            ++counts.duplicates;
        else if (!record.waitsForItsDelete())
            ++counts.held;
    }
    return counts;
}

Result<QList<Titled<ConflictCase>>> ReviewBoard::conflicts()
{
    const auto all = m_review.conflicts();
    if (!all)
        return failure(all.error());
    QList<Titled<ConflictCase>> list;
    for (const ConflictCase &conflict : *all) {
        const auto title = titleOf(conflict.record);
        if (!title)
            return failure(title.error());
        list.append({conflict, *title});
    }
    return list;
}

Result<QList<Titled<HeldRecord>>> ReviewBoard::duplicates()
{
    const auto all = m_review.duplicates();
    if (!all)
        return failure(all.error());
    QList<Titled<HeldRecord>> list;
    for (const HeldRecord &held : *all) {
        const auto title = titleOf(held);
        if (!title)
            return failure(title.error());
        list.append({held, *title});
    }
    return list;
}

Result<QList<Titled<HeldRecord>>> ReviewBoard::held()
{
    const auto all = m_review.held();
    if (!all)
        return failure(all.error());
    QList<Titled<HeldRecord>> list;
    for (const HeldRecord &held : *all) {
        if (held.isDuplicate() || held.waitsForItsDelete())
            continue; // they have a tab of their own
        const auto title = titleOf(held);
        if (!title)
            return failure(title.error());
        list.append({held, *title});
    }
    return list;
}

Result<QList<DeleteBoard>> ReviewBoard::deletes()
{
    const auto all = m_review.deletes();
    auto catalog = m_session.catalog(false);
    if (!all || !catalog)
        return failure(all ? catalog.error() : all.error());
    QList<DeleteBoard> list;
    for (const HeldDelete &held : *all) {
        const auto title = titleOf(held.record);
        const auto links = m_session.stores().records.linksOf(held.record);
        if (!title || !links)
            return failure(title ? links.error() : title.error());
        DeleteBoard board{held, *title, DeletePolicy::Ask, {}};
        for (const LinkRow &link : *links) {
            if (link.state == LinkState::Live && link.integration != held.integration)
                board.stillIn << catalog->nameOf(link.integration);
        }
        if (const Binding *binding = catalog->binding(held.integration, held.entity))
            board.policy = binding->system.deletes;
        list.append(board);
    }
    return list;
}

Result<ConflictBoard> ReviewBoard::conflict(const QString &id)
{
    const auto found = m_review.conflict(id);
    if (!found)
        return failure(found.error());
    const auto title = titleOf(found->record);
    const auto items = m_session.stores().review.ofHub(found->record);
    const auto operations = m_session.stores().runs.ofHub(found->record);
    if (!title || !items || !operations)
        return failure(!title ? title.error() : !items ? items.error() : operations.error());
    ConflictBoard board{found->record, found->entity, *title, {}, {}};
    QString run;
    for (const ReviewItem &item : *items) {
        if (item.kind != "conflict"_L1)
            continue;
        run = item.id == id ? item.run : run;
        board.conflicts.append(toConflictCase(item));
    }
    ReferenceNames names(m_session);
    std::ranges::stable_partition(board.conflicts, [&](const ConflictCase &conflict) { return conflict.id == id; });
    for (const OperationRow &row : *operations) {
        if (row.run != run || row.integration != hubSystem || row.outcome != "done"_L1)
            continue;
        const auto changes = hubChanges(row.document);
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            const auto before = names.shown(board.entity, it.key(), it->before.value);
            const auto after = names.shown(board.entity, it.key(), it->after.value);
            if (!before || !after)
                return failure(before ? after.error() : before.error());
            board.merged.append({it.key(), *before, *after, it->after.author});
        }
    }
    return board;
}

Result<QMap<QString, Value>> ReviewBoard::newcomerFields(const HeldRecord &held, QString *matchKey)
{
    auto catalog = m_session.catalog(false);
    if (!catalog)
        return failure(catalog.error());
    const Binding *binding = catalog->binding(held.integrationId, held.entity);
    if (!binding)
        return QMap<QString, Value>();
    const auto row = m_session.stores().records.stranger({held.integrationId, binding->remote.name, held.remoteId});
    if (!row)
        return failure(row.error());
    QMap<QString, Value> fields;
    if (!*row)
        return fields;
    if (matchKey)
        *matchKey = (*row)->matchKey;
    const Stranger stranger = toStranger(**row, *binding);
    for (const FieldMap &map : binding->system.fields)
        fields.insert(map.hub, stranger.fields.value(map.id));
    return openGroups(fields);
}

Result<DuplicateBoard> ReviewBoard::duplicate(const QString &id)
{
    const auto found = m_review.heldRecord(id);
    if (!found)
        return failure(found.error());
    QString key;
    const auto fields = newcomerFields(*found, &key);
    if (!fields)
        return failure(fields.error());
    const auto hubs = m_session.stores().records.hubsByKey(found->entity, key);
    const auto names = m_session.stores().integrations.all();
    if (!hubs || !names)
        return failure(hubs ? names.error() : hubs.error());
    DuplicateBoard board{*found, displayName(*fields), *fields, {}, {}};
    QStringList close;
    for (const QString &hub : *hubs) {
        const auto row = m_session.stores().records.hub(hub);
        const auto links = m_session.stores().records.linksOf(hub);
        if (!row || !links)
            return failure(row ? links.error() : row.error());
        if (!*row || (*row)->state != HubState::Live)
            continue;
        const auto open = openFields(**row);
        DuplicateBoard::Candidate candidate{hub, displayName(open), open, {}, (*row)->updatedAt, false};
        for (const LinkRow &link : *links) {
            if (link.state != LinkState::Live)
                continue;
            candidate.taken = candidate.taken || link.integration == found->integrationId;
            for (const IntegrationRow &integration : *names) {
                if (integration.id == link.integration)
                    candidate.systems << integration.name;
            }
        }
        const auto agrees = [&](const QString &field, FieldType type) {
            return !fields->value(field).isBlank() && same(type, fields->value(field), open.value(field));
        };
        if (!candidate.taken && agrees(u"email"_s, FieldType::Email) && agrees(u"phone"_s, FieldType::Phone))
            close << hub;
        board.candidates.append(candidate);
    }
    board.likely = close.size() == 1 ? close.first() : QString();
    return board;
}

} // namespace syncline::core
