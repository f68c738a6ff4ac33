#include "ui/review/conflictpage.h"

#include "core/services/records.h"
#include "ui/components/panels.h"
#include "ui/review/alikepanel.h"
#include "ui/review/casegroups.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeView>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

QString newBatch()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

ConflictPage::ConflictPage(Backend &backend, QWidget *parent)
    : CasePage(backend, parent, u"conflicts"_s, tr("Find a person or field"), new EmptyState)
{
    buildRight();
    connectParts();
}

void ConflictPage::buildRight()
{
    m_title = textLabel({}, Style::PanelTitle);
    m_subtitle = textLabel({}, Style::Meta, "second");
    m_place = textLabel({}, Style::Body, "second");
    m_note = textLabel({}, Style::Meta, "second");
    m_ownName = textLabel({}, Style::BodyBold);
    m_own = new QLineEdit;
    m_table = new ComparisonTable;
    m_alike = new AlikePanel;
    m_title->setObjectName(u"caseTitle"_s);
    m_own->setAccessibleName(tr("Own value"));
    m_own->setPlaceholderText(tr("Choose a column, or type a value of your own"));
    m_note->setWordWrap(true);
    m_subtitle->setWordWrap(true);

    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    auto *up = iconButton(u"up"_s, tr("Case before"));
    auto *down = iconButton(u"down"_s, tr("Next case"));
    auto *open = plainButton(tr("Open record"));
    connect(up, &QPushButton::clicked, m_list, &CaseList::previous);
    connect(down, &QPushButton::clicked, m_list, &CaseList::next);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT recordWanted(m_table->comparison().board().record); });
    for (QPushButton *button : {up, down, open})
        button->setProperty("small", true);
    auto *head = new QHBoxLayout;
    head->addLayout(names, 1);
    head->addWidget(up);
    head->addWidget(m_place);
    head->addWidget(down);
    head->addSpacing(metrics::gap);
    head->addWidget(open);

    auto *tableCard = new Card;
    tableCard->body()->setContentsMargins(0, 0, 0, 0);
    tableCard->body()->addWidget(m_table);
    auto *ownCard = new Card;
    auto *ownRow = new QHBoxLayout;
    ownRow->addWidget(m_own, 1);
    ownRow->addWidget(textLabel(u"E"_s, Style::Mono, "meta"));
    ownRow->addWidget(textLabel(tr("own value"), Style::Meta, "second"));
    ownCard->body()->addWidget(m_ownName);
    ownCard->body()->addLayout(ownRow);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, metrics::gap, 20, metrics::cardGap);
    column->setSpacing(metrics::gap);
    column->addLayout(head);
    column->addWidget(tableCard);
    column->addWidget(m_note);
    column->addWidget(ownCard);
    column->addWidget(m_alike);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("The conflict"));

    auto *bar = new ActionBar;
    bar->setText(tr("1 to 9 choose · Enter decide · S later · Ctrl+Z undo"));
    m_apart = plainButton(tr("Keep apart"));
    m_apart->setToolTip(tr("Each side keeps its own value; nobody asks again until one changes."));
    m_one = plainButton(tr("Decide this one"));
    m_all = primaryButton(tr("Decide"));
    bar->addButton(m_apart);
    bar->addButton(m_one);
    bar->addButton(m_all);
    auto *whole = new QVBoxLayout(m_right);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(bar);
}

void ConflictPage::connectParts()
{
    ComparisonModel &model = m_table->comparison();
    connect(m_list, &CaseList::chosen, this, &ConflictPage::readCase);
    connect(&model, &ComparisonModel::choiceChanged, this, [this](int row) {
        const Choice choice = m_table->comparison().choice(row);
        if (row == m_table->currentConflict() && !choice.take.isEmpty())
            m_alike->setTake(choice.take);
        showChoice();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConflictPage::showChoice);
    connect(m_own, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_table->comparison().choose(m_table->currentConflict(), {{}, text});
    });
    connect(m_own, &QLineEdit::returnPressed, this, &ConflictPage::decide);
    connect(m_alike, &AlikePanel::ruleChanged, this, &ConflictPage::readPreview);
    connect(m_apart, &QPushButton::clicked, this, &ConflictPage::keepApart);
    connect(m_one, &QPushButton::clicked, this, &ConflictPage::decide);
    connect(m_all, &QPushButton::clicked, this, [this] { m_alike->isOn() ? decideAlike() : decide(); });
    connect(m_empty, &EmptyState::clicked, this, [this] { Q_EMIT placeWanted(u"review"_s, {}, u"decided"_s); });
    m_list->tree()->installEventFilter(this);
    m_table->installEventFilter(this);
}

