#include "ui/backend/backend.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/dashboard/livecard.h"
#include "ui/preview/previewdelegate.h"
#include "ui/preview/previewdetail.h"
#include "ui/preview/previewmodel.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/previewview.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

/// How the page is put together; what it does stands in previewview.cpp.
using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int leftPane = 240;
constexpr int searchWidth = 240;

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *made = new QSplitter(orientation);
    made->setChildrenCollapsible(false);
    made->setHandleWidth(1);
    return made;
}

} // namespace

void PreviewPage::buildPage()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(title());
    m_header->setTrail(tr("Dashboard"));
    keepPageMargins(m_header);
    m_recompute = plainButton(tr("Recompute"), u"refresh"_s);
    m_recompute->setObjectName(u"recompute"_s);
    m_header->addAction(m_recompute);
    m_message = new MessageBar;
    m_message->setObjectName(u"previewMessage"_s);
    m_live = new LiveCard(m_backend.runs());
    auto *above = new QVBoxLayout;
    keepPageMargins(above);
    above->setSpacing(metrics::gap);
    above->addWidget(m_message);
    above->addWidget(m_live);
    auto *panes = splitter(Qt::Horizontal);
    panes->setObjectName(u"previewPanes"_s);
    panes->addWidget(buildLeft());
    panes->addWidget(buildRight());
    panes->setStretchFactor(1, 1);
    panes->setSizes({leftPane, 800});
    m_nothing = new EmptyState;
    m_nothing->setObjectName(u"previewNothing"_s);
    auto *busy = new QWidget;
    m_stack = new QStackedWidget;
    m_stack->addWidget(busy);
    m_stack->addWidget(panes);
    m_stack->addWidget(m_nothing);
    buildFoot();
    column->addWidget(m_header);
    column->addLayout(above);
    column->addSpacing(metrics::gap);
    column->addWidget(rule());
    column->addWidget(m_stack, 1);
    column->addWidget(m_foot);
}

QWidget *PreviewPage::buildLeft()
{
    auto *left = new QFrame;
    left->setMinimumWidth(metrics::leastPane);
    left->setProperty("kind", u"pane"_s);
    left->setAutoFillBackground(true);
    left->setBackgroundRole(QPalette::Base);
    m_tree = new PreviewTree(m_choice, this);
    m_treeView = new QTreeView;
    m_treeView->setObjectName(u"previewTree"_s);
    m_treeView->setAccessibleName(m_mode == Mode::Undo ? tr("What becomes of the writes")
                                                       : tr("Writes by system, entity and kind"));
    m_treeView->setModel(m_tree);
    m_treeView->setHeaderHidden(true);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setIndentation(16);
    m_treeView->setIconSize({18, 18});
    m_treeView->header()->setStretchLastSection(false);
    m_treeView->header()->setSectionResizeMode(PreviewTree::Name, QHeaderView::Stretch);
    m_treeView->header()->setSectionResizeMode(PreviewTree::Count, QHeaderView::ResizeToContents);
    m_treeView->setRootIsDecorated(m_mode == Mode::Preview);
    m_side = new QLabel;
    m_side->setTextFormat(Qt::RichText);
    m_side->setWordWrap(true);
    m_side->setObjectName(u"previewSide"_s);
    m_side->setFont(ui::font(Style::Body));
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::gap);
    column->addWidget(m_treeView, 1);
    column->addWidget(rule());
    column->addWidget(m_side);
    return left;
}

QWidget *PreviewPage::buildFilters()
{
    auto *bar = new QFrame;
    bar->setMinimumHeight(metrics::filterBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::cardPadding, metrics::tight, metrics::cardPadding, metrics::tight);
    row->setSpacing(metrics::gap);
    m_search = new QLineEdit;
    m_search->setObjectName(u"previewSearch"_s);
    m_search->setPlaceholderText(tr("Find a name, field or value"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(searchWidth);
    m_searchTimer = new QTimer(this);
    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(150);
    m_segmentGroup = new QButtonGroup(this);
    m_segmentGroup->setExclusive(true);
    m_segments = new QHBoxLayout;
    m_segments->setSpacing(0);
    m_shown = textLabel({}, Style::Body, "second");
    m_shown->setObjectName(u"previewShown"_s);
    row->addWidget(m_search);
    row->addLayout(m_segments);
    row->addStretch(1);
    row->addWidget(m_shown);
    return bar;
}

QWidget *PreviewPage::buildRight()
{
    m_model = new PreviewModel(
        m_choice,
        [this](const QList<int> &ids, std::function<void(const QList<core::PreviewRow> &)> answer) {
            m_backend.ask<QList<core::PreviewRow>>(
                m_model,
                [plan = m_choice->plan(), ids](core::Session &session) {
                    return core::Preview(session).rows(plan, ids);
                },
                [answer = std::move(answer)](const Result<QList<core::PreviewRow>> &rows) {
                    answer(rows ? *rows : QList<core::PreviewRow>());
                });
        },
        this);
    m_table = new QTableView;
    m_delegate = new PreviewDelegate(m_mode == Mode::Undo, m_table);
    m_table->setObjectName(u"previewTable"_s);
    m_table->setAccessibleName(tr("Writes"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    QHeaderView *head = m_table->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setHighlightSections(false);
    head->setMinimumSectionSize(36);
    head->setSectionResizeMode(QHeaderView::Interactive);
    head->setSectionResizeMode(PreviewModel::Check, QHeaderView::Fixed);
    head->setSectionResizeMode(PreviewModel::Change, QHeaderView::Stretch);
    head->resizeSection(PreviewModel::Check, 40);
    head->resizeSection(PreviewModel::What, 116);
    head->resizeSection(PreviewModel::Record, 190);
    head->resizeSection(PreviewModel::Why, m_mode == Mode::Undo ? 150 : 220);
    m_detail = new PreviewDetailPane;
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildFilters());
    column->addWidget(m_table, 1);
    auto *panes = splitter(Qt::Vertical);
    panes->addWidget(list);
    panes->addWidget(m_detail);
    panes->setStretchFactor(0, 1);
    panes->setSizes({440, 150});
    return panes;
}

void PreviewPage::buildFoot()
{
    const bool undo = m_mode == Mode::Undo;
    m_foot = new ActionBar;
    m_foot->setObjectName(u"previewFoot"_s);
    m_close = plainButton(undo ? tr("Close without undoing") : tr("Close without writing"));
    m_close->setObjectName(u"closePreview"_s);
    m_first = plainButton({});
    m_first->setObjectName(u"writeFirst"_s);
    m_write = primaryButton({}, undo ? u"undo"_s : QString());
    m_write->setObjectName(u"writeAll"_s);
    m_foot->addButton(m_close);
    m_foot->addButton(m_first);
    m_foot->addButton(m_write);
    m_first->hide(); // no words before there is a plan
    m_write->hide();
    auto *writeKey = new QAction(this);
    writeKey->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    writeKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(writeKey, &QAction::triggered, m_write, &QPushButton::click);
    addAction(writeKey);
}

} // namespace syncline::ui
