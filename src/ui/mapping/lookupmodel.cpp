#include "ui/mapping/transformforms.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString labelOf(const QString &value, const QList<core::HubOption> &options)
{
    return core::shownValue(Value::text(value), options);
}

} // namespace

LookupModel::LookupModel(QObject *parent) : QAbstractTableModel(parent) {}

void LookupModel::setTable(const QMap<QString, QString> &table, const QStringList &wanted,
                           const QList<core::HubOption> &fromOptions, const QList<core::HubOption> &toOptions,
                           const QString &arrow)
{
    QList<Row> rows;
    for (const core::HubOption &option : fromOptions) { // in the order that people know
        if (table.contains(option.value))
            rows.append({option.value, table.value(option.value), true});
        else if (!option.value.isEmpty())
            rows.append({option.value, {}, false});
    }
    const auto isListed = [&](const QString &from) {
        return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return row.from == from; });
    };
    for (auto entry = table.begin(); entry != table.end(); ++entry) {
        if (!isListed(entry.key()))
            rows.append({entry.key(), *entry, true});
    }
    for (const QString &value : wanted) {
        if (!isListed(value))
            rows.append({value, {}, false});
    }
    m_fromOptions = fromOptions;
    m_toOptions = toOptions;
    m_arrow = arrow;
    const bool isSame = std::is_permutation(rows.begin(), rows.end(), m_rows.begin(), m_rows.end());
    if (isSame) { // rows that a person made stay where they are
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void LookupModel::setHeads(const QString &from, const QString &to)
{
    m_heads[0] = from;
    m_heads[1] = to;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

QMap<QString, QString> LookupModel::table() const
{
    QMap<QString, QString> table;
    for (const Row &row : m_rows) {
        if (row.hasTo)
            table.insert(row.from, row.to);
    }
    return table;
}

int LookupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size()) + 1;
}

int LookupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant LookupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isNew = index.row() == m_rows.size();
    const Row row = isNew ? Row() : m_rows.at(index.row());
    const bool isOpen = !isNew && index.column() == To && !row.hasTo;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Arrow)
            return {};
        if (isNew)
            return index.column() == From ? tr("Add a value") : QString();
        if (isOpen)
            return tr("Choose…");
        if (index.column() == From)
            return row.from.isEmpty() ? tr("empty") : labelOf(row.from, m_fromOptions);
        return row.to.isEmpty() ? tr("empty") : labelOf(row.to, m_toOptions);
    case Qt::EditRole:
        return index.column() == From ? row.from : row.to;
    case Qt::DecorationRole:
        if (index.column() == Arrow && !isNew)
            return icon(m_arrow);
        return isOpen ? QVariant(icon(u"warn"_s, Token::Warn)) : QVariant();
    case Qt::ForegroundRole:
        return isNew ? color(Token::Text3) : isOpen ? QVariant(color(Token::Warn)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Arrow ? tr("becomes") : data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant LookupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section == Arrow)
        return {};
    return m_heads[section == From ? 0 : 1];
}

Qt::ItemFlags LookupModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    const bool isNewTarget = index.row() == m_rows.size() && index.column() == To;
    return index.column() == Arrow || isNewTarget ? flags : flags | Qt::ItemIsEditable;
}

/// An emptied source takes the row out; a value in the last row adds one.
bool LookupModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() == Arrow)
        return false;
    const QString text = value.toString();
    if (index.row() == m_rows.size()) {
        if (text.isEmpty())
            return false;
        beginInsertRows({}, index.row(), index.row());
        m_rows.append({text, {}, false});
        endInsertRows();
        return true; // it counts once it has a target
    }
    Row &row = m_rows[index.row()];
    if (index.column() == From && text.isEmpty()) {
        beginRemoveRows({}, index.row(), index.row());
        m_rows.removeAt(index.row());
        endRemoveRows();
    } else {
        const Row before = row;
        (index.column() == From ? row.from : row.to) = text;
        row.hasTo = row.hasTo || index.column() == To;
        if (row == before)
            return true;
        Q_EMIT dataChanged(index, index);
    }
    Q_EMIT edited();
    return true;
}

} // namespace syncline::ui
