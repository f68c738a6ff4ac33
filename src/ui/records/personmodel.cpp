#include "ui/records/personmodel.h"

#include "ui/components/headings.h"
#include "ui/records/words.h"

namespace syncline::ui {

void PersonModel::set(const core::PersonFile &file)
{
    beginResetModel();
    m_rows.clear();
    addHere(file.people + file.activities, tr("Known"), State::Ok);
    for (const core::PersonRecord &record : file.records)
        addThere(record, record.isOwn ? tr("Known") : tr("Known; only %1 itself can delete it").arg(record.system),
                 record.isOwn ? State::Ok : State::Off);
    endResetModel();
}

void PersonModel::set(const core::PersonFile &file, const core::Erasure &erasure)
{
    beginResetModel();
    m_rows.clear();
    addHere(file.people + file.activities, tr("Erased"), State::Ok);
    for (const core::Erasure::Place &place : erasure.places)
        addThere(place.record, place.isGone ? tr("Gone: %1 was asked again").arg(place.record.system) : place.problem,
                 place.isGone ? State::Ok : State::Failing);
    endResetModel();
}

void PersonModel::addHere(const QList<core::HubRow> &rows, const QString &now, State mark)
{
    for (const core::HubRow &row : rows)
        m_rows.append({{tr("This workspace"), entityTitle(row.entity), row.id, now}, mark});
}

void PersonModel::addThere(const core::PersonRecord &record, const QString &now, State mark)
{
    m_rows.append({{record.system, entityTitle(record.hubEntity), record.key.remoteId, now}, mark});
}

QVariant PersonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == Where)
        return row.cells.join(QStringLiteral(", "));
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return row.cells.at(index.column());
    return {};
}

QVariant PersonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return heading(QStringList{tr("Where"), tr("Kind"), tr("Number"), tr("Now")}.value(section), orientation, role);
}

RowDelegate::Look PersonDelegate::lookOf(const QModelIndex &index) const
{
    if (index.column() != PersonModel::Now)
        return {index.column() == PersonModel::Number ? Token::Text2 : Token::Text};
    const State mark = static_cast<const PersonModel *>(index.model())->markAt(index.row());
    return {wordToken(mark), mark};
}

} // namespace syncline::ui
