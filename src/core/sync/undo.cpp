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
    QString mapId; ///< the hub's field for the hub
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
            if (m_removed.contains(it.key().first))
                undoSides(it.key().second, *it);
            else
                undoField(it.key().first, it.key().second, *it);
        }
        for (const int row : std::as_const(m_changed)) {
            const auto &kept = m_outcomes[row].kept;
            m_outcomes[row].outcome = kept.isEmpty() ? UndoOutcome::Reversed : UndoOutcome::Kept;
            m_outcomes[row].reason = kept.isEmpty() ? QString() : kept.first();
        }
        joinUpdates();
        std::ranges::stable_sort(m_plan.ops, {},
                                 [](const Op &op) { return !op.isLocal() || op.kind == OpKind::Delete; });
        return {std::move(m_plan), std::move(m_outcomes)};
    }

private:
    void collect()
    {
        for (int i = 0; i < m_rows.size(); ++i) {
            const JournalRow &row = m_rows[i];
            m_outcomes[i] = {UndoOutcome::Kept, plannerText("It was touched since."), {}};
            if (row.kind == OpKind::Update)
                collectUpdate(i);
            else if (row.kind == OpKind::Create && row.system == hubSystem)
                collectMade(i);
            else if (row.kind == OpKind::Create)
                m_creates[row.hub].append(i);
            else if (row.kind == OpKind::Delete || row.kind == OpKind::Archive)
                m_outcomes[i] = {UndoOutcome::NotPossible,
                                 row.system == hubSystem ? plannerText("Its records in the CRMs are gone.")
                                                         : plannerText("A deleted record cannot get its old id back."),
                                 {}};
            else
                m_outcomes[i] = {UndoOutcome::Kept, plannerText("The records stay linked."), {}};
        }
    }

    /// One operation a record and place, as in any other plan.
    void joinUpdates()
    {
        QList<Op> joined;
        QMap<std::tuple<QString, QString, QString, OpKind>, qsizetype> places;
        for (Op &op : m_plan.ops) {
            const std::tuple place(op.hub, op.system, op.remote, op.kind);
            const auto known = places.constFind(place);
            if (known == places.cend()) {
                places.insert(place, joined.size());
                joined.append(std::move(op));
                continue;
            }
            joined[*known].changes.insert(op.changes);
            joined[*known].sent.insert(op.sent);
            joined[*known].agreed.insert(op.agreed);
        }
        m_plan.ops = std::move(joined);
    }

    void collectMade(int index)
    {
        m_made.insert(m_rows[index].hub);
        collectUpdate(index);
    }

    void collectUpdate(int index)
    {
        const JournalRow &row = m_rows[index];
        for (auto it = row.fields.begin(); it != row.fields.end(); ++it)
            m_fields[{row.hub, fieldOf(row.system, it.key())}].append(partOf(index, it.key()));
    }

    Part partOf(int index, const QString &key) const
    {
        const JournalRow &row = m_rows[index];
        const auto change = row.fields.value(key);
        return {index, {row.system, row.remote}, key, change.first, change.second};
    }

    QString fieldOf(const QString &system, const QString &mapId) const
    {
        const auto &fields = m_snap.systems.value(system).fields;
        const auto it = std::ranges::find(fields, mapId, &FieldMap::id);
        return it == fields.end() ? mapId : it->hub;
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

    /// By an earlier undo of the same run, of which the answer came late.
    bool isDeleted(const JournalRow &row) const
    {
        return std::ranges::any_of(m_snap.links, [&](const Link &link) {
            return link.system == row.system && link.remote == row.remote && link.state == LinkState::Deleted;
        });
    }

    static Base baseOf(const Link &link, const FieldMap &map)
    {
        const Base base = link.base.value(map.id);
        return base.map == map.id ? base : Base{}; // S-22
    }

    bool isUntouched(const QString &hub) const
    {
        const auto record = m_snap.hub.constFind(hub);
        if (record == m_snap.hub.cend() || record->state != HubState::Live)
            return false;
        QMap<QString, Value> last;
        for (const JournalRow &row : m_rows) {
            if (row.hub != hub || row.system != hubSystem)
                continue;
            for (auto it = row.fields.begin(); it != row.fields.end(); ++it)
                last.insert(it.key(), it->second);
        }
        for (auto it = record->fields.begin(); it != record->fields.end(); ++it) {
            if (!sameWhole(kind(it.key()), it->value, last.value(it.key(), Value::null())))
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
                                 plannerText("The CRM had this record already, and what it held before is not known."),
                                 {}};
            return;
        }
        if (isDeleted(row)) {
            m_outcomes[index] = {UndoOutcome::Reversed, {}, {}};
            return;
        }
        const Link *there = link({row.system, row.remote});
        bool stands = there != nullptr;
        for (auto it = row.fields.begin(); stands && it != row.fields.end(); ++it)
            stands = shows(*there, partOf(index, it.key()));
        if (!stands) {
            for (auto it = row.fields.begin(); it != row.fields.end(); ++it)
                m_keptCreates[{hub, fieldOf(row.system, it.key())}].append(partOf(index, it.key()));
            return;
        }
        m_outcomes[index] = {UndoOutcome::Reversed, {}, {}};
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
                    m_outcomes[i] = {UndoOutcome::Reversed, {}, {}};
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
        const QString why = keptBecause(hub, field, first, last);
        for (const Part &part : parts) {
            m_changed.insert(part.row);
            if (!why.isEmpty())
                m_outcomes[part.row].kept.insert(part.mapId, why);
        }
        if (why.isEmpty())
            reverse(*record, field, first);
    }

    /// The record goes here; what the run wrote to the records that it was made from is put back, each for itself.
    void undoSides(const QString &field, const QList<Part> &parts)
    {
        QMap<Place, const Part *> first, last;
        for (const Part &part : parts) {
            if (part.place.system == hubSystem)
                continue;
            if (!first.contains(part.place))
                first.insert(part.place, &part);
            last.insert(part.place, &part);
        }
        for (const Part &part : parts) {
            if (part.place.system == hubSystem)
                continue;
            m_changed.insert(part.row);
            const Part &end = *last.value(part.place);
            const Link *there = link(part.place);
            const QString why = loosens(field, *first.value(part.place), end)
                ? plannerText("Undo does not loosen consent.")
                : there && shows(*there, end) ? QString()
                                              : touchedIn(end);
            if (!why.isEmpty())
                m_outcomes[part.row].kept.insert(part.mapId, why);
            else if (&part == &end)
                putBack(*there, part.mapId, Value::null(), first.value(part.place)->before);
        }
    }

    void putBack(const Link &there, const QString &mapId, const Value &hub, const Value &before)
    {
        Op op;
        op.system = there.system;
        op.kind = OpKind::Update;
        op.hub = there.hub;
        op.remote = there.remote;
        op.sent.insert(mapId, {hub, before, there.shadow.value(mapId)});
        op.reason = plannerText("Undo.");
        m_plan.ops.append(op);
    }

    bool loosens(const QString &field, const Part &first, const Part &last) const
    {
        return kind(field) == FieldType::Consent && strictness(last.after) == 2 && strictness(first.before) < 2;
    }

    /// Why the field stays as it is on all sides; "" if it can be reversed on all.
    QString keptBecause(const QString &hub, const QString &field, const QMap<Place, const Part *> &first,
                        const QMap<Place, const Part *> &last) const
    {
        const auto record = m_snap.hub.constFind(hub);
        if (record == m_snap.hub.cend() || record->state != HubState::Live)
            return plannerText("The record is gone here.");
        for (auto it = last.begin(); it != last.end(); ++it) {
            if (loosens(field, *first.value(it.key()), **it))
                return plannerText("Undo does not loosen consent.");
        }
        for (const Part *part : last) {
            if (!stands(*record, field, *part))
                return touchedIn(*part);
        }
        const auto creates = m_keptCreates.value({hub, field});
        for (const Part &part : creates) {
            if (!stands(*record, field, part))
                return touchedIn(part);
        }
        if (const Link *other = editedElsewhere(hub, field, last))
            return plannerText("It was changed in %1 since.").arg(other->system);
        // A record that was made by the run and stays keeps what makes it this record.
        if (m_made.contains(hub))
            return plannerText("The record that the run made was touched since.");
        return {};
    }

    /// A side that the run did not write shows something else than when it was last looked at: somebody's edit, which
    /// would only meet the reversed value in a conflict.
    const Link *editedElsewhere(const QString &hub, const QString &field, const QMap<Place, const Part *> &last) const
    {
        for (const Link &candidate : m_snap.links) {
            if (candidate.hub != hub || last.contains({candidate.system, candidate.remote})
                || link({candidate.system, candidate.remote}) != &candidate)
                continue;
            for (const FieldMap &map : m_snap.systems.value(candidate.system).fields) {
                const Half seen = baseOf(candidate, map).remote;
                const Value there = candidate.shadow.value(map.id);
                if (map.hub == field && !seen.never && there.isReadable() && !holdsRemote(kind(field), seen, there))
                    return &candidate;
            }
        }
        return nullptr;
    }

    QString touchedIn(const Part &part) const
    {
        if (part.place.system == hubSystem)
            return plannerText("It was changed here since.");
        const Link *there = link(part.place);
        if (!there)
            return plannerText("Its record in %1 is not there any more.").arg(part.place.system);
        return shows(*there, part) ? plannerText("It was changed here since.")
                                   : plannerText("It was changed in %1 since.").arg(part.place.system);
    }

    bool shows(const Link &there, const Part &part) const
    {
        return same(kind(fieldOf(there.system, part.mapId)), partsLike(there.shadow.value(part.mapId), part.after),
                    part.after);
    }

    /// Does the place still show what the run left, and does the hub hold what it was written for?
    bool stands(const HubRecord &record, const QString &field, const Part &part) const
    {
        if (part.place.system == hubSystem)
            return sameWhole(kind(field), valueOf(record, field), part.after);
        const Link *there = link(part.place);
        if (!there || !shows(*there, part))
            return false;
        const auto base = there->base.constFind(part.mapId);
        const FieldMap *map = mapOf(part);
        if (!map || base == there->base.cend())
            return false;
        // Of a group the other parts, too: what somebody typed there since would count as agreed.
        const bool isWhole = kind(field) != FieldType::Group
            || holdsRemote(FieldType::Group, base->remote, there->shadow.value(part.mapId));
        return isWhole && holdsHub(kind(field), *map, base->hub, valueOf(record, field));
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
            const auto part = first.constFind({there.system, there.remote});
            const Base base = baseOf(there, map);
            // A side that is only read is owed no value; that it differs is no edit that the undo made against it.
            if (part != first.cend()) {
                putBack(there, map.id, value, (*part)->before);
            } else if (hubMoves && holdsRemote(kind(field), base.remote, there.shadow.value(map.id))
                       && (map.direction == Direction::Pull
                           || holdsHub(kind(field), map, base.hub, valueOf(record, field)))) {
                Op op;
                op.system = there.system;
                op.kind = OpKind::Agree;
                op.hub = record.id;
                op.remote = there.remote;
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
    QMap<QPair<QString, QString>, QList<Part>> m_fields;      ///< (hub id, field)
    QMap<QPair<QString, QString>, QList<Part>> m_keptCreates; ///< (hub id, field): what was sent to records that stay
    QSet<int> m_changed;                                      ///< rows whose outcome goes by their fields
};

} // namespace

UndoPlan undo(const QList<JournalRow> &rows, const Snapshot &snapshot)
{
    return Undoer(rows, snapshot).run();
}

} // namespace syncline::core
