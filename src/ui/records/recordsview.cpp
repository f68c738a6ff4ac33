#include "ui/records/recordsview.h"

#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/remembered.h"
#include "ui/components/rowtable.h"
#include "ui/records/newrecorddialog.h"
#include "ui/records/recordsmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

using RecordState = core::RecordQuery::State;

const QMap<QString, RecordState> &stateNames()
{
    static const QMap<QString, RecordState> names{
        {u"conflict"_s, RecordState::Conflict}, {u"duplicate"_s, RecordState::Duplicate},
        {u"held"_s, RecordState::Held},         {u"delete"_s, RecordState::DeleteWaits},
        {u"waiting"_s, RecordState::Waiting},   {u"insync"_s, RecordState::InSync}};
    return names;
}

} // namespace

RecordsView::RecordsView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(tr("Records")))
    , m_message(new MessageBar)
    , m_entityRow(new QHBoxLayout)
    , m_entities(new QButtonGroup(this))
    , m_search(new QLineEdit)
    , m_state(new QComboBox)
    , m_system(new QComboBox)
    , m_columns(plainButton(tr("Columns"), u"columns"_s))
    , m_export(plainButton(tr("Export…"), u"export"_s))
    , m_new(plainButton(tr("New contact…"), u"plus"_s))
    , m_stack(new QStackedWidget)
    , m_table(new QTableView)
    , m_model(new RecordsModel(this))
    , m_delegate(new RecordsDelegate(m_table))
    , m_empty(new EmptyState)
    , m_chosen(textLabel({}, Style::BodyBold))
    , m_open(linkButton(tr("Open")))
    , m_sync(linkButton(tr("Sync these now")))
    , m_rows(textLabel({}, Style::Body, "second"))
{
    setAccessibleName(tr("Records"));
    build();
    connectParts();
}

void RecordsView::build()
{
    m_search->setPlaceholderText(tr("Name, e-mail, phone or any value"));
    m_search->setAccessibleName(tr("Find records"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s, Token::Text3), QLineEdit::LeadingPosition);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("State: any"), int(RecordState::Any));
    for (const RecordState state : {RecordState::InSync, RecordState::Conflict, RecordState::Duplicate,
                                    RecordState::Held, RecordState::DeleteWaits, RecordState::Waiting})
        m_state->addItem(wordOf(state), int(state));
    m_system->setAccessibleName(tr("System"));
    m_system->addItem(tr("System: any"), QString());
    auto *filter = new QHBoxLayout;
    keepPageMargins(filter, 0, metrics::gap);
    filter->setSpacing(metrics::gap);
    m_entityRow->setSpacing(0);
    filter->addLayout(m_entityRow);
    filter->addWidget(m_search, 1);
    filter->addWidget(m_state);
    filter->addWidget(m_system);
    filter->addWidget(m_columns);
    m_columns->setMenu(new QMenu(m_columns));
    m_new->setObjectName(u"newRecordButton"_s);
    m_export->setObjectName(u"exportRecords"_s);
    m_export->setToolTip(tr("Writes what the table shows to a file for spreadsheets"));
    m_header->addAction(m_export);
    m_header->addAction(m_new);
    auto *page = new QWidget;
    buildTable(page);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    keepPageMargins(m_header);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(filter);
    column->addWidget(rule());
    column->addWidget(m_stack, 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
}

void RecordsView::buildTable(QWidget *page)
{
    m_table->setAccessibleName(tr("Records"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(RecordsModel::Name, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionsClickable(true);
    makeRowTable(m_table, u"records"_s, {216, 200, 150, 80, 80, 150, 80});
    auto *bar = new ActionBar;
    bar->addLeft(m_chosen);
    bar->addLeft(m_open);
    bar->addLeft(m_sync);
    bar->addRight(m_rows);
    m_open->setToolTip(tr("Opens the record (Enter)"));
    m_sync->setToolTip(tr("Reads, compares and writes the chosen records only"));
    auto *foot = new QVBoxLayout(page);
    foot->setContentsMargins(0, 0, 0, 0);
    foot->setSpacing(0);
    foot->addWidget(m_table, 1);
    foot->addWidget(bar);
    m_table->installEventFilter(this);
}

void RecordsView::connectParts()
{
    connect(&m_typing, &QTimer::timeout, this, [this] { read(true); });
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_state, &QComboBox::activated, this, [this] { read(true); });
    connect(m_system, &QComboBox::activated, this, [this] { read(true); });
    connect(m_entities, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        m_entity = button->property("entity").toString();
        read(true);
    });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        if (RecordsModel::orderOf(column))
            read(true);
    });
    connect(m_table, &QTableView::doubleClicked, this, &RecordsView::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordsView::showFoot);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &RecordsView::showFoot);
    connect(m_open, &QPushButton::clicked, this, &RecordsView::openCurrent);
    connect(m_sync, &QPushButton::clicked, this, &RecordsView::syncChosen);
    connect(m_empty, &EmptyState::clicked, this, [this] {
        if (m_shown == core::RecordQuery{m_entity, {}, {}, {}, {}, {}})
            Q_EMIT open({u"preview"_s, {}, {}});
        else
            clearFilter();
    });
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    connect(m_export, &QPushButton::clicked, this, &RecordsView::chooseFile);
    connect(m_new, &QPushButton::clicked, this, &RecordsView::makeRecord);
    connect(m_columns->menu(), &QMenu::aboutToShow, this, [this] { fillColumnMenu(m_columns->menu(), m_table); });
}

