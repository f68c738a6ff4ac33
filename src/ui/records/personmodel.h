#pragma once

#include "core/services/people.h"
#include "ui/components/marks.h"
#include "ui/components/rowdelegate.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// Every record that is about a person, here and in the systems; after an erasure, what became of each.
class PersonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    enum Column { Where, Kind, Number, Now, Columns };

    void set(const core::PersonFile &file);
    /// `file` is what was erased.
    void set(const core::PersonFile &file, const core::Erasure &erasure);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    State markAt(int row) const { return m_rows.at(row).mark; }

private:
    struct Row
    {
        QStringList cells; ///< by column
        State mark;
    };
    void addHere(const QList<core::HubRow> &rows, const QString &now, State mark);
    void addThere(const core::PersonRecord &record, const QString &now, State mark);

    QList<Row> m_rows;
};

class PersonDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    Look lookOf(const QModelIndex &index) const override;
};

} // namespace syncline::ui
