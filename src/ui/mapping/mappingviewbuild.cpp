#include "ui/mapping/mappingview.h"

#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/mapping/mappingboard.h"
#include "ui/mapping/paireditor.h"
#include "ui/mapping/pairtable.h"
#include "ui/mapping/problemlist.h"
#include "ui/mapping/realrecords.h"
#include "ui/mapping/rulespane.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

/// What the view is made of.
namespace syncline::ui {

namespace {

constexpr int surveyPause = 400; ///< ms after the last edit
constexpr int paneWidth = 367;

/// A strip in one of the theme's colours with a line along an edge.
class Strip final : public QWidget
{
public:
    Strip(Token fill, bool hasLineAbove, QWidget *parent) : QWidget(parent), m_fill(fill), m_hasLineAbove(hasLineAbove)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(m_fill));
        painter.fillRect(QRect(0, m_hasLineAbove ? 0 : height() - 1, width(), 1), color(Token::Border));
    }

private:
    Token m_fill;
    bool m_hasLineAbove;
};

/// White ground behind the pane, with a line towards the lists.
class PaneGround final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(Token::Surface));
        painter.fillRect(QRect(0, 0, 1, height()), color(Token::Border));
    }
};

} // namespace

MappingView::MappingView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(tr("Mapping"), this))
    , m_dirty(new StateMark(this))
    , m_undo(iconButton(u"undo"_s, tr("Undo"), this))
    , m_redo(iconButton(u"redo"_s, tr("Redo"), this))
    , m_more(iconButton(u"more"_s, tr("More"), this))
    , m_preview(plainButton(tr("Preview…"), u"eye"_s, this))
    , m_save(primaryButton(tr("Save"), {}, this))
    , m_listForm(new QAction(tr("Show as a list"), this))
    , m_makeField(new QAction(icon(u"plus"_s), tr("Make a field…"), this))
    , m_ownField(new QAction(icon(u"plus"_s), tr("Add a field of your own…"), this))
    , m_filterBar(new Strip(Token::Alt, false, this))
    , m_integration(new QComboBox(m_filterBar))
    , m_entity(new QComboBox(m_filterBar))
    , m_moreRules(iconButton(u"more"_s, tr("More rules"), m_filterBar))
    , m_message(new MessageBar(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_forms(new QStackedWidget)
    , m_board(new MappingBoard(m_document))
    , m_table(new PairTable(m_document))
    , m_problems(new ProblemList(m_document))
    , m_pane(new QStackedWidget)
    , m_editor(new PairEditor(backend, m_document))
    , m_rulesPane(new RulesPane(m_document))
    , m_cost(new Strip(Token::AccentSoft, true, this))
    , m_costText(new QLabel(m_cost))
    , m_which(linkButton(tr("Which ones?"), {}, m_cost))
{
    setObjectName(u"mappingView"_s);
    buildHeader();
    buildFilterBar();
    buildContent();
    buildActions();
    connectPanes();
    updateChrome();
}

void MappingView::buildHeader()
{
    m_save->setObjectName(u"saveMapping"_s);
    m_undo->setObjectName(u"undo"_s);
    m_redo->setObjectName(u"redo"_s);
    m_more->setObjectName(u"moreMapping"_s);
    m_preview->setObjectName(u"previewMapping"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_dirty, m_undo, m_redo, m_more, m_preview, m_save})
        m_header->addAction(widget);
}

void MappingView::buildFilterBar()
{
    m_filterBar->setFixedHeight(metrics::filterBar);
    m_integration->setObjectName(u"integration"_s);
    m_integration->setAccessibleName(tr("System"));
    m_integration->setMinimumWidth(150);
    m_entity->setObjectName(u"entity"_s);
    m_entity->setAccessibleName(tr("Kind of record"));
    m_entity->setMinimumWidth(176);
    for (QComboBox *box : {m_integration, m_entity})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *row = new QHBoxLayout(m_filterBar);
    keepPageMargins(row);
    row->setSpacing(metrics::gap);
    row->addWidget(m_integration);
    row->addWidget(m_entity);
    row->addStretch();
    const QString icons[] = {u"link"_s, u"filter"_s, u"merge"_s, u"trash"_s};
    const QString names[] = {u"ruleMatch"_s, u"ruleFilter"_s, u"ruleConflicts"_s, u"ruleDeletes"_s};
    const QString words[] = {tr("Match"), tr("Filter"), tr("Conflicts"), tr("Deletes")};
    for (int i = 0; i < 4; ++i) {
        m_rules[i] = plainButton(words[i], icons[i], m_filterBar);
        m_rules[i]->setProperty("kind", u"quiet"_s);
        m_rules[i]->setObjectName(names[i]);
        connect(m_rules[i], &QPushButton::clicked, this, [this, i] { showRules(i); });
        row->addWidget(m_rules[i]);
    }
    row->addWidget(m_moreRules);
    auto *menu = new QMenu(m_moreRules);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (const int i : {2, 3})
            connect(menu->addAction(m_rules[i]->text()), &QAction::triggered, this, [this, i] { showRules(i); });
    });
    m_moreRules->setMenu(menu);
}

