#include "ui/records/recordview.h"

#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/components/iconlabel.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/components/remembered.h"
#include "ui/records/persondialog.h"
#include "ui/records/valuesmodel.h"
#include "ui/records/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int mostEvents = 60;

QString iconOf(core::RecordEvent::Kind kind)
{
    using Kind = core::RecordEvent::Kind;
    switch (kind) {
    case Kind::Came:
        return u"plus"_s;
    case Kind::Changed:
        return u"import"_s;
    case Kind::Sent:
        return u"export"_s;
    case Kind::Person:
        return u"user"_s;
    case Kind::Conflict:
        return u"review"_s;
    case Kind::Linked:
        return u"link"_s;
    case Kind::Removed:
        return u"trash"_s;
    case Kind::Failed:
        return u"error"_s;
    }
    return {};
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

RecordView::RecordView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader({}))
    , m_message(new MessageBar)
    , m_state(new StateMark)
    , m_person(plainButton(tr("Personal data…"), u"shield"_s))
    , m_decide(plainButton(tr("Decide…")))
    , m_sync(primaryButton(tr("Sync this record now"), u"sync"_s))
    , m_onlyDifferences(new QCheckBox(tr("Only differences")))
    , m_table(new QTableView)
    , m_values(new ValuesModel(this))
    , m_whyTitle(textLabel({}, Style::BodyBold))
    , m_why(new QVBoxLayout)
    , m_links(new QVBoxLayout)
    , m_history(new QVBoxLayout)
{
    setAccessibleName(tr("Record"));
    buildHeader();
    auto *splitter = new QSplitter;
    splitter->addWidget(buildLeft());
    splitter->addWidget(buildRight());
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 1);
    rememberPanes(splitter, u"record"_s, {676, 336});
    splitter->setHandleWidth(metrics::cardGap);
    auto *inner = new QVBoxLayout;
    keepPageMargins(inner, 0, metrics::cardPadding);
    inner->setSpacing(metrics::cardGap);
    inner->addWidget(m_message);
    inner->addWidget(splitter, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    keepPageMargins(m_header);
    column->addWidget(m_header);
    column->addLayout(inner, 1);
}

void RecordView::buildHeader()
{
    m_header->setTrail(tr("Records"));
    m_header->addAction(m_state);
    m_person->setObjectName(u"personalData"_s);
    m_person->setToolTip(tr("Everything that is known of this person, as a file or to be erased everywhere"));
    m_header->addAction(m_person);
    m_header->addAction(m_decide);
    m_header->addAction(m_sync);
    connect(m_header, &PageHeader::upWanted, this, [this] { Q_EMIT open({u"records"_s, {}, {}}); });
    connect(m_decide, &QPushButton::clicked, this, [this] {
        Q_EMIT open({u"review"_s, m_board.firstConflict, m_board.firstConflict.isEmpty() ? u"held"_s : u"conflicts"_s});
    });
    connect(m_person, &QPushButton::clicked, this, &RecordView::showPerson);
    connect(m_sync, &QPushButton::clicked, this, &RecordView::sync);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
}

QWidget *RecordView::buildLeft()
{
    m_table->setObjectName(u"values"_s);
    m_table->setAccessibleName(tr("Values"));
    m_table->setModel(m_values);
    m_table->setItemDelegate(new ValuesDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setProperty("inset", true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showWhy(m_values->fieldAt(index.row())); });
    connect(m_onlyDifferences, &QCheckBox::toggled, m_values, &ValuesModel::setOnlyDifferences);
    auto *values = new Card;
    values->body()->setContentsMargins(0, 0, 0, 0);
    values->body()->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::cardGap, 4, metrics::cardGap, 4);
    head->addWidget(textLabel(tr("Values"), Style::BodyBold), 1);
    head->addWidget(m_onlyDifferences);
    values->body()->addLayout(head);
    values->body()->addWidget(m_table, 1);
    auto *why = new Card;
    m_whyTitle->setObjectName(u"whyTitle"_s);
    why->setObjectName(u"why"_s);
    auto *whyHead = new QHBoxLayout;
    whyHead->addWidget(new IconLabel(u"help"_s, Token::Accent));
    whyHead->addWidget(m_whyTitle, 1);
    why->body()->addLayout(whyHead);
    m_why->setSpacing(4);
    why->body()->addLayout(m_why);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addWidget(values, 1);
    column->addWidget(why);
    return left;
}

QWidget *RecordView::buildRight()
{
    auto *links = new Card;
    links->body()->addWidget(textLabel(tr("Linked with"), Style::BodyBold));
    m_links->setSpacing(metrics::gap);
    links->body()->addLayout(m_links);
    auto *history = new Card;
    history->body()->addWidget(textLabel(tr("History"), Style::BodyBold));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *lines = new QVBoxLayout(content);
    lines->setContentsMargins(0, 0, 0, 0);
    m_history->setSpacing(metrics::gap);
    lines->addLayout(m_history);
    lines->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"history"_s);
    scroll->setAccessibleName(tr("History"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    history->body()->addWidget(scroll, 1);
    auto *right = new QWidget;
    right->setMinimumWidth(240);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::cardGap);
    column->addWidget(links);
    column->addWidget(history, 1);
    return right;
}