void ConflictPage::refresh()
{
    using Cases = QList<core::Titled<core::ConflictCase>>;
    ask<Cases>([](core::Session &session) { return core::ReviewBoard(session).conflicts(); },
               [this](const Cases &cases) { showCases(cases); });
}

void ConflictPage::showCases(const QList<core::Titled<core::ConflictCase>> &cases)
{
    const QList<CaseGroup> sorted = conflictGroups(cases);
    m_likes.clear();
    for (const CaseGroup &group : sorted) {
        for (const CaseLine &line : group.lines)
            m_likes.insert(line.id, int(group.lines.size()));
    }
    if (sorted.isEmpty()) {
        m_empty->set(u"review"_s, tr("Nothing to decide"), tr("No conflict waits for you."),
                     tr("Show what was decided"));
    }
    showGroups(sorted);
}

void ConflictPage::readCase(const QString &id)
{
    if (id.isEmpty()) {
        m_table->comparison().setBoard({});
        m_title->clear();
        m_subtitle->setText(m_list->model().hidesAll() ? tr("Nothing fits the search.") : QString());
        m_alike->hide();
        showChoice();
        return;
    }
    ask<core::ConflictBoard>([id](core::Session &session) { return core::ReviewBoard(session).conflict(id); },
                             [this, id](const core::ConflictBoard &board) {
                                 if (id == m_list->current())
                                     showBoard(board);
                             });
}

void ConflictPage::showBoard(const core::ConflictBoard &board)
{
    const bool isOther = board.conflicts.isEmpty() || m_table->comparison().board().conflicts.isEmpty()
        || board.conflicts.first().id != m_table->comparison().board().conflicts.first().id;
    m_table->comparison().setBoard(board);
    m_title->setText(board.title);
    const QString needed = board.conflicts.size() == 1 ? tr("1 field needs a choice")
                                                       : tr("%1 fields need a choice").arg(board.conflicts.size());
    m_subtitle->setText(
        board.merged.isEmpty()
            ? needed
            : tr("%1; %2 other changed fields were merged by themselves").arg(needed).arg(board.merged.size()));
    m_note->setText(board.merged.isEmpty() ? tr("“Before” is the value on which all sides last agreed.")
                                           : tr("The grey fields were merged without a conflict. “Before” is the value "
                                                "on which all sides last agreed."));
    m_place->setText(
        tr("%1 of %2").arg(m_list->model().placeOf(m_list->current()) + 1).arg(m_list->model().caseCount()));
    if (!board.conflicts.isEmpty())
        m_alike->setCase(board.conflicts.first(), m_likes.value(board.conflicts.first().id));
    // Keys go on with the next case; whoever is at the search or at a button stays there.
    if (isOther && (m_own->hasFocus() || m_table->hasFocus() || !window()->focusWidget()))
        m_list->tree()->setFocus();
    showChoice();
}

void ConflictPage::showChoice()
{
    const int row = m_table->currentConflict();
    const core::ConflictCase *conflict = m_table->comparison().conflictAt(row);
    const Choice choice = m_table->comparison().choice(row);
    m_ownName->setText(conflict ? tr("%1 will be").arg(fieldName(conflict->entity, conflict->field)) : QString());
    m_own->setEnabled(conflict != nullptr);
    const QString text = choice.isMade() ? m_table->comparison().textOf(row, choice) : QString();
    if (m_own->text() != text)
        m_own->setText(text);
    showButtons();
}

