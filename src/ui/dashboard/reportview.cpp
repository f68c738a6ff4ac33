#include "ui/dashboard/reportview.h"

#include "ui/backend/backend.h"
#include "ui/components/headings.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/rowdelegate.h"
#include "ui/dashboard/runwords.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QTableView *table(const QString &name, const QString &spoken, QAbstractItemModel *model, int rowHeight)
{
    auto *view = new QTableView;
    view->setObjectName(name);
    view->setAccessibleName(spoken);
    view->setModel(model);
    view->setItemDelegate(new RowDelegate(view));
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return view;
}

/// The numbers of a line, in the order of the columns from Seen on.
QList<qint64> numbersOf(const core::ReportLine &line)
{
    return {line.seen, line.written, line.equal, line.leftOut, line.conflict, line.held, line.failed, line.requests};
}

} // namespace

void ReportLines::set(const QList<core::ReportLine> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int ReportLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ReportLines::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ReportLines::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::ReportLine &line = m_lines[index.row()];
    if (role == Qt::TextAlignmentRole)
        return int((index.column() < Seen ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && index.column() == Failed && line.failed > 0)
        return color(Token::Bad);
    if (role == Qt::ForegroundRole && (index.column() == InConflict || index.column() == Held)
        && numbersOf(line)[index.column() - Seen] > 0)
        return color(Token::Warn);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == System)
        return line.system;
    if (index.column() == Entity)
        return entityPlural(line.entity);
    return numberText(numbersOf(line)[index.column() - Seen]);
}

QVariant ReportLines::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList heads{tr("System"),   tr("Kind"),        tr("Looked at"), tr("Written"), tr("Equal"),
                            tr("Left out"), tr("In conflict"), tr("Held"),      tr("Failed"),  tr("Requests")};
    return heading(heads.value(section), orientation, role, section < Seen ? Qt::AlignLeft : Qt::AlignRight);
}

void ReportErrors::set(const QList<core::ReportError> &errors)
{
    beginResetModel();
    m_errors = errors;
    endResetModel();
}

int ReportErrors::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_errors.size());
}

int ReportErrors::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant ReportErrors::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::ReportError &error = m_errors[index.row()];
    if (role == Qt::ToolTipRole)
        return error.providerMessage.isEmpty() ? error.message : error.providerMessage;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case System:
        return error.system;
    case Record:
        return error.record.startsWith("hub:"_L1) ? tr("new there") : error.record;
    case What:
        return error.value.isEmpty() ? error.message : tr("%1 (“%2”)").arg(error.message, error.value);
    default:
        return error.remedy;
    }
}

QVariant ReportErrors::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("System"), tr("Record"), tr("What happened"), tr("What cures it")}.value(section);
}

ReportView::ReportView(Backend &backend, QWidget *parent) : View(parent), m_backend(backend)
{
    setObjectName(u"reportPage"_s);
    build();
    connect(m_header, &PageHeader::upWanted, this, [this] { Q_EMIT open({u"dashboard"_s, {}, {}}); });
    connect(m_undo, &QPushButton::clicked, this, [this] { Q_EMIT open({u"undo"_s, m_run, {}}); });
    connect(m_operations, &QPushButton::clicked, this, [this] { Q_EMIT open({u"activity"_s, m_run, {}}); });
}

QString ReportView::title() const
{
    return m_report.summary.startedAt > 0 ? tr("Run of %1").arg(shortTime(m_report.summary.startedAt)) : tr("Report");
}

void ReportView::build()
{
    m_header = new PageHeader(title());
    m_header->setTrail(tr("Dashboard"));
    m_operations = plainButton(tr("Its operations"), u"activity"_s);
    m_operations->setObjectName(u"reportOperations"_s);
    m_undo = plainButton(tr("Undo this run…"), u"undo"_s);
    m_undo->setObjectName(u"reportUndo"_s);
    m_header->addAction(m_operations);
    m_header->addAction(m_undo);
    m_message = new MessageBar;
    m_lines = new ReportLines(this);
    m_errors = new ReportErrors(this);
    m_lineTable = table(u"reportLines"_s, tr("Numbers by system and kind"), m_lines, metrics::rowHeight);
    m_lineTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {int(ReportLines::System), int(ReportLines::Entity)})
        m_lineTable->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_errorTable = table(u"reportErrors"_s, tr("What went wrong"), m_errors, metrics::rowHeight);
    m_errorTable->horizontalHeader()->resizeSection(ReportErrors::System, 120);
    m_errorTable->horizontalHeader()->resizeSection(ReportErrors::Record, 120);
    m_errorTable->horizontalHeader()->resizeSection(ReportErrors::What, 420);
    m_errorTable->horizontalHeader()->setStretchLastSection(true);
    m_noErrors = new EmptyState(u"check"_s, tr("Nothing went wrong"),
                                tr("Every record was read and written as planned."), {});
    m_state = new StateMark;
    m_state->setObjectName(u"reportState"_s);
    m_text = textLabel({}, Style::Body, "second");
    m_text->setObjectName(u"reportText"_s);
    m_text->setWordWrap(true);
    m_errorTitle = textLabel({}, Style::PanelTitle);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(metrics::gap);
    sum->addWidget(m_state);
    sum->addWidget(m_text, 1);
    auto *ledger = new Card;
    ledger->body()->setContentsMargins(1, 1, 1, 1);
    ledger->body()->addWidget(m_lineTable);
    ledger->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *errors = new Card;
    errors->body()->setContentsMargins(1, 1, 1, 1);
    errors->body()->addWidget(m_errorTable);
    errors->body()->addWidget(m_noErrors);
    auto *column = new QVBoxLayout(this);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(sum);
    column->addWidget(ledger);
    column->addWidget(m_errorTitle);
    column->addWidget(errors, 1);
}

void ReportView::goTo(const Place &place)
{
    if (!place.id.isEmpty())
        m_run = place.id;
}

void ReportView::refresh()
{
    if (m_run.isEmpty())
        return;
    m_backend.ask<core::RunReport>(
        this, [run = m_run](core::Session &session) { return core::runReport(session, run); },
        [this](const Result<core::RunReport> &report) {
            if (report)
                showReport(*report);
            else
                m_message->tell(MessageKind::Bad, report.error().message, report.error().remedy);
        });
}

void ReportView::showReport(const core::RunReport &report)
{
    m_report = report;
    const core::RunSummary &run = report.summary;
    m_message->clear();
    m_header->setTitle(title());
    m_header->setSubtitle(tr("%1, by %2").arg(exactTime(run.startedAt), run.actor));
    m_state->set(runMark(run), runWord(run));
    QString text = runScope(run) + u": "_s + runSentence(run) + u'.';
    if (run.cancelled)
        text += u' ' + tr("What was written until it was cancelled stays.");
    for (const QString &guard : run.guards)
        text += u' ' + guard;
    m_text->setText(text);
    m_lines->set(report.lines);
    constexpr int mostLines = 8; // whole ones; the rest is scrolled to
    const int shown = qBound(1, int(report.lines.size()), mostLines);
    m_lineTable->setFixedHeight(m_lineTable->horizontalHeader()->sizeHint().height() + 2 + metrics::rowHeight * shown);
    m_errors->set(report.errors);
    m_errorTable->setVisible(!report.errors.isEmpty());
    m_noErrors->setVisible(report.errors.isEmpty());
    m_errorTitle->setText(report.errors.isEmpty() ? tr("Problems")
                                                  : counted(report.allErrors, tr("1 problem"), tr("%1 problems")));
    m_undo->setVisible(run.canUndo && run.written > 0);
}

} // namespace syncline::ui
