#pragma once

#include "core/services/dashboard.h"

namespace syncline::core {

/// One place of a plan's tree: a system, an entity, a kind of write. In an undo the kind is what becomes of a write:
/// "reversed", "kept", "not_possible".
struct PreviewLeaf
{
    QString integration;      ///< id
    QString system, provider; ///< its name; its provider
    QString entity;           ///< hub entity
    QString kind;             ///< create, update, archive, delete, link, unlink
    int count = 0;
    bool operator==(const PreviewLeaf &) const = default;
};

/// One row of a plan, as much of it as a list of 100,000 can keep.
struct PreviewEntry
{
    int id = 0;             ///< the operation's number in its run; in an undo the fate's
    int leaf = 0;           ///< index into PreviewPlan::leaves
    int record = 0;         ///< equal for rows of one hub record
    bool canTakeOut = true; ///< a write that is still planned
    bool changed = false;   ///< its record is not as the preview saw it: it will not be written
    bool canUndo = true;
};

/// A stored plan, to be looked at and carried out in whole or in part.
struct PreviewPlan
{
    QString run;
    bool undo = false;
    QString undoes;      ///< the run that it takes back
    Millis undoesAt = 0; ///< when that began
    Millis computedAt = 0;
    bool open = false;  ///< not carried out yet
    QStringList guards; ///< sentences; the run would stop itself
    QList<PreviewLeaf> leaves;
    QList<PreviewEntry> entries;
    int hubChanges = 0, equal = 0, leftOut = 0, conflicts = 0, held = 0, failed = 0; ///< not writes
    std::optional<double> writesPerSecond;                                           ///< as the last runs went
    QStringList problems; ///< systems that took no part, in a sentence each

    int changed() const;
};

/// How a value is shown: as text, or as a word in italics.
struct ShownValue
{
    enum class Kind { Text, Empty, NotSet, Forbidden };
    Kind kind = Kind::NotSet;
    QString text;
    bool operator==(const ShownValue &) const = default;
};

struct FieldChange
{
    QString field, label;
    ShownValue before, after;
    QString by; ///< who made the new value; "person" for somebody here; "" where that is not known
    std::optional<Seconds> at;
};

struct PreviewRow
{
    int id = 0;
    QString kind, integration, system, provider, entity, hubId, remoteId;
    QString record; ///< its name
    QList<FieldChange> changes;
    QString reason, outcome, detail;
};

struct PreviewDetail
{
    PreviewRow row;
    QString remoteEntity; ///< its label in the system
    QString request;      ///< what would be sent, in the system's own field names
    QStringList warnings; ///< what the system is known to do to the values
};

class Preview
{
public:
    explicit Preview(Session &session) : m_session(session) {}

    Result<PreviewPlan> plan(const QString &run);
    /// In the order asked for; rows that are no more are left out.
    Result<QList<PreviewRow>> rows(const PreviewPlan &plan, const QList<int> &ids);
    Result<PreviewDetail> detail(const PreviewPlan &plan, int id);
    /// Ids of rows whose name, field, value or reason has the text.
    Result<QList<int>> search(const PreviewPlan &plan, const QString &text);
    /// These rows are not written: they are left out of the run, and the next one plans them again. Of an undo, the
    /// whole record of a row stays as it is.
    Result<void> takeOut(const PreviewPlan &plan, const QList<int> &ids);
    /// Cuts the plan of these rows' records out of the stored one; gives the run that holds it. Both can be carried out.
    Result<QString> cutOff(const PreviewPlan &plan, const QList<int> &ids);

private:
    struct Frame;
    Result<PreviewPlan> plannedWrites(const RunRow &run, const Catalog &catalog);
    Result<PreviewPlan> plannedUndo(const RunRow &run, const Catalog &catalog);
    Result<void> addCounts(PreviewPlan &plan, const RunRow &run);
    Result<PreviewRow> rowOf(const OperationRow &operation, Frame &frame);
    Result<PreviewRow> undoRowOf(const QString &run, const QJsonObject &fate, Frame &frame);
    Result<QString> nameOf(const OperationRow &operation, Frame &frame);
    Result<void> takeOutOne(const OperationRow &operation);

    Session &m_session;
};

} // namespace syncline::core
