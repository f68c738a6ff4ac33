#include "ui/preview/previewmodel.h"

namespace syncline::ui {

QString writeKindWord(const QString &kind)
{
    if (kind == QLatin1String("create"))
        return PreviewModel::tr("Create");
    if (kind == QLatin1String("update"))
        return PreviewModel::tr("Update");
    if (kind == QLatin1String("archive"))
        return PreviewModel::tr("Archive");
    if (kind == QLatin1String("delete"))
        return PreviewModel::tr("Delete");
    if (kind == QLatin1String("unlink"))
        return PreviewModel::tr("Unlink");
    if (kind == QLatin1String("reversed"))
        return PreviewModel::tr("Reversed");
    if (kind == QLatin1String("kept"))
        return PreviewModel::tr("Kept");
    if (kind == QLatin1String("not_possible"))
        return PreviewModel::tr("Not possible");
    return PreviewModel::tr("Link");
}

QString shownText(const core::ShownValue &value)
{
    switch (value.kind) {
    case core::ShownValue::Kind::Text:
        return value.text;
    case core::ShownValue::Kind::Empty:
        return PreviewModel::tr("empty");
    case core::ShownValue::Kind::NotSet:
        return PreviewModel::tr("not set");
    case core::ShownValue::Kind::Forbidden:
        return PreviewModel::tr("no permission");
    }
    return {};
}

QString changeText(const core::PreviewRow &row)
{
    if (row.changes.isEmpty())
        return PreviewModel::tr("No field changes");
    const core::FieldChange &first = row.changes.first();
    QString text = row.kind == QLatin1String("create")
        ? PreviewModel::tr("%1 %2").arg(first.label, shownText(first.after))
        : PreviewModel::tr("%1 %2 → %3").arg(first.label, shownText(first.before), shownText(first.after));
    if (row.changes.size() > 1)
        text += QLatin1Char(' ') + PreviewModel::tr("and %1 more").arg(row.changes.size() - 1);
    return text;
}

PreviewModel::PreviewModel(PreviewChoice *choice, Fetch fetch, QObject *parent)
    : QAbstractTableModel(parent)
    , m_choice(choice)
    , m_fetch(std::move(fetch))
{
    connect(choice, &PreviewChoice::planChanged, this, &PreviewModel::rebuild);
    connect(choice, &PreviewChoice::choiceChanged, this, [this] {
        if (!m_shown.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_shown.size()) - 1, Columns - 1));
    });
    rebuild();
}

void PreviewModel::setFilter(const QList<int> &leaves, const std::optional<QSet<int>> &ids)
{
    m_leaves = leaves;
    m_ids = ids;
    rebuild();
}

void PreviewModel::rebuild()
{
    beginResetModel();
    ++m_generation;
    m_rows.clear();
    m_asked.clear();
    m_shown.clear();
    const core::PreviewPlan &plan = m_choice->plan();
    QList<bool> wanted(plan.leaves.size(), m_leaves.isEmpty());
    for (const int leaf : m_leaves) {
        if (leaf < wanted.size())
            wanted[leaf] = true;
    }
    if (m_leaves.isEmpty() && !plan.undo) { // links are no writes: shown when asked for
        for (qsizetype i = 0; i < plan.leaves.size(); ++i)
            wanted[i] = plan.leaves[i].kind != QLatin1String("link") && plan.leaves[i].kind != QLatin1String("unlink");
    }
    for (qsizetype i = 0; i < plan.entries.size(); ++i) {
        const core::PreviewEntry &entry = plan.entries[i];
        if (wanted[entry.leaf] && (!m_ids || m_ids->contains(entry.id)))
            m_shown << i;
    }
    endResetModel();
}

int PreviewModel::rowOfId(int id) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (idOf(int(row)) == id)
            return int(row);
    }
    return -1;
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

const core::PreviewRow *PreviewModel::rowAt(int row) const
{
    const core::PreviewRow *found = m_rows.object(idOf(row));
    if (!found)
        want(row);
    return found;
}

void PreviewModel::want(int row) const
{
    const int first = row / window * window;
    if (m_asked.contains(first) || !m_fetch)
        return;
    m_asked.insert(first);
    QList<int> ids;
    for (int i = first; i < qMin(first + window, int(m_shown.size())); ++i)
        ids << idOf(i);
    auto *self = const_cast<PreviewModel *>(this); // a cache that is filled while it is read
    m_fetch(ids, [self, first, generation = m_generation](const QList<core::PreviewRow> &rows) {
        if (generation != self->m_generation)
            return;
        self->m_asked.remove(first);
        for (const core::PreviewRow &fetched : rows)
            self->m_rows.insert(fetched.id, new core::PreviewRow(fetched));
        const int last = qMin(first + window, int(self->m_shown.size())) - 1;
        if (last >= first)
            Q_EMIT self->dataChanged(self->index(first, 0), self->index(last, Columns - 1));
    });
}

QVariant PreviewModel::textOf(const core::PreviewRow &row, qsizetype entry, int column) const
{
    switch (column) {
    case What:
        return writeKindWord(m_choice->plan().undo ? row.outcome : row.kind);
    case Record:
        return row.record;
    case Change:
        return changeText(row);
    case Why:
        if (m_choice->plan().entries[entry].canTakeOut && !m_choice->isIn(entry))
            return tr("Taken out by you");
        if (m_choice->plan().entries[entry].changed)
            return tr("Changed since the preview");
        return row.reason;
    default:
        return {};
    }
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype entry = m_shown[index.row()];
    const core::PreviewEntry &planned = m_choice->plan().entries[entry];
    if (role == InRole)
        return m_choice->isIn(entry);
    if (role == ChangedRole)
        return planned.changed;
    if (role == Qt::CheckStateRole && index.column() == Check)
        return m_choice->isIn(entry) ? Qt::Checked : Qt::Unchecked;
    const bool words = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!words && role != RowRole)
        return {};
    const core::PreviewRow *row = rowAt(index.row());
    if (role == RowRole)
        return row ? QVariant::fromValue(*row) : QVariant();
    if (!row)
        return index.column() == Record && role == Qt::DisplayRole ? QVariant(tr("…")) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == Check)
        return tr("%1, %2, %3, %4")
            .arg(writeKindWord(m_choice->plan().undo ? row->outcome : row->kind), row->record, changeText(*row),
                 textOf(*row, entry, Why).toString());
    return textOf(*row, entry, index.column());
}

bool PreviewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !m_choice->plan().entries[m_shown[index.row()]].canTakeOut)
        return false;
    m_choice->setIn({m_shown[index.row()]}, value.toInt() == Qt::Checked);
    return true;
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool undo = m_choice->plan().undo;
    switch (section) {
    case What:
        return undo ? tr("Outcome") : tr("What");
    case Record:
        return tr("Record");
    case Change:
        return undo ? tr("Now → after undo") : tr("Before → after");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

Qt::ItemFlags PreviewModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Check && m_choice->plan().entries[m_shown[index.row()]].canTakeOut)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace syncline::ui
