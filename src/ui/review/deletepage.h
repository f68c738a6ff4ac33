#pragma once

#include "core/services/reviewboard.h"
#include "ui/review/reviewpage.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QStandardItem;
class QStandardItemModel;
class QTreeView;
class QVBoxLayout;

namespace syncline::ui {

class MessageBar;

/// Held deletes by when and by proof. Keep is as near as letting them go on.
class DeletePage final : public ReviewPage
{
    Q_OBJECT
public:
    DeletePage(Backend &backend, QWidget *parent);
    void refresh() override;
    void choose(const QString &id) override;
    void focusFilter() override;

private:
    void build();
    void showDeletes();
    void addGroup(const QString &title, const QList<core::DeleteBoard> &deletes);
    void showDetail(const QString &id);
    void showButtons();
    QStringList ticked() const;
    void carryOut(bool release);

    QStackedWidget *m_stack;
    MessageBar *m_message;
    QLineEdit *m_search;
    QLabel *m_chosen;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
    QLabel *m_title;
    QLabel *m_story;
    QVBoxLayout *m_still;
    QLabel *m_lost;
    QPushButton *m_open;
    QPushButton *m_keep;
    QPushButton *m_release;
    QMap<QString, core::DeleteBoard> m_deletes;
    bool m_isBusy = false;
};

} // namespace syncline::ui
