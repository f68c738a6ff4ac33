#pragma once

#include "core/services/recordlist.h"
#include "ui/components/rowdelegate.h"
#include "ui/records/windowmodel.h"
#include "ui/records/words.h"

namespace syncline::ui {

/// The table of records, read through a window.
class RecordsModel final : public WindowModel<core::RecordLine>
{
public:
    using WindowModel::WindowModel;
    enum Column { Name, Email, Company, Stage, In, StateColumn, Changed, Columns };

    void setEntity(const QString &entity);
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A cell as a file holds it: times in ISO 8601.
    static QString fileText(const core::RecordLine &line, Column column);
    /// The order that a click on a column asks for; nothing for columns that cannot be sorted by.
    static std::optional<core::RecordQuery::Order> orderOf(int column);

private:
    QString m_entity = QStringLiteral("contact");
};

/// One row height, one line between rows; tiles and state marks.
class RecordsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setProviders(const Providers &providers) { m_providers = providers; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Providers m_providers;
};

} // namespace syncline::ui
