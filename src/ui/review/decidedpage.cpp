#include "ui/review/decidedpage.h"

#include "core/services/review.h"
#include "ui/components/headings.h"
#include "ui/components/panels.h"
#include "ui/components/rowdelegate.h"
#include "ui/components/rowtable.h"
#include "ui/review/decidedmodel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int mostShown = 500;

QString whatWas(const core::PastDecision &decision)
{
    if (decision.action == "delete_released"_L1)
        return DecidedModel::tr("Delete let go on");
    if (decision.action == "delete_kept"_L1)
        return DecidedModel::tr("Kept");
    if (decision.action == "linked"_L1)
        return DecidedModel::tr("Linked");
    if (decision.action == "kept_apart"_L1)
        return DecidedModel::tr("Left out");
    return fieldName(decision.entity, decision.field);
}

QString stateOf(const core::PastDecision &decision)
{
    return decision.takenBack ? DecidedModel::tr("Taken back")
        : decision.open       ? DecidedModel::tr("With the next run")
                              : DecidedModel::tr("Carried out");
}

} // namespace

void DecidedModel::set(const QList<core::PastDecision> &decisions)
{
    beginResetModel();
    m_rows = decisions;
    endResetModel();
}

const core::PastDecision *DecidedModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

QVariant DecidedModel::data(const QModelIndex &index, int role) const
{
    const core::PastDecision *decision = index.isValid() ? at(index.row()) : nullptr;
    if (!decision)
        return {};
    if (role == Qt::AccessibleTextRole)
        return QStringList{whatWas(*decision), decision->title, decision->answer, stateOf(*decision)}.join(u", "_s);
    if (role == Qt::ToolTipRole && index.column() == Time)
        return whenExactly(decision->at);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return whenText(decision->at);
    case What:
        return whatWas(*decision);
    case Record:
        return decision->title;
    case Answer:
        return systemTitle(decision->answer);
    case By:
        return decision->by;
    case StateColumn:
        return stateOf(*decision);
    case Columns:
        break;
    }
    return {};
}

QVariant DecidedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("Time"), tr("What"), tr("Record"), tr("Decided"), tr("By"), tr("State")};
    return heading(names.value(section), orientation, role);
}

DecidedPage::DecidedPage(Backend &backend, QWidget *parent)
    : ReviewPage(backend, parent)
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_model(new DecidedModel(this))
    , m_open(plainButton(tr("Open record")))
    , m_back(plainButton(tr("Take back"), u"undo"_s))
{
    m_table->setAccessibleName(tr("What was decided"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"decided"_s, {106, 160, 240, 240, 120, 140});
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto *bar = new ActionBar;
    bar->setText(tr("A decision can be taken back until a run has carried it out. After that, undo the run."));
    bar->addButton(m_open);
    bar->addButton(m_back);
    column->addWidget(bar);
    m_stack->addWidget(page);
    m_stack->addWidget(new EmptyState(u"history"_s, tr("Nothing was decided yet"),
                                      tr("Decisions appear here and can be taken back."), {}));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecidedPage::showButtons);
    connect(m_back, &QPushButton::clicked, this, &DecidedPage::takeBack);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const core::PastDecision *decision = m_model->at(m_table->currentIndex().row()))
            Q_EMIT recordWanted(decision->record);
    });
    showButtons();
}

void DecidedPage::refresh()
{
    m_backend.ask<QList<core::PastDecision>>(
        this, [](core::Session &session) { return core::Review(session).decided(0, mostShown); },
        [this](Result<QList<core::PastDecision>> decisions) {
            if (!decisions)
                return Q_EMIT failed(decisions.error());
            const int row = m_table->currentIndex().row();
            m_model->set(*decisions);
            m_stack->setCurrentIndex(decisions->isEmpty() ? 1 : 0);
            m_table->setCurrentIndex(m_model->index(std::max(0, row), 0));
            showButtons();
        });
}

void DecidedPage::showButtons()
{
    const core::PastDecision *decision = m_model->at(m_table->currentIndex().row());
    m_open->setEnabled(decision && !decision->record.isEmpty());
    m_back->setEnabled(decision && decision->open);
    m_back->setToolTip(decision && !decision->open ? tr("It was carried out or taken back already.") : QString());
}

void DecidedPage::takeBack()
{
    const core::PastDecision *decision = m_model->at(m_table->currentIndex().row());
    if (!decision)
        return;
    m_backend.ask<bool>(
        this,
        [id = decision->id](core::Session &session) {
            return core::Review(session).takeBack(id).map([] { return true; });
        },
        [this](Result<bool> done) {
            if (!done)
                return Q_EMIT failed(done.error());
            m_backend.announceChange();
        });
}

} // namespace syncline::ui
