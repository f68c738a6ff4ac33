#pragma once

#include "core/mapping/mappingfile.h"
#include "core/schema/hubschema.h"

#include <QAbstractTableModel>

namespace syncline::ui {

/// One hub field and what each system has for it.
struct Pair
{
    QString entity, field; ///< hub keys
    QString label;         ///< the hub field's
    QStringList remote;    ///< by system; "" where a system has none
    bool isTaken = true;
    bool operator==(const Pair &) const = default;
};

/// The suggestions of several systems side by side; those that only one system has are no pairs.
QList<Pair> pairsOf(const QList<core::MappingFile> &files, const core::HubSchema &schema);
/// The files without the pairs that were taken out.
QList<core::MappingFile> taken(QList<core::MappingFile> files, const QList<Pair> &pairs);

/// The pairs as a table whose first column is a box.
class SuggestionModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void set(QStringList systems, QList<Pair> pairs);
    const QList<Pair> &pairs() const { return m_pairs; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_systems;
    QList<Pair> m_pairs;
};

} // namespace syncline::ui
