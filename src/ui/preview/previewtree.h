#pragma once

#include "ui/preview/previewchoice.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace syncline::ui {

/// System › entity › kind of a plan, with counts and three-state boxes; of an undo what becomes of the writes.
class PreviewTree : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Name, Count, Columns };
    enum Role { LeavesRole = Qt::UserRole, KindRole };

    explicit PreviewTree(PreviewChoice *choice, QObject *parent = nullptr);
    ~PreviewTree() override;

    /// Indices of the plan's leaves below a node.
    QList<int> leavesOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;
    void rebuild();
    void buildWrites();
    void buildUndo();
    Node *nodeOf(const QModelIndex &index) const;
    bool isCheckable(const Node &node) const;
    QIcon signOf(const Node &node) const;
    int countOf(const Node &node) const;

    PreviewChoice *m_choice;
    std::unique_ptr<Node> m_root;
};

/// "Contacts" for "contact".
QString entityPlural(const QString &entity);

} // namespace syncline::ui
