#pragma once

#include "core/services/activity.h"
#include "ui/records/words.h"
#include "ui/shell/view.h"

#include <QTimer>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace syncline::ui {

class ActivityDelegate;
class ActivityDetailPane;
class ActivityModel;
class Backend;
class EmptyState;
class MessageBar;
class PageHeader;
class RunsPage;

/// What the runs did and what failed, operation by operation and run by run. New lines appear at the top while the table is at its top; else a strip tells
/// of them.
class ActivityView final : public View
{
    Q_OBJECT
public:
    ActivityView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override { return tr("Activity"); }
    /// id: a run; filter: "runs" for the tab, "failed", "today", an integration's name, else words to search.
    void goTo(const Place &place) override;
    void focusFilter() override;

private:
    struct Setting
    {
        QList<core::SystemRef> systems;
        core::ActivityIndex index;
        int failed = 0; ///< of this filter
    };
    void build();
    void buildTable(QWidget *page);
    void connectParts();
    QPushButton *chip(const QString &text);
    core::ActivityQuery query() const;
    void read(bool isNew);
    void take(const Setting &setting, bool isNew);
    void showRows(const Setting &setting, bool isNew);
    void showSystems(const QList<core::SystemRef> &systems);
    void showEmpty();
    void showDetail();
    void clearFilter();
    void retryAll();
    bool isAtTop() const;

    Backend &m_backend;
    PageHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    RunsPage *m_runs;
    MessageBar *m_message;
    QLineEdit *m_search;
    QComboBox *m_system;
    QComboBox *m_kind;
    QPushButton *m_failed;
    QPushButton *m_today;
    QPushButton *m_run; ///< only this run; hidden while all are shown
    QPushButton *m_retryAll;
    QPushButton *m_strip; ///< "12 new"
    QStackedWidget *m_stack;
    QTableView *m_table;
    ActivityModel *m_model;
    ActivityDelegate *m_delegate;
    ActivityDetailPane *m_detail;
    EmptyState *m_empty;
    QTimer m_typing;
    QString m_runId;
    std::optional<Setting> m_waiting; ///< read, but not shown while somebody reads further down
    std::shared_ptr<const core::ActivityIndex> m_index;
    int m_asked = 0;
};

} // namespace syncline::ui
