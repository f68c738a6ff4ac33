#pragma once

#include "core/sync/types.h"

namespace syncline::test {

/// The planner with the least around it that can carry a plan out: hub, links and the records of some systems as values.
/// One field of one name everywhere; writes arrive at once.
class PlanWorld
{
public:
    /// Systems "a", "b", ... with these fields, empty.
    PlanWorld(int systems, const QMap<QString, FieldType> &fields, core::ConflictPolicy policy);

    /// A person's edit in a system; the first one there makes the record.
    void edit(const QString &system, const QString &field, const Value &value);
    void editHub(const QString &field, const Value &value);
    /// Looks at everything, plans, carries out. The plan is returned.
    core::Plan sync();
    core::Plan planNow();

    const QMap<QString, Value> &record(const QString &system) const { return *m_records.constFind(system); }
    bool has(const QString &system) const { return m_records.contains(system); }
    core::Snapshot &snapshot() { return m_snapshot; }
    const core::Snapshot &snapshot() const { return m_snapshot; }
    QStringList systems() const { return m_snapshot.systems.keys(); }
    /// What `system` makes of a value that it is sent.
    void setSpelling(const QString &system, const std::function<Value(const Value &)> &spelling);

private:
    void observe(const QString &system);
    void carryOut(const core::Op &op);
    void write(const core::Op &op);

    core::Snapshot m_snapshot;
    QMap<QString, QMap<QString, Value>> m_records; ///< by system: one each
    QMap<QString, core::Seconds> m_modified;
    QMap<QString, std::function<Value(const Value &)>> m_spellings;
};

/// Everything in the plan that is more than noticing an agreement.
int visibleOperations(const core::Plan &plan);

} // namespace syncline::test