QString RecordView::title() const
{
    return m_board.title.isEmpty() ? tr("Record") : m_board.title;
}

void RecordView::goTo(const Place &place)
{
    m_id = place.id;
    m_field = place.filter;
    m_message->clear();
}

void RecordView::refresh()
{
    if (m_id.isEmpty())
        return;
    m_backend.ask<core::RecordBoard>(
        this, [id = m_id](core::Session &session) { return core::RecordPage(session).open(id); },
        [this](Result<core::RecordBoard> board) {
            if (board)
                take(*board);
            else
                m_message->tell(MessageKind::Bad, board.error().message, board.error().remedy, tr("Close"));
        });
}

void RecordView::take(const core::RecordBoard &board)
{
    const QString field = m_field.isEmpty() ? m_values->fieldAt(m_table->currentIndex().row()) : m_field;
    m_field.clear();
    m_board = board;
    m_header->setTitle(title());
    m_header->setSubtitle(board.record.entity == "company"_L1 ? tr("company") : tr("contact"));
    const bool waits = board.conflicts + board.held > 0;
    m_state->set(waits ? State::Waiting : State::Ok,
                 board.conflicts == 1      ? tr("1 conflict")
                     : board.conflicts > 1 ? tr("%1 conflicts").arg(board.conflicts)
                     : board.held > 0      ? tr("Held")
                                           : tr("In sync"));
    m_decide->setVisible(waits);
    m_person->setVisible(board.record.entity == "contact"_L1);
    m_values->set(board);
    int row = m_values->rowOf(field);
    for (int i = 0; row < 0 && i < m_values->rowCount(); ++i) {
        if (m_values->cell(i, m_values->columnCount() - 1).isConflict)
            row = i;
    }
    m_table->setCurrentIndex(m_values->index(std::max(0, row), 0));
    showWhy(m_values->fieldAt(std::max(0, row)));
    showLinks();
    showHistory();
}

void RecordView::showLinks()
{
    clear(m_links);
    for (const core::SystemRef &system : std::as_const(m_board.systems)) {
        for (const core::RecordLink &side : std::as_const(m_board.record.sides)) {
            if (side.integrationId != system.id)
                continue;
            auto *line = new QWidget;
            auto *row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            row->addWidget(new SystemTile(system.provider, 24));
            auto *names = new QVBoxLayout;
            names->setSpacing(0);
            names->addWidget(textLabel(system.name, Style::BodyBold));
            const QString state = side.state == core::LinkState::Live ? tr("linked")
                : side.state == core::LinkState::Gone                 ? tr("gone there")
                : side.state == core::LinkState::Excluded             ? tr("not linked any more")
                : side.state == core::LinkState::Merged               ? tr("merged there")
                                                                      : tr("deleted there");
            auto *number = textLabel(tr("No. %1, %2").arg(side.remoteId, state), Style::Meta, "second");
            number->setToolTip(side.remoteId);
            number->setWordWrap(true);
            names->addWidget(number);
            row->addLayout(names, 1);
            m_links->addWidget(line);
        }
    }
    if (m_links->count() == 0)
        m_links->addWidget(
            textLabel(tr("Stands here only; the next run brings it to the systems."), Style::Body, "second"));
}

void RecordView::showHistory()
{
    clear(m_history);
    int shown = 0;
    for (const core::RecordEvent &event : std::as_const(m_board.history)) {
        if (++shown > mostEvents)
            break;
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *time = textLabel(whenText(event.at), Style::Body, "second");
        time->setToolTip(whenExactly(event.at));
        time->setMinimumWidth(72);
        auto *sign = new QLabel;
        sign->setPixmap(iconPixmap(iconOf(event.kind), metrics::icon, color(Token::Text2), devicePixelRatioF()));
        auto *text = textLabel(event.text);
        text->setWordWrap(true);
        text->setToolTip(event.text);
        row->addWidget(time, 0, Qt::AlignTop);
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_history->addWidget(line);
    }
}

void RecordView::showWhy(const QString &field)
{
    if (field.isEmpty())
        return;
    m_whyTitle->setText(tr("Why is “%1” like this?").arg(fieldName(m_board.record.entity, field)));
    m_backend.ask<QStringList>(
        this, [id = m_id, field](core::Session &session) { return core::RecordPage(session).why(id, field); },
        [this, field](Result<QStringList> sentences) {
            if (field != m_values->fieldAt(m_table->currentIndex().row()))
                return;
            clear(m_why);
            for (const QString &sentence : sentences ? *sentences : QStringList{sentences.error().message}) {
                auto *label = textLabel(sentence);
                label->setWordWrap(true);
                m_why->addWidget(label);
            }
        });
}

void RecordView::showPerson()
{
    PersonDialog dialog(m_backend, m_id, title(), m_values->textOf(u"email"_s), this);
    dialog.exec();
    if (dialog.hasErased())
        Q_EMIT open({u"records"_s, {}, {}});
}

void RecordView::sync()
{
    core::SyncOptions options;
    options.records = {m_id};
    if (!m_backend.runs().sync(options))
        m_message->tell(MessageKind::Note, tr("A run is under way."),
                        tr("This record can be synced when it has ended."), tr("Close"));
}

} // namespace syncline::ui
