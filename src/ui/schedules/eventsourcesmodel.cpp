#include "ui/schedules/eventsourcesmodel.h"

#include "ui/components/headings.h"
#include "ui/preview/times.h"

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString lastWords(const core::EventSourceRow &row)
{
    QString words = row.lastAt
        ? EventSourcesModel::tr("%1 taken, the last at %2").arg(row.events).arg(shortTime(*row.lastAt))
        : EventSourcesModel::tr("nothing yet");
    if (row.refused > 0)
        words += u", "_s + EventSourcesModel::tr("%1 refused: %2").arg(row.refused).arg(row.lastRefusal);
    return words;
}

} // namespace

void EventSourcesModel::set(const QList<core::EventSourceRow> &sources)
{
    beginResetModel();
    m_sources = sources;
    endResetModel();
}

const core::EventSourceRow *EventSourcesModel::at(int row) const
{
    return row >= 0 && row < m_sources.size() ? &m_sources.at(row) : nullptr;
}

int EventSourcesModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_sources.size(); ++row) {
        if (m_sources.at(row).name == name)
            return row;
    }
    return -1;
}

QVariant EventSourcesModel::data(const QModelIndex &index, int role) const
{
    const core::EventSourceRow *row = index.isValid() ? at(index.row()) : nullptr;
    if (!row || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    switch (Column(index.column())) {
    case Source:
        return row->name;
    case Kinds:
        return row->kinds.isEmpty() ? tr("all events") : row->kinds.join(u", "_s);
    case Last:
        return lastWords(*row);
    case Columns:
        break;
    }
    return {};
}

QVariant EventSourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("Program"), tr("May send"), tr("What came")};
    return heading(names.value(section), orientation, role);
}

} // namespace syncline::ui