void MappingView::buildContent()
{
    m_forms->addWidget(m_board);
    m_forms->addWidget(m_table);
    auto *left = new Strip(Token::Surface, false, nullptr);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_forms, 1);
    leftColumn->addWidget(m_problems);

    auto *nothing = new EmptyState(u"mapping"_s, tr("No line is chosen"),
                                   tr("Drag a field onto one of the other side to connect them, or choose a line to "
                                      "see what it does with real records."),
                                   {});
    m_pane->addWidget(nothing);
    m_pane->addWidget(m_editor);
    m_pane->addWidget(m_rulesPane);
    auto *ground = new PaneGround;
    auto *paneColumn = new QVBoxLayout(ground);
    paneColumn->setContentsMargins(1, 0, 0, 0);
    paneColumn->addWidget(m_pane);
    ground->setMinimumWidth(metrics::leastPane);

    m_splitter->setObjectName(u"mappingSplitter"_s);
    m_splitter->addWidget(left);
    m_splitter->addWidget(ground);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({705, paneWidth});
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_empty);
    m_pages->setCurrentWidget(m_empty);
    m_empty->set(u"mapping"_s, tr("No system is connected yet"),
                 tr("Connect a system first; then its fields stand here beside those of the hub."),
                 tr("Add an integration…"));

    m_cost->setObjectName(u"costLine"_s);
    m_costText->setObjectName(u"costText"_s);
    m_costText->setTextFormat(Qt::RichText);
    m_costText->setWordWrap(true);
    m_which->setObjectName(u"whichOnes"_s);
    auto *cost = new QHBoxLayout(m_cost);
    keepPageMargins(cost, 8, 8);
    auto *sign = new QLabel(m_cost);
    sign->setPixmap(icon(u"info"_s, Token::Accent).pixmap(metrics::icon));
    cost->addWidget(sign);
    cost->addWidget(m_costText, 1);
    cost->addWidget(m_which);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    keepPageMargins(m_header);
    column->addWidget(m_header);
    column->addWidget(m_filterBar);
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    column->addWidget(m_cost);
}

