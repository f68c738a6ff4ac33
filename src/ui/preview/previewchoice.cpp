#include "ui/preview/previewchoice.h"

#include <QSet>

namespace syncline::ui {

void PreviewChoice::setPlan(const core::PreviewPlan &plan)
{
    QSet<int> out;
    if (plan.run == m_plan.run) {
        const QList<int> ids = takenOut();
        out = QSet<int>(ids.begin(), ids.end());
    }
    m_plan = plan;
    m_in.resize(plan.entries.size());
    m_records.clear();
    for (qsizetype i = 0; i < plan.entries.size(); ++i) {
        const core::PreviewEntry &entry = plan.entries[i];
        m_in[i] = entry.canTakeOut && !out.contains(entry.id);
        if (plan.undo && entry.canTakeOut)
            m_records[entry.record].append(i);
    }
    count();
    Q_EMIT planChanged();
    Q_EMIT choiceChanged();
}

void PreviewChoice::count()
{
    m_writes = m_chosen = m_undoable = 0;
    m_leafChosen.fill(0, m_plan.leaves.size());
    m_leafWrites.fill(0, m_plan.leaves.size());
    for (qsizetype i = 0; i < m_plan.entries.size(); ++i) {
        const core::PreviewEntry &entry = m_plan.entries[i];
        if (!entry.canTakeOut)
            continue;
        ++m_writes;
        ++m_leafWrites[entry.leaf];
        if (!m_in[i])
            continue;
        ++m_chosen;
        ++m_leafChosen[entry.leaf];
        m_undoable += entry.canUndo ? 1 : 0;
    }
}

void PreviewChoice::setIn(const QList<qsizetype> &entries, bool in)
{
    for (const qsizetype i : entries) {
        if (!m_plan.entries[i].canTakeOut)
            continue;
        m_in[i] = in;
        for (const qsizetype other : m_records.value(m_plan.entries[i].record))
            m_in[other] = in;
    }
    count();
    Q_EMIT choiceChanged();
}

void PreviewChoice::setLeavesIn(const QList<int> &leaves, bool in)
{
    QList<qsizetype> entries;
    for (qsizetype i = 0; i < m_plan.entries.size(); ++i) {
        if (leaves.contains(m_plan.entries[i].leaf))
            entries << i;
    }
    setIn(entries, in);
}

Qt::CheckState PreviewChoice::stateOf(const QList<int> &leaves) const
{
    int writes = 0, chosen = 0;
    for (const int leaf : leaves) {
        writes += m_leafWrites[leaf];
        chosen += m_leafChosen[leaf];
    }
    return chosen == 0 ? Qt::Unchecked : chosen == writes ? Qt::Checked : Qt::PartiallyChecked;
}

int PreviewChoice::systems() const
{
    QSet<QString> systems;
    for (qsizetype i = 0; i < m_plan.leaves.size(); ++i) {
        if (m_leafChosen[i] > 0)
            systems.insert(m_plan.leaves[i].integration);
    }
    return int(systems.size());
}

QList<int> PreviewChoice::takenOut() const
{
    QList<int> ids;
    for (qsizetype i = 0; i < m_plan.entries.size(); ++i) {
        if (m_plan.entries[i].canTakeOut && !m_in[i])
            ids << m_plan.entries[i].id;
    }
    return ids;
}

QList<int> PreviewChoice::firstRecords(int records) const
{
    QSet<int> wanted;
    QList<int> ids;
    for (qsizetype i = 0; i < m_plan.entries.size(); ++i) {
        const core::PreviewEntry &entry = m_plan.entries[i];
        if (!m_in[i])
            continue;
        if (!wanted.contains(entry.record) && wanted.size() >= records)
            continue;
        wanted.insert(entry.record);
        ids << entry.id;
    }
    return ids;
}

std::optional<qint64> PreviewChoice::secondsToWrite() const
{
    if (!m_plan.writesPerSecond || *m_plan.writesPerSecond <= 0)
        return std::nullopt;
    return qMax<qint64>(1, qint64(m_chosen / *m_plan.writesPerSecond));
}

} // namespace syncline::ui
