#include "ui/preview/previewview.h"

#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/panels.h"
#include "ui/dashboard/livecard.h"
#include "ui/preview/previewdelegate.h"
#include "ui/preview/previewdetail.h"
#include "ui/preview/previewmodel.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = syncline::core::RunRequest::Kind;

namespace syncline::ui {

PreviewPage::PreviewPage(Mode mode, Backend &backend, QWidget *parent)
    : View(parent)
    , m_mode(mode)
    , m_backend(backend)
    , m_choice(new PreviewChoice(this))
{
    setObjectName(mode == Mode::Undo ? u"undoPage"_s : u"previewPage"_s);
    buildPage();
    connectParts();
    setActs(false);
    m_stack->setCurrentIndex(Busy);
}

PreviewPage::~PreviewPage() = default;

QString PreviewPage::title() const
{
    if (m_mode == Mode::Preview)
        return tr("Preview");
    const qint64 at = m_choice->plan().undoesAt;
    return at > 0 ? tr("Undo the run of %1").arg(shortTime(at)) : tr("Undo a run");
}

void PreviewPage::connectParts()
{
    connect(m_header, &PageHeader::upWanted, this, [this] { Q_EMIT open({u"dashboard"_s, {}, {}}); });
    connect(m_recompute, &QPushButton::clicked, this, &PreviewPage::compute);
    connect(m_message, &MessageBar::clicked, this, &PreviewPage::compute);
    connect(m_close, &QPushButton::clicked, this, [this] { Q_EMIT open({u"dashboard"_s, {}, {}}); });
    connect(m_nothing, &EmptyState::clicked, this, [this] { Q_EMIT open({u"dashboard"_s, {}, {}}); });
    connect(m_first, &QPushButton::clicked, this, &PreviewPage::writeFirst);
    connect(m_write, &QPushButton::clicked, this, &PreviewPage::write);
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentChanged, this, &PreviewPage::filter);
    connect(m_choice, &PreviewChoice::choiceChanged, this, &PreviewPage::showFoot);
    connect(m_search, &QLineEdit::textChanged, m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_searchTimer, &QTimer::timeout, this, [this] { search(m_search->text().trimmed()); });
    connect(m_segmentGroup, &QButtonGroup::idClicked, this, &PreviewPage::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PreviewPage::showDetail);
    connect(m_detail, &PreviewDetailPane::recordWanted, this, [this](const QString &hub) {
        Q_EMIT open({u"record"_s, hub, {}});
    });
    connect(&m_backend.runs(), &Runs::finished, this, &PreviewPage::ended);
    connect(&m_backend.runs(), &Runs::started, this, [this] {
        m_note.clear();
        setActs(false);
    });
    auto *space = new QAction(this);
    space->setShortcut(Qt::Key_Space);
    space->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(space);
    connect(space, &QAction::triggered, this, &PreviewPage::toggleChosen);
}

void PreviewPage::goTo(const Place &place)
{
    if (m_mode == Mode::Undo) {
        if (place.id == m_undone && (m_computing || (!m_run.isEmpty() && m_choice->plan().open)))
            return;
        m_undone = place.id;
        m_run.clear();
        compute();
        return;
    }
    if (!place.id.isEmpty() && place.id != m_run) {
        load(place.id);
    } else if (place.id.isEmpty() && !m_computing && (m_run.isEmpty() || !m_choice->plan().open)) {
        m_run.clear();
        compute();
    }
}

void PreviewPage::refresh()
{
    if (!m_run.isEmpty() && !m_computing)
        load(m_run);
}

void PreviewPage::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool PreviewPage::isOurs(const core::RunRequest &request) const
{
    if (m_mode == Mode::Undo)
        return request.kind == Kind::UndoPreview && request.run == m_undone;
    return request.kind == Kind::Preview;
}

/// Reads the CRMs and plans, without writing: the live card shows how far it is.
void PreviewPage::compute()
{
    core::RunRequest request;
    request.kind = m_mode == Mode::Undo ? Kind::UndoPreview : Kind::Preview;
    request.run = m_undone;
    m_computing = m_backend.runs().start(request);
    m_message->clear();
    m_stack->setCurrentIndex(m_run.isEmpty() ? Busy : m_stack->currentIndex());
    setActs(false);
    if (!m_computing)
        m_message->tell(MessageKind::Note, tr("A run is going on."), tr("The preview can be computed after it."));
}

