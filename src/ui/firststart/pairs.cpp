#include "ui/firststart/pairs.h"

#include <algorithm>

namespace syncline::ui {

namespace {

QString labelOf(const core::HubSchema &schema, const QString &entity, const QString &field)
{
    const core::HubEntityDef *definition = schema.entity(entity);
    const core::HubFieldDef *found = definition != nullptr ? definition->field(field) : nullptr;
    return found != nullptr ? found->label : field;
}

Pair *pairFor(QList<Pair> &pairs, const QString &entity, const QString &field)
{
    const auto at = std::find_if(pairs.begin(), pairs.end(),
                                 [&](const Pair &pair) { return pair.entity == entity && pair.field == field; });
    return at != pairs.end() ? &*at : nullptr;
}

} // namespace

QList<Pair> pairsOf(const QList<core::MappingFile> &files, const core::HubSchema &schema)
{
    QList<Pair> pairs;
    for (qsizetype system = 0; system < files.size(); ++system) {
        for (const core::EntityMapping &entity : files[system].entities) {
            for (const core::FieldMapping &field : entity.fields) {
                if (pairFor(pairs, entity.hub, field.hub) == nullptr)
                    pairs.append({entity.hub, field.hub, labelOf(schema, entity.hub, field.hub),
                                  QStringList(files.size(), QString()), true});
                pairFor(pairs, entity.hub, field.hub)->remote[system] = field.remote;
            }
        }
    }
    pairs.removeIf([](const Pair &pair) { return pair.remote.contains(QString()); });
    return pairs;
}

QList<core::MappingFile> taken(QList<core::MappingFile> files, const QList<Pair> &pairs)
{
    for (core::MappingFile &file : files) {
        for (core::EntityMapping &entity : file.entities) {
            entity.fields.removeIf([&](const core::FieldMapping &field) {
                return std::any_of(pairs.cbegin(), pairs.cend(), [&](const Pair &pair) {
                    return !pair.isTaken && pair.entity == entity.hub && pair.field == field.hub;
                });
            });
        }
        file.entities.removeIf([](const core::EntityMapping &entity) { return entity.fields.isEmpty(); });
    }
    return files;
}

void SuggestionModel::set(QStringList systems, QList<Pair> pairs)
{
    beginResetModel();
    m_systems = std::move(systems);
    m_pairs = std::move(pairs);
    endResetModel();
}

int SuggestionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

int SuggestionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_systems.size()) + 1;
}

QVariant SuggestionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Pair &pair = m_pairs[index.row()];
    if (role == Qt::CheckStateRole && index.column() == 0)
        return pair.isTaken ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::DisplayRole)
        return index.column() == 0 ? pair.label : pair.remote.value(index.column() - 1);
    if (role == Qt::AccessibleTextRole)
        return index.column() == 0 ? tr("%1, %2").arg(pair.label, pair.isTaken ? tr("taken") : tr("left out"))
                                   : pair.remote.value(index.column() - 1);
    return {};
}

bool SuggestionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != 0)
        return false;
    m_pairs[index.row()].isTaken = value.value<Qt::CheckState>() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags SuggestionModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == 0 ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant SuggestionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("In Syncline") : m_systems.value(section - 1);
}

} // namespace syncline::ui
