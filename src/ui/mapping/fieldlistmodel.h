#pragma once

#include "ui/mapping/mappingdocument.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace syncline::ui {

/// The fields of one side: at the top those without a heading, below them a row for each heading with its fields.
class FieldListModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole, ///< "" for a heading
        IconRole,
        SampleRole,
        UsedRole,
        RequiredRole,
        ReadOnlyRole,
        HeadingRole, ///< true for a heading
        PairedRole,  ///< belongs to the selected pair
    };

    FieldListModel(MappingDocument &document, core::MappingSide side, QObject *parent = nullptr);

    core::MappingSide side() const { return m_side; }
    QModelIndex indexOf(const QString &key) const;
    QString keyAt(const QModelIndex &index) const;
    int fieldCount() const;
    int usedCount() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Section
    {
        QString title;
        QList<core::MappingField> fields;
    };
    void rebuild();
    void touch();
    const core::MappingField *fieldAt(const QModelIndex &index) const;
    QString spoken(const core::MappingField &field) const;
    QVariant headingData(const Section &section, int role) const;

    MappingDocument &m_document;
    core::MappingSide m_side;
    QList<core::MappingField> m_top;
    QList<Section> m_sections;
};

/// Search by label or key, without accents and case; narrowed to some keys while a connection is drawn by keyboard.
class FieldFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FieldFilter(FieldListModel &model, QObject *parent = nullptr);
    void setText(const QString &text);
    void narrow(const std::optional<QSet<QString>> &keys);
    QString keyAt(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &key) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FieldListModel &m_model;
    QString m_text;
    std::optional<QSet<QString>> m_keys;
};

QString typeIcon(FieldType type);
QString withoutAccents(const QString &text); ///< folded for searching

} // namespace syncline::ui
