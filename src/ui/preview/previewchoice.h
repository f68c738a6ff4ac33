#pragma once

#include "core/services/preview.h"

#include <QObject>

namespace syncline::ui {

/// What of a plan is to be written: everything, less what a person took out. Tree, table and foot show it.
class PreviewChoice : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Keeps what was taken out of the plan before, where it is the same one.
    void setPlan(const core::PreviewPlan &plan);
    const core::PreviewPlan &plan() const { return m_plan; }

    bool isIn(qsizetype entry) const { return m_in[entry]; }
    void setIn(const QList<qsizetype> &entries, bool in);
    /// All rows of the leaves from `first` on that may be taken out.
    void setLeavesIn(const QList<int> &leaves, bool in);
    Qt::CheckState stateOf(const QList<int> &leaves) const;

    int writes() const { return m_writes; }     ///< that could be written
    int chosen() const { return m_chosen; }     ///< of them, not taken out
    int undoable() const { return m_undoable; } ///< of the chosen ones
    int systems() const;                        ///< that the chosen ones go to
    int taken() const { return m_writes - m_chosen; }
    QList<int> takenOut() const;                  ///< ids
    QList<int> firstRecords(int records) const;   ///< ids of all chosen rows of the first records
    std::optional<qint64> secondsToWrite() const; ///< as the last runs went

Q_SIGNALS:
    void planChanged();
    void choiceChanged();

private:
    void count();

    core::PreviewPlan m_plan;
    QList<bool> m_in;
    QList<int> m_leafChosen, m_leafWrites;
    QHash<int, QList<qsizetype>> m_records; ///< of an undo: rows of a record go together
    int m_writes = 0, m_chosen = 0, m_undoable = 0;
};

} // namespace syncline::ui