void PreviewPage::ended(const core::RunEnd &end)
{
    if (end.request.kind == Kind::CarryOut && (end.request.run == m_run || end.request.run == m_part)) {
        endedWriting(end);
        return;
    }
    if (!m_computing || !isOurs(end.request)) {
        showFoot();
        return;
    }
    m_computing = false;
    if (!end.run.isEmpty()) {
        load(end.run);
        return;
    }
    const Error error = end.problem.value_or(Error{});
    const QString what = end.cancelled ? tr("The preview was cancelled.") : error.message;
    m_message->tell(end.cancelled ? MessageKind::Note : MessageKind::Bad, what, tr("Nothing was written."),
                    tr("Compute it again"), error.providerMessage);
    showFoot();
}

void PreviewPage::load(const QString &run)
{
    m_backend.ask<core::PreviewPlan>(
        this, [run](core::Session &session) { return core::Preview(session).plan(run); },
        [this, run](const Result<core::PreviewPlan> &plan) {
            if (plan) {
                m_run = run;
                showPlan(*plan);
            } else {
                m_message->tell(MessageKind::Bad, plan.error().message, plan.error().remedy, tr("Compute it again"));
            }
        });
}

void PreviewPage::showPlan(const core::PreviewPlan &plan)
{
    const bool same = plan.run == m_choice->plan().run;
    const QModelIndex chosen = m_table->currentIndex();
    const int id = same && chosen.isValid() ? m_model->idOf(chosen.row()) : -1;
    const QList<int> leaves = same ? m_tree->leavesOf(m_treeView->currentIndex()) : QList<int>();
    m_undone = plan.undo ? plan.undoes : m_undone;
    m_choice->setPlan(plan);
    m_treeView->expandToDepth(1);
    showSegments();
    showSide();
    QModelIndex node = m_tree->index(0, 0);
    if (same && !leaves.isEmpty()) {
        const auto fit = m_tree->match(node, PreviewTree::LeavesRole, QVariant::fromValue(leaves), 1,
                                       Qt::MatchExactly | Qt::MatchRecursive);
        node = fit.isEmpty() ? node : fit.first();
    }
    m_treeView->setCurrentIndex(node);
    filter();
    m_header->setTitle(title());
    m_header->setSubtitle(plan.open ? tr("computed %1, nothing sent yet").arg(shortTime(plan.computedAt))
                                    : tr("computed %1, carried out").arg(shortTime(plan.computedAt)));
    const int row = id >= 0 ? m_model->rowOfId(id) : m_model->rowCount() > 0 ? 0 : -1;
    if (row >= 0)
        m_table->selectRow(row);
    if (!same && isVisible())
        m_table->setFocus();
    if (m_choice->writes() == 0)
        showNothing();
    else
        m_stack->setCurrentIndex(Rows);
    showBars();
    showFoot();
}

void PreviewPage::showNothing()
{
    const core::PreviewPlan &plan = m_choice->plan();
    m_stack->setCurrentIndex(plan.undo && !plan.entries.isEmpty() ? Rows : Nothing);
    if (plan.undo)
        m_nothing->set(u"check"_s, tr("Nothing to take back"),
                       tr("The run wrote nothing, or it is taken back already."), tr("Back to the dashboard"));
    else if (!plan.open)
        m_nothing->set(u"check"_s, tr("This preview was carried out"),
                       tr("What it came to stands in the run's report."), tr("Back to the dashboard"));
    else
        m_nothing->set(u"check"_s, tr("Nothing to write"),
                       tr("%1 records already agree. %2 are left out by a rule.")
                           .arg(numberText(plan.equal), numberText(plan.leftOut)),
                       tr("Back to the dashboard"));
}

void PreviewPage::showBars()
{
    const core::PreviewPlan &plan = m_choice->plan();
    const int changed = plan.changed();
    if (!plan.open || m_backend.runs().isRunning())
        return;
    if (!plan.guards.isEmpty() && !plan.undo)
        m_message->tell(MessageKind::Warn, plan.guards.first(),
                        tr("That looks like a mapping mistake or an import. Nothing was written."));
    else if (changed > 0)
        m_message->tell(
            MessageKind::Warn,
            counted(changed, tr("1 record changed since this preview."), tr("%1 records changed since this preview.")),
            tr("They are not written before they are looked at again."), tr("Recompute"));
    else if (!plan.problems.isEmpty())
        m_message->tell(MessageKind::Bad, plan.problems.first(), tr("It takes no part; the others go on."));
    else if (!m_note.isEmpty())
        m_message->tell(MessageKind::Good, m_note, m_noteMore);
    else
        m_message->clear();
    const bool stale = changed > 0;
    m_recompute->setProperty("kind", stale ? u"primary"_s : QString());
    m_write->setProperty("kind", stale ? QString() : u"primary"_s);
    for (QPushButton *button : {m_recompute, m_write}) {
        button->style()->unpolish(button);
        button->style()->polish(button);
    }
}