void RecordsView::makeRecord()
{
    NewRecordDialog dialog(m_backend, m_entity, this);
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT open({u"record"_s, dialog.made(), {}});
}

core::RecordQuery RecordsView::query() const
{
    const QHeaderView *header = m_table->horizontalHeader();
    return {m_entity,
            m_search->text(),
            RecordState(m_state->currentData().toInt()),
            m_system->currentData().toString(),
            RecordsModel::orderOf(header->sortIndicatorSection()).value_or(core::RecordQuery::Order::Name),
            header->sortIndicatorOrder() == Qt::DescendingOrder};
}

void RecordsView::refresh()
{
    read(false);
}

void RecordsView::goTo(const Place &place)
{
    if (!place.id.isEmpty())
        m_entity = place.id;
    if (place.filter.isEmpty())
        return;
    const bool isState = stateNames().contains(place.filter);
    m_search->setText(isState ? QString() : place.filter);
    if (isState)
        m_state->setCurrentIndex(m_state->findData(int(stateNames().value(place.filter))));
}

void RecordsView::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void RecordsView::showEntities(const QMap<QString, int> &counts)
{
    QStringList wanted{u"contact"_s, u"company"_s};
    for (const QString &entity : counts.keys()) {
        if (!wanted.contains(entity))
            wanted << entity;
    }
    QStringList shown;
    for (const QAbstractButton *button : m_entities->buttons())
        shown << button->property("entity").toString();
    if (shown != wanted) {
        for (QAbstractButton *button : m_entities->buttons())
            delete button;
        for (const QString &entity : wanted) {
            QPushButton *button = plainButton(entityTitle(entity));
            button->setCheckable(true);
            button->setProperty("entity", entity);
            m_entities->addButton(button);
            m_entityRow->addWidget(button);
        }
    }
    for (QAbstractButton *button : m_entities->buttons())
        button->setChecked(button->property("entity").toString() == m_entity);
}

void RecordsView::showSystems(const QList<core::SystemRef> &systems)
{
    const QString current = m_system->currentData().toString();
    m_system->clear();
    m_system->addItem(tr("System: any"), QString());
    for (const core::SystemRef &system : systems)
        m_system->addItem(system.name, system.id);
    m_system->setCurrentIndex(std::max(0, m_system->findData(current)));
}

void RecordsView::showEmpty(const Setting &setting, const core::RecordQuery &query)
{
    if (setting.counts.value(query.entity) == 0)
        m_empty->set(u"records"_s, tr("No records yet"), tr("Records appear after the first run."));
    else if (!setting.opening.isWhole)
        m_empty->set(u"search"_s, tr("Nothing found yet"), tr("The records are still being made findable."));
    else if (!query.text.isEmpty())
        m_empty->set(u"search"_s, tr("Nothing found for “%1”").arg(query.text), tr("The filter hides all records."),
                     tr("Clear the filter"));
    else
        m_empty->set(u"filter"_s, tr("No record fits this filter"), tr("The filter hides all records."),
                     tr("Clear the filter"));
}

void RecordsView::clearFilter()
{
    m_search->clear();
    m_state->setCurrentIndex(0);
    m_system->setCurrentIndex(0);
    read(true);
}

void RecordsView::showFoot()
{
    const auto count = m_table->selectionModel()->selectedRows().size();
    m_chosen->setText(count == 0 ? tr("None chosen") : tr("%1 chosen").arg(QLocale().toString(count)));
    m_open->setVisible(count == 1);
    m_sync->setVisible(count > 0);
    m_sync->setText(count == 1 ? tr("Sync this record now") : tr("Sync these now"));
    m_sync->setAccessibleName(m_sync->text());
    const int first = m_table->rowAt(0), last = m_table->rowAt(m_table->viewport()->height() - 1);
    const int total = m_model->rowCount();
    const QLocale locale;
    QString rows = total == 0 ? QString()
                              : tr("Rows %1 to %2 of %3")
                                    .arg(locale.toString(std::max(0, first) + 1),
                                         locale.toString(last < 0 ? total : last + 1), locale.toString(total));
    if (!m_preparing.isEmpty())
        rows = tr("%1; sorted and found so far: %2").arg(rows, locale.toString(m_prepared));
    m_rows->setText(rows);
}

QStringList RecordsView::chosen() const
{
    QStringList ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const core::RecordLine *line = m_model->rowAt(index.row()))
            ids << line->id;
    }
    return ids;
}

void RecordsView::openCurrent()
{
    if (const core::RecordLine *line = m_model->rowAt(m_table->currentIndex().row()))
        Q_EMIT open({u"record"_s, line->id, {}});
}

void RecordsView::syncChosen()
{
    core::SyncOptions options;
    options.records = chosen();
    if (options.records.isEmpty())
        return;
    if (!m_backend.runs().sync(options))
        m_message->tell(MessageKind::Note, tr("A run is under way."),
                        tr("These records can be synced when it has ended."), tr("Close"));
}

bool RecordsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return View::eventFilter(watched, event);
}

} // namespace syncline::ui