void MappingView::buildActions()
{
    const auto action = [this](const QString &text, const QKeySequence &keys) {
        auto *made = new QAction(text, this);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(made);
        return made;
    };
    connect(action(tr("Save"), QKeySequence(u"Ctrl+S"_s)), &QAction::triggered, m_save, &QPushButton::click);
    connect(action(tr("Undo"), QKeySequence(u"Ctrl+Z"_s)), &QAction::triggered, m_document.undoStack(),
            &QUndoStack::undo);
    connect(action(tr("Redo"), QKeySequence(u"Ctrl+Shift+Z"_s)), &QAction::triggered, m_document.undoStack(),
            &QUndoStack::redo);
    m_listForm->setCheckable(true);
    m_listForm->setShortcut(QKeySequence(u"Ctrl+T"_s));
    m_listForm->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_listForm);
    connect(m_listForm, &QAction::toggled, this, [this](bool isList) {
        m_forms->setCurrentWidget(isList ? static_cast<QWidget *>(m_table) : m_board);
        isList ? m_table->table()->setFocus() : m_board->list(core::MappingSide::Hub).setFocus();
    });
    auto *menu = new QMenu(m_more);
    menu->addAction(m_listForm);
    menu->addSeparator();
    QAction *next = menu->addAction(tr("Values of the next record"));
    next->setShortcut(QKeySequence(u"Ctrl+Right"_s));
    next->setShortcutContext(Qt::WidgetShortcut); // the lists take the keys themselves
    connect(next, &QAction::triggered, this, [this] { m_document.stepSample(1); });
    QAction *previous = menu->addAction(tr("Values of the previous record"));
    previous->setShortcut(QKeySequence(u"Ctrl+Left"_s));
    previous->setShortcutContext(Qt::WidgetShortcut);
    connect(previous, &QAction::triggered, this, [this] { m_document.stepSample(-1); });
    menu->addSeparator();
    QAction *again = menu->addAction(icon(u"refresh"_s), tr("Read the fields again"));
    again->setObjectName(u"readFields"_s);
    connect(again, &QAction::triggered, this, [this] { readFields(m_place); });
    m_makeField->setObjectName(u"makeField"_s);
    connect(m_makeField, &QAction::triggered, this, &MappingView::askToMakeField);
    menu->addAction(m_makeField);
    m_ownField->setObjectName(u"ownField"_s);
    connect(m_ownField, &QAction::triggered, this, &MappingView::askForOwnField);
    menu->addAction(m_ownField);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, &MappingView::showMakeField);
    connect(menu, &QMenu::aboutToShow, this, &MappingView::showOwnField);
    m_more->setMenu(menu);
}

void MappingView::connectPanes()
{
    connect(m_undo, &QPushButton::clicked, m_document.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, m_document.undoStack(), &QUndoStack::redo);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT open({u"preview"_s, {}, m_place.integration}); });
    connect(m_empty, &EmptyState::clicked, this, [this] { Q_EMIT open({u"integrations"_s, {}, u"add"_s}); });
    connect(m_integration, &QComboBox::activated, this, [this] { choosePlace(-1); });
    connect(m_entity, &QComboBox::activated, this, &MappingView::choosePlace);
    connect(m_board, &MappingBoard::transformWanted, this, &MappingView::showTransform);
    connect(m_table, &PairTable::transformWanted, this, &MappingView::showTransform);
    connect(m_problems, &ProblemList::placeWanted, this, &MappingView::leadTo);
    connect(m_rulesPane, &RulesPane::closed, this, [this] {
        m_pane->setCurrentIndex(NothingPane);
        updatePane();
    });
    connect(m_which, &QPushButton::clicked, this, &MappingView::listExamples);
    connect(m_message, &MessageBar::clicked, m_message, &MessageBar::clear);
    connect(&m_editor->records(), &RealRecords::othersWanted, this,
            [this] { readSamples(m_document.samples().isEmpty() ? QString() : m_document.samples().last().recordId); });
    connect(m_document.undoStack(), &QUndoStack::indexChanged, this, &MappingView::updateChrome);
    connect(&m_document, &MappingDocument::changed, this, &MappingView::updateChrome);
    connect(&m_document, &MappingDocument::selectionChanged, this, [this] {
        if (m_document.selectedLine())
            m_pane->setCurrentIndex(PairPane);
        updatePane();
    });
    m_surveyDelay.setSingleShot(true);
    m_surveyDelay.setInterval(surveyPause);
    connect(&m_surveyDelay, &QTimer::timeout, this, &MappingView::survey);
}

} // namespace syncline::ui