void PreviewPage::showSegments()
{
    QStringList kinds;
    QList<QPair<QString, QString>> segments; // value, word
    const bool undo = m_choice->plan().undo;
    for (const core::PreviewLeaf &leaf : m_choice->plan().leaves) {
        const QString value = undo ? leaf.integration : leaf.kind;
        if (!kinds.contains(value)) {
            kinds << value;
            segments.append({value, undo ? leaf.system : writeKindWord(leaf.kind)});
        }
    }
    std::ranges::stable_sort(segments, {}, [](const auto &segment) { return segment.first.endsWith("link"_L1); });
    segments.prepend({{}, undo ? tr("All systems") : tr("All")});
    const auto buttons = m_segmentGroup->buttons();
    for (QAbstractButton *button : buttons) {
        m_segmentGroup->removeButton(button);
        button->deleteLater();
    }
    for (int i = 0; i < segments.size(); ++i) {
        QPushButton *button = plainButton(segments[i].second);
        button->setCheckable(true);
        button->setProperty("value", segments[i].first);
        button->setObjectName(u"segment_"_s + segments[i].first);
        button->setChecked(segments[i].first == m_kind);
        m_segmentGroup->addButton(button, i);
        m_segments->addWidget(button);
    }
    if (!m_segmentGroup->checkedButton())
        m_segmentGroup->button(0)->setChecked(true);
}

void PreviewPage::filter()
{
    const auto *segment = m_segmentGroup->checkedButton();
    m_kind = segment ? segment->property("value").toString() : QString();
    const core::PreviewPlan &plan = m_choice->plan();
    QList<int> leaves = m_tree->leavesOf(m_treeView->currentIndex());
    const bool everything = !m_treeView->currentIndex().isValid() || m_treeView->currentIndex().row() == 0;
    if (!m_kind.isEmpty()) {
        const bool links = m_kind == "link"_L1 || m_kind == "unlink"_L1;
        QList<int> fitting;
        for (int i = 0; i < plan.leaves.size(); ++i) {
            const QString &value = plan.undo ? plan.leaves[i].integration : plan.leaves[i].kind;
            if (value == m_kind && (links || leaves.contains(i) || (everything && leaves.isEmpty())))
                fitting << i;
        }
        leaves = fitting;
        if (leaves.isEmpty())
            leaves << -1; // nothing fits both
    }
    m_model->setFilter(leaves, m_found);
    m_shown->setText(
        tr("%1 of %2")
            .arg(numberText(m_model->rowCount()), numberText(plan.undo ? plan.entries.size() : m_choice->writes())));
    m_detail->clear();
}

void PreviewPage::search(const QString &text)
{
    if (text.isEmpty()) {
        m_found.reset();
        filter();
        return;
    }
    m_backend.ask<QList<int>>(
        this,
        [plan = m_choice->plan(), text](core::Session &session) { return core::Preview(session).search(plan, text); },
        [this, text](const Result<QList<int>> &ids) {
            if (!ids || text != m_search->text().trimmed())
                return;
            m_found = QSet<int>(ids->begin(), ids->end());
            filter();
        });
}

void PreviewPage::showDetail()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const int id = m_model->idOf(index.row());
    m_backend.ask<core::PreviewDetail>(
        this, [plan = m_choice->plan(), id](core::Session &session) { return core::Preview(session).detail(plan, id); },
        [this, id](const Result<core::PreviewDetail> &detail) {
            const QModelIndex now = m_table->currentIndex();
            if (detail && now.isValid() && now.row() < m_model->rowCount() && m_model->idOf(now.row()) == id)
                m_detail->showDetail(*detail, m_choice->plan().undo);
        });
}

void PreviewPage::toggleChosen()
{
    QList<qsizetype> entries;
    bool anyIn = false;
    const auto rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &index : rows) {
        const qsizetype entry = m_model->entryOf(index.row());
        entries << entry;
        anyIn = anyIn || m_choice->isIn(entry);
    }
    if (!entries.isEmpty() && m_choice->plan().open && !m_backend.runs().isRunning())
        m_choice->setIn(entries, !anyIn);
}

void PreviewPage::setActs(bool enabled)
{
    const int chosen = m_choice->chosen();
    m_recompute->setEnabled(!m_backend.runs().isRunning());
    m_first->setEnabled(enabled && chosen > 0);
    m_write->setEnabled(enabled && chosen > 0);
}

} // namespace syncline::ui
