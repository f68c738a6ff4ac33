#include "ui/mapping/fieldlistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingField;
using core::MappingSide;

QString typeIcon(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Group:
        return u"text"_s;
    case FieldType::Integer:
    case FieldType::Decimal:
        return u"number"_s;
    case FieldType::Boolean:
        return u"toggle"_s;
    case FieldType::Date:
        return u"calendar"_s;
    case FieldType::DateTime:
        return u"clock"_s;
    case FieldType::Enumeration:
        return u"list"_s;
    case FieldType::Set:
        return u"tag"_s;
    case FieldType::List:
        return u"list"_s;
    case FieldType::Email:
        return u"mail"_s;
    case FieldType::Phone:
        return u"phone"_s;
    case FieldType::Url:
        return u"globe"_s;
    case FieldType::Ref:
    case FieldType::Refs:
        return u"link"_s;
    case FieldType::Consent:
        return u"shield"_s;
    }
    return u"text"_s;
}

QString withoutAccents(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toCaseFolded();
    }
    return plain;
}

FieldListModel::FieldListModel(MappingDocument &document, MappingSide side, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_side(side)
{
    connect(&document, &MappingDocument::opened, this, &FieldListModel::rebuild);
    connect(&document, &MappingDocument::changed, this, &FieldListModel::touch);
    connect(&document, &MappingDocument::samplesChanged, this, &FieldListModel::touch);
    connect(&document, &MappingDocument::selectionChanged, this, &FieldListModel::touch);
}

void FieldListModel::rebuild()
{
    beginResetModel();
    m_top.clear();
    m_sections.clear();
    if (m_document.isOpen()) {
        for (const MappingField &field : m_document.editor().fields(m_side)) {
            if (field.section.isEmpty()) {
                m_top.append(field);
                continue;
            }
            auto section = std::find_if(m_sections.begin(), m_sections.end(),
                                        [&](const Section &one) { return one.title == field.section; });
            if (section == m_sections.end())
                section = m_sections.insert(m_sections.end(), {field.section, {}});
            section->fields.append(field);
        }
    }
    endResetModel();
}

/// Which field is used, and by whom, may have changed anywhere; the rows stay.
void FieldListModel::touch()
{
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, 0));
    for (int section = 0; section < m_sections.size(); ++section) {
        const QModelIndex heading = index(int(m_top.size()) + section, 0);
        Q_EMIT dataChanged(index(0, 0, heading), index(rowCount(heading) - 1, 0, heading));
    }
}

QModelIndex FieldListModel::indexOf(const QString &key) const
{
    for (int row = 0; row < m_top.size(); ++row) {
        if (m_top.at(row).key == key)
            return index(row, 0);
    }
    for (int section = 0; section < m_sections.size(); ++section) {
        const auto &fields = m_sections.at(section).fields;
        for (int row = 0; row < fields.size(); ++row) {
            if (fields.at(row).key == key)
                return index(row, 0, index(int(m_top.size()) + section, 0));
        }
    }
    return {};
}

QString FieldListModel::keyAt(const QModelIndex &index) const
{
    const MappingField *field = fieldAt(index);
    return field ? field->key : QString();
}

int FieldListModel::fieldCount() const
{
    qsizetype count = m_top.size();
    for (const Section &section : m_sections)
        count += section.fields.size();
    return int(count);
}

int FieldListModel::usedCount() const
{
    if (!m_document.isOpen())
        return 0;
    QSet<QString> used;
    for (const core::PairId &pair : m_document.editor().pairs())
        used.insert(m_side == MappingSide::Hub ? pair.hub : pair.remote);
    return int(used.size());
}

// A top row has id 0, a field below the n-th heading n + 1.
QModelIndex FieldListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column, quintptr(parent.row() - m_top.size() + 1));
}

QModelIndex FieldListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(m_top.size()) + int(child.internalId()) - 1, 0, quintptr(0));
}

int FieldListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_top.size() + m_sections.size());
    if (parent.internalId() != 0 || parent.column() != 0 || parent.row() < m_top.size())
        return 0;
    return int(m_sections.at(parent.row() - m_top.size()).fields.size());
}

int FieldListModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const MappingField *FieldListModel::fieldAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (index.internalId() != 0)
        return &m_sections.at(qsizetype(index.internalId()) - 1).fields.at(index.row());
    return index.row() < m_top.size() ? &m_top.at(index.row()) : nullptr;
}

QString FieldListModel::spoken(const MappingField &field) const
{
    QStringList partners;
    const MappingSide other = m_side == MappingSide::Hub ? MappingSide::Remote : MappingSide::Hub;
    for (const core::PairId &pair : m_document.editor().pairsOf(m_side, field.key))
        partners.append(m_document.editor().label(other, m_side == MappingSide::Hub ? pair.remote : pair.hub));
    QStringList parts{field.label};
    if (field.isRequired)
        parts.append(tr("required"));
    if (field.isReadOnly)
        parts.append(tr("read only"));
    parts.append(partners.isEmpty() ? tr("not connected") : tr("connected with %1").arg(partners.join(u", "_s)));
    return parts.join(u", "_s);
}

QVariant FieldListModel::headingData(const Section &section, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 (%2)").arg(section.title).arg(section.fields.size());
    case HeadingRole:
        return true;
    default:
        return {};
    }
}

QVariant FieldListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const MappingField *field = fieldAt(index);
    if (!field)
        return headingData(m_sections.at(index.row() - m_top.size()), role);
    const bool isPaired = (m_side == MappingSide::Hub ? m_document.selected().hub : m_document.selected().remote)
        == field->key;
    switch (role) {
    case Qt::DisplayRole:
        return field->label;
    case Qt::AccessibleTextRole:
        return spoken(*field);
    case Qt::AccessibleDescriptionRole:
    case SampleRole:
        return m_document.sampleText(m_side, field->key);
    case Qt::ToolTipRole: {
        const QString tip = field->label + u" ("_s + field->key + u')';
        return tip.toHtmlEscaped();
    }
    case KeyRole:
        return field->key;
    case IconRole:
        return typeIcon(field->type);
    case UsedRole:
        return !m_document.editor().pairsOf(m_side, field->key).isEmpty();
    case RequiredRole:
        return field->isRequired;
    case ReadOnlyRole:
        return field->isReadOnly;
    case HeadingRole:
        return false;
    case PairedRole:
        return isPaired;
    default:
        return {};
    }
}

Qt::ItemFlags FieldListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return fieldAt(index) ? flags | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled : flags;
}

FieldFilter::FieldFilter(FieldListModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setRecursiveFilteringEnabled(true);
    setSourceModel(&model);
}

void FieldFilter::setText(const QString &text)
{
    m_text = withoutAccents(text.trimmed());
    invalidateFilter();
}

void FieldFilter::narrow(const std::optional<QSet<QString>> &keys)
{
    m_keys = keys;
    invalidateFilter();
}

QString FieldFilter::keyAt(const QModelIndex &index) const
{
    return m_model.keyAt(mapToSource(index));
}

QModelIndex FieldFilter::indexOf(const QString &key) const
{
    return mapFromSource(m_model.indexOf(key));
}

bool FieldFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = m_model.index(row, 0, parent);
    const QString key = m_model.keyAt(index);
    if (key.isEmpty())
        return false; // a heading stands while one of its fields does
    if (m_keys && !m_keys->contains(key))
        return false;
    return m_text.isEmpty() || withoutAccents(index.data(Qt::DisplayRole).toString()).contains(m_text)
        || withoutAccents(key).contains(m_text);
}

} // namespace syncline::ui
