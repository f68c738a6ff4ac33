#pragma once

#include "ui/review/casemodel.h"

#include <QWidget>

class QLineEdit;
class QTreeView;

namespace syncline::ui {

/// The list at the left of a page of Review: a search and the cases by cause. The first case is chosen by itself; when
/// the chosen one is settled, the next one.
class CaseList final : public QWidget
{
    Q_OBJECT
public:
    /// `name`: what tests and screen readers call the list.
    CaseList(const QString &name, const QString &placeholder, QWidget *parent = nullptr);

    void setGroups(const QList<CaseGroup> &groups);
    CaseModel &model() { return *m_model; }
    QTreeView *tree() const { return m_tree; }
    QLineEdit *search() const { return m_search; }
    QString current() const { return m_current; }
    void choose(const QString &id);
    void next();
    void previous();

Q_SIGNALS:
    /// "" when no case is left or found.
    void chosen(const QString &id);

private:
    void restore(int place);
    QLineEdit *m_search;
    QTreeView *m_tree;
    CaseModel *m_model;
    QString m_current;
    bool m_isBuilding = false;
};

} // namespace syncline::ui
