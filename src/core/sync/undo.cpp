#include "core/sync/undo.h"

#include "core/sync/drafting.h"
#include "core/sync/groups.h"
#include "core/sync/planner.h"
#include "foundation/canonical.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Place
{
    QString system, remote;
    bool operator==(const Place &) const = default;
    bool operator<(const Place &other) const { return std::tie(system, remote) < std::tie(other.system, other.remote); }
};

struct Part ///< one write of one field
{
    int row = 0;
    Place place;
    QString mapId; ///< "" for the hub
    Value before, after;
};

/// Takes a run back, record by record and field by field (S-27).
class Undoer
{
public:
    Undoer(const QList<JournalRow> &rows, const Snapshot &snapshot) : m_rows(rows), m_snap(snapshot)
    {
        m_outcomes.resize(rows.size());
    }

    UndoPlan run()
    {
        collect();
        undoCreates();
        undoImports();
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
            if (!m_removed.contains(it.key().first))
                undoField(it.key().first, it.key().second, *it);
        }
        std::ranges::stable_sort(m_plan.ops, {},
                                 [](const Op &op) { return !op.isLocal() || op.kind == OpKind::Delete; });
        return {std::move(m_plan), std::move(m_outcomes)};
    }

private:
    void collect()
    {
        for (int i = 0; i < m_rows.size(); ++i) {
            const JournalRow &row = m_rows[i];
            m_outcomes[i] = {UndoOutcome::Kept, plannerText("It was touched since.")};
            if (row.kind == OpKind::Update)
                collectUpdate(i);
            else if (row.kind == OpKind::Create && row.system == hubSystem)
                m_made.insert(row.hub);
            else if (row.kind == OpKind::Create)
                m_creates[row.hub].append(i);
            else if (row.kind == OpKind::Delete || row.kind == OpKind::Archive)
                m_outcomes[i] = {UndoOutcome::NotPossible,
                                 row.system == hubSystem ? plannerText("Its records in the CRMs are gone.")
                                                         : plannerText("A deleted record cannot get its old id back.")};
            else
                m_outcomes[i] = {UndoOutcome::Kept, plannerText("The records stay linked.")};
        }
    }

    void collectUpdate(int index)
    {
        const JournalRow &row = m_rows[index];
        for (auto it = row.fields.begin(); it != row.fields.end(); ++it) {
            const bool hub = row.system == hubSystem;
            const QString field = hub ? it.key() : fieldOf(row.system, it.key());
            m_fields[{row.hub, field}].append(
                {index, {row.system, row.remote}, hub ? QString() : it.key(), it->first, it->second});
        }
    }

    QString fieldOf(const QString &system, const QString &mapId) const
    {
        for (const FieldMap &map : m_snap.systems.value(system).fields) {
            if (map.id == mapId)
                return map.hub;
        }
        return mapId;
    }

    const FieldMap *mapOf(const Part &part) const
    {
        const auto system = m_snap.systems.constFind(part.place.system);
        if (system == m_snap.systems.cend())
            return nullptr;
        const auto it = std::ranges::find(system->fields, part.mapId, &FieldMap::id);
        return it == system->fields.end() ? nullptr : &*it;
    }

    FieldType kind(const QString &field) const { return m_snap.policies.kinds.value(field, FieldType::Text); }

    const Link *link(const Place &place) const
    {
        for (const Link &candidate : m_snap.links) {
            if (candidate.system == place.system && candidate.remote == place.remote
                && candidate.state == LinkState::Live && m_snap.systems.contains(candidate.system)
                && !isGone(candidate))
                return &candidate;
        }
        return nullptr;
    }

    bool isUntouched(const QString &hub) const
    {
        const auto record = m_snap.hub.constFind(hub);
        if (record == m_snap.hub.cend() || record->state != HubState::Live)
            return false;
        QMap<QString, Value> last;
        for (const JournalRow &row : m_rows) {
            if (row.hub != hub || row.system != hubSystem || row.kind != OpKind::Update)
                continue;
            for (auto it = row.fields.begin(); it != row.fields.end(); ++it)
                last.insert(it.key(), it->second);
        }
        for (auto it = record->fields.begin(); it != record->fields.end(); ++it) {
            if (!same(kind(it.key()), it->value, last.value(it.key(), Value::null())))
                return false;
        }
        return true;
    }

    void undoCreates()
    {
        for (auto it = m_creates.begin(); it != m_creates.end(); ++it) {
            for (const int index : std::as_const(*it))
                undoCreate(it.key(), index);
        }
    }

    void undoCreate(const QString &hub, int index)
    {
        const JournalRow &row = m_rows[index];
        if (row.existedBefore) { // S-39
            m_outcomes[index] = {UndoOutcome::NotPossible,
                                 plannerText("The CRM had this record already, and what it held before is not known.")};
            return;
        }
        const Link *there = link({row.system, row.remote});
        bool stands = there != nullptr;
        for (auto it = row.fields.begin(); stands && it != row.fields.end(); ++it)
            stands = same(kind(fieldOf(row.system, it.key())), partsLike(there->shadow.value(it.key()), it->second),
                          it->second);
        if (!stands)
            return;
        m_outcomes[index] = {UndoOutcome::Reversed, {}};
        Op op;
        op.system = row.system;
        op.kind = OpKind::Delete;
        op.hub = hub;
        op.remote = row.remote;
        op.reason = plannerText("Undo of a create.");
        for (auto it = there->shadow.begin(); it != there->shadow.end(); ++it)
            op.sent.insert(it.key(), {Value::null(), Value::null(), *it});
        m_plan.ops.append(op);
    }

    void undoImports()
    {
        for (const QString &hub : std::as_const(m_made)) {
            const auto creates = m_creates.value(hub);
            const bool all = std::ranges::all_of(creates,
                                                 [&](int i) { return m_outcomes[i].outcome == UndoOutcome::Reversed; });
            if (!all || !isUntouched(hub))
                continue;
            m_removed.insert(hub);
            Op op;
            op.system = hubSystem;
            op.kind = OpKind::Delete;
            op.hub = hub;
            op.reason = plannerText("Undo of a create.");
            m_plan.ops.append(op);
            for (int i = 0; i < m_rows.size(); ++i) {
                if (m_rows[i].hub == hub && (m_rows[i].system == hubSystem || m_rows[i].kind == OpKind::Link))
                    m_outcomes[i] = {UndoOutcome::Reversed, {}};
            }
        }
    }

    void undoField(const QString &hub, const QString &field, const QList<Part> &parts)
    {
        const auto record = m_snap.hub.constFind(hub);
        QMap<Place, const Part *> first, last;
        for (const Part &part : parts) {
            if (!first.contains(part.place))
                first.insert(part.place, &part);
            last.insert(part.place, &part);
        }
        bool loosens = false;
        for (auto it = last.begin(); it != last.end(); ++it) {
            loosens = loosens
                || (kind(field) == FieldType::Consent && strictness((*it)->after) == 2
                    && strictness(first.value(it.key())->before) < 2);
        }
        const bool intact = !loosens && record != m_snap.hub.cend() && record->state == HubState::Live
            && std::ranges::all_of(last, [&](const Part *part) { return stands(*record, field, *part); });
        for (const Part &part : parts) {
            const QString why = loosens ? plannerText("Undo does not loosen consent.")
                                        : plannerText("It was touched since.");
            m_outcomes[part.row] = intact ? UndoRow{UndoOutcome::Reversed, {}} : UndoRow{UndoOutcome::Kept, why};
        }
        if (intact)
            reverse(*record, field, first);
    }

    /// Does the place still show what the run left, and does the hub hold what it was written for?
    bool stands(const HubRecord &record, const QString &field, const Part &part) const
    {
        if (part.place.system == hubSystem)
            return same(kind(field), valueOf(record, field), part.after);
        const Link *there = link(part.place);
        if (!there || !same(kind(field), partsLike(there->shadow.value(part.mapId), part.after), part.after))
            return false;
        const auto base = there->base.constFind(part.mapId);
        const FieldMap *map = mapOf(part);
        return map && base != there->base.cend() && holdsHub(kind(field), *map, base->hub, valueOf(record, field));
    }

    void reverse(const HubRecord &record, const QString &field, const QMap<Place, const Part *> &first)
    {
        const HubField old = record.fields.value(field);
        Value value = old.value;
        const auto hub = first.constFind({hubSystem, {}});
        if (hub != first.cend()) {
            value = (*hub)->before;
            Op op;
            op.system = hubSystem;
            op.kind = OpKind::Update;
            op.hub = record.id;
            op.changes.insert(field, {old, HubField{value, personAuthor, m_snap.now, m_snap.now, {}}});
            op.reason = plannerText("Undo.");
            m_plan.ops.append(op);
        }
        for (const Link &candidate : m_snap.links) {
            if (candidate.hub == record.id && link({candidate.system, candidate.remote}) == &candidate)
                reverseSide(record, field, candidate, value, hub != first.cend(), first);
        }
    }

    void reverseSide(const HubRecord &record, const QString &field, const Link &there, const Value &value,
                     bool hubMoves, const QMap<Place, const Part *> &first)
    {
        for (const FieldMap &map : m_snap.systems.value(there.system).fields) {
            if (map.hub != field)
                continue;
            Op op;
            op.system = there.system;
            op.hub = record.id;
            op.remote = there.remote;
            const auto part = first.constFind({there.system, there.remote});
            const auto base = there.base.value(map.id);
            if (part != first.cend()) {
                op.kind = OpKind::Update;
                op.sent.insert(map.id, {value, (*part)->before, there.shadow.value(map.id)});
                op.reason = plannerText("Undo.");
                m_plan.ops.append(op);
            } else if (hubMoves && holdsRemote(kind(field), base.remote, there.shadow.value(map.id))
                       && holdsHub(kind(field), map, base.hub, valueOf(record, field))) {
                op.kind = OpKind::Agree;
                op.agreed.insert(map.id, {Half::of(value), Half::of(there.shadow.value(map.id)), map.id});
                op.reason = plannerText("Undone here; it may differ until one side changes.");
                m_plan.ops.append(op);
            }
        }
    }

    const QList<JournalRow> &m_rows;
    const Snapshot &m_snap;
    Plan m_plan;
    QList<UndoRow> m_outcomes;
    QMap<QString, QList<int>> m_creates;
    QSet<QString> m_made, m_removed;
    QMap<QPair<QString, QString>, QList<Part>> m_fields;
};

} // namespace

UndoPlan undo(const QList<JournalRow> &rows, const Snapshot &snapshot)
{
    return Undoer(rows, snapshot).run();
}

} // namespace syncline::core
