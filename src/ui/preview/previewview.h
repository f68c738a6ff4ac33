#pragma once

#include "core/services/runcontrol.h"
#include "ui/preview/previewchoice.h"
#include "ui/shell/view.h"

#include <QSet>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;
class QTreeView;

namespace syncline::ui {

class ActionBar;
class Backend;
class EmptyState;
class LiveCard;
class MessageBar;
class PageHeader;
class PreviewDelegate;
class PreviewDetailPane;
class PreviewModel;
class PreviewTree;

/// Every write before it happens: what, to whom, why; taken out or not; and then written. The place's id is the run of
/// a stored plan; without one a new preview is computed.
class PreviewPage : public View
{
    Q_OBJECT
public:
    enum class Mode { Preview, Undo };
    PreviewPage(Mode mode, Backend &backend, QWidget *parent);
    ~PreviewPage() override;

    void refresh() override;
    QString title() const override;
    void goTo(const Place &place) override;
    void focusFilter() override;

    PreviewChoice &choice() { return *m_choice; }

private:
    enum Content { Busy, Rows, Nothing };
    void buildPage();
    QWidget *buildLeft();
    QWidget *buildRight();
    QWidget *buildFilters();
    void buildFoot();
    void connectParts();

    void compute();
    void load(const QString &run);
    void showPlan(const core::PreviewPlan &plan);
    void filter();
    void search(const QString &text);
    void showSegments();
    void showSide();
    void showFoot();
    QString countingText(const QString &time) const;
    void showBars();
    void showNothing();
    void showDetail();
    void toggleChosen();

    void write();
    void writeFirst();
    void carryOut(const QString &run);
    void takeOutThen(const std::function<void()> &next);
    void ended(const core::RunEnd &end);
    void endedWriting(const core::RunEnd &end);
    void setActs(bool enabled);
    bool isOurs(const core::RunRequest &request) const;

    Mode m_mode;
    Backend &m_backend;
    PreviewChoice *m_choice;
    PreviewModel *m_model = nullptr;
    PreviewTree *m_tree = nullptr;
    PreviewDelegate *m_delegate = nullptr;
    QString m_run;                    ///< of the plan that is shown; "" while none is
    QString m_undone;                 ///< the run to take back
    QString m_part;                   ///< the run that holds what is written first
    QString m_note, m_noteMore;       ///< how the writing of the first records went
    std::optional<QSet<int>> m_found; ///< ids that the search gave
    QString m_kind;                   ///< of the segment that is down; "" all
    bool m_computing = false;

    PageHeader *m_header = nullptr;
    MessageBar *m_message = nullptr;
    LiveCard *m_live = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_nothing = nullptr;
    QTreeView *m_treeView = nullptr;
    QLabel *m_side = nullptr;
    QLineEdit *m_search = nullptr;
    QTimer *m_searchTimer = nullptr;
    QHBoxLayout *m_segments = nullptr;
    QButtonGroup *m_segmentGroup = nullptr;
    QLabel *m_shown = nullptr;
    QTableView *m_table = nullptr;
    PreviewDetailPane *m_detail = nullptr;
    ActionBar *m_foot = nullptr;
    QPushButton *m_recompute = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_first = nullptr;
    QPushButton *m_write = nullptr;
};

class PreviewView final : public PreviewPage
{
    Q_OBJECT
public:
    PreviewView(Backend &backend, QWidget *parent) : PreviewPage(Mode::Preview, backend, parent) {}
};

class UndoView final : public PreviewPage
{
    Q_OBJECT
public:
    UndoView(Backend &backend, QWidget *parent) : PreviewPage(Mode::Undo, backend, parent) {}
};

} // namespace syncline::ui