void ConflictPage::showButtons()
{
    const int made = m_table->comparison().choicesMade();
    const bool alike = m_alike->isOn();
    m_apart->setEnabled(!m_isBusy && m_table->comparison().conflictAt(0) != nullptr);
    m_one->setVisible(alike);
    m_one->setEnabled(!m_isBusy && made > 0);
    m_all->setText(alike ? tr("Decide %1").arg(m_alike->decides()) : tr("Decide this one"));
    m_all->setAccessibleName(alike ? tr("Decide all like this") : tr("Decide"));
    m_all->setEnabled(!m_isBusy && (alike ? m_alike->decides() > 0 : made > 0));
}

void ConflictPage::readPreview()
{
    showButtons();
    if (!m_alike->isOn())
        return;
    m_backend.ask<QList<core::AlikeLine>>(
        this, [rule = m_alike->rule()](core::Session &session) { return core::ReviewBoard(session).preview(rule); },
        [this](Result<QList<core::AlikeLine>> lines) {
            if (lines)
                m_alike->setPreview(*lines);
            else
                Q_EMIT failed(lines.error());
            showButtons();
        });
}

bool ConflictPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
        if (modifiers == Qt::NoModifier && onKey(key->key()))
            return true;
    }
    return ReviewPage::eventFilter(watched, event);
}

bool ConflictPage::onKey(int key)
{
    const int row = m_table->currentConflict();
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        const int column = key - Qt::Key_1 + 2;
        if (column < m_table->comparison().columnCount() && m_table->comparison().cell(row, column).isChoice)
            m_table->comparison().choose(row, {m_table->comparison().systemOf(column), {}});
        return true;
    }
    switch (key) {
    case Qt::Key_E:
        m_own->setFocus();
        m_own->selectAll();
        return true;
    case Qt::Key_S:
        m_list->next();
        return true;
    case Qt::Key_A:
        m_alike->toggle();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_all->isEnabled())
            m_all->click();
        return true;
    default:
        return false;
    }
}

void ConflictPage::decide()
{
    QList<QPair<core::ConflictCase, Choice>> answers;
    const ComparisonModel &model = m_table->comparison();
    for (int row = 0; model.conflictAt(row); ++row) {
        if (model.choice(row).isMade())
            answers.append({*model.conflictAt(row), model.choice(row)});
    }
    if (!answers.isEmpty() && !m_isBusy)
        answer(answers, false);
}

void ConflictPage::keepApart()
{
    const core::ConflictCase *conflict = m_table->comparison().conflictAt(m_table->currentConflict());
    if (conflict && !m_isBusy)
        answer({{*conflict, Choice()}}, true);
}

void ConflictPage::answer(const QList<QPair<core::ConflictCase, Choice>> &answers, bool apart)
{
    m_isBusy = true;
    showButtons();
    const QString batch = newBatch();
    m_backend.ask<int>(
        this,
        [answers, apart, batch](core::Session &session) -> Result<int> {
            core::Review review(session);
            review.beginBatch(batch);
            QList<QPair<QString, core::ConflictAnswer>> all;
            for (const auto &[conflict, choice] : answers) {
                core::ConflictAnswer answer{choice.take, {}, apart};
                if (choice.own) {
                    auto value = core::Records(session).parse(conflict.entity, conflict.field, *choice.own);
                    if (!value)
                        return failure(value.error());
                    answer.value = *value;
                }
                all.append({conflict.id, answer});
            }
            return review.resolveAll(all).map([&] { return int(all.size()); });
        },
        [this, batch](Result<int> done) {
            m_isBusy = false;
            showButtons();
            if (!done)
                Q_EMIT failed(done.error());
            else
                Q_EMIT decided(batch);
        });
}

void ConflictPage::decideAlike()
{
    if (m_isBusy || m_alike->decides() == 0)
        return;
    m_isBusy = true;
    showButtons();
    const QString batch = newBatch();
    m_backend.ask<int>(
        this,
        [rule = m_alike->rule(), batch](core::Session &session) {
            return core::ReviewBoard(session).decide(rule, batch);
        },
        [this, batch](Result<int> done) {
            m_isBusy = false;
            showButtons();
            if (!done)
                Q_EMIT failed(done.error());
            else
                Q_EMIT decided(batch);
        });
}

} // namespace syncline::ui
