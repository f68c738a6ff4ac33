#include "ui/activity/runspage.h"

#include "ui/backend/backend.h"
#include "ui/components/headings.h"
#include "ui/components/panels.h"
#include "ui/components/rowtable.h"
#include "ui/dashboard/runwords.h"
#include "ui/preview/times.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int mostRuns = 500;

bool isNumber(int column)
{
    return column == RunsModel::Written || column == RunsModel::Failed;
}

} // namespace

void RunsModel::set(const QList<core::RunSummary> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

const core::RunSummary *RunsModel::at(int row) const
{
    return row >= 0 && row < m_runs.size() ? &m_runs.at(row) : nullptr;
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    const core::RunSummary *run = index.isValid() ? at(index.row()) : nullptr;
    if (!run)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Time)
        return QStringList{exactTime(run->startedAt), runWord(*run), runScope(*run), runSentence(*run)}.join(u", "_s);
    if (role == Qt::ToolTipRole && index.column() == Time)
        return exactTime(run->startedAt);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return shortTime(run->startedAt);
    case StateColumn:
        return runWord(*run);
    case What:
        return runScope(*run);
    case Written:
        return numberText(run->written);
    case Failed:
        return numberText(run->failed);
    case Took:
        return durationText(run->durationMs());
    case By:
        return run->actor;
    case Columns:
        break;
    }
    return {};
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("Time"), tr("State"), tr("What"), tr("Written"), tr("Failed"), tr("Took"), tr("By")};
    return heading(names.value(section), orientation, role, isNumber(section) ? Qt::AlignRight : Qt::AlignLeft);
}

RowDelegate::Look RunsDelegate::lookOf(const QModelIndex &index) const
{
    const core::RunSummary *run = static_cast<const RunsModel *>(index.model())->at(index.row());
    if (run && index.column() == RunsModel::StateColumn)
        return {wordToken(runMark(*run)), runMark(*run)};
    return {index.column() == RunsModel::Took || index.column() == RunsModel::By ? Token::Text2 : Token::Text};
}

RunsPage::RunsPage(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_model(new RunsModel(this))
    , m_report(plainButton(tr("Report")))
    , m_undo(plainButton(tr("Undo this run…"), u"undo"_s))
{
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RunsDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"runs"_s, {116, 150, 300, 90, 90, 120});
    auto *bar = new ActionBar;
    bar->setText(tr("A run that was undone stays here; its undo is a run of its own."));
    bar->addButton(m_report);
    bar->addButton(m_undo);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(bar);
    m_stack->addWidget(page);
    m_stack->addWidget(
        new EmptyState(u"sync"_s, tr("No run yet"), tr("Runs appear when the first one has ended."), {}));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::showButtons);
    connect(m_table, &QTableView::doubleClicked, this, &RunsPage::openCurrent);
    connect(m_report, &QPushButton::clicked, this, &RunsPage::openCurrent);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (const core::RunSummary *run = m_model->at(m_table->currentIndex().row()))
            Q_EMIT undoWanted(run->id);
    });
    m_table->installEventFilter(this);
}

void RunsPage::refresh()
{
    m_backend.ask<QList<core::RunSummary>>(
        this, [](core::Session &session) { return core::Dashboard(session).runs(mostRuns); },
        [this](const Result<QList<core::RunSummary>> &runs) {
            if (!runs)
                return Q_EMIT failed(runs.error());
            const core::RunSummary *chosen = m_model->at(m_table->currentIndex().row());
            const QString id = chosen ? chosen->id : QString();
            m_model->set(*runs);
            m_stack->setCurrentIndex(runs->isEmpty() ? 1 : 0);
            const auto same = std::ranges::find(*runs, id, &core::RunSummary::id);
            m_table->setCurrentIndex(m_model->index(same == runs->end() ? 0 : int(same - runs->begin()), 0));
            showButtons();
        });
}

void RunsPage::openCurrent()
{
    if (const core::RunSummary *run = m_model->at(m_table->currentIndex().row()))
        Q_EMIT reportWanted(run->id);
}

void RunsPage::showButtons()
{
    const core::RunSummary *run = m_model->at(m_table->currentIndex().row());
    m_report->setEnabled(run != nullptr);
    m_undo->setEnabled(run != nullptr && run->canUndo && run->written > 0);
    m_undo->setToolTip(m_undo->isEnabled() || run == nullptr ? QString()
                                                             : tr("It wrote nothing, or it still goes on."));
}

bool RunsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace syncline::ui
