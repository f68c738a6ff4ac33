#include "ui/review/duplicatepage.h"

#include "foundation/canonical.h"
#include "ui/components/elidedlabel.h"
#include "ui/components/panels.h"
#include "ui/review/casegroups.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int neitherId = 1000;

const QStringList &comparedFields(const QString &entity)
{
    static const QStringList people{u"email"_s, u"phone"_s, u"mobile"_s, u"job_title"_s, u"company_name"_s, u"city"_s};
    static const QStringList companies{u"name"_s, u"website"_s, u"phone"_s, u"city"_s, u"country"_s};
    return entity == "company"_L1 ? companies : people;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// So that a long address does not push what stands beside it out of the page.
ElidedLabel *oneLine(const QString &text)
{
    auto *label = new ElidedLabel;
    label->setFullText(text);
    return label;
}

QLabel *sign(bool fits)
{
    auto *label = new QLabel;
    constexpr int size = 14;
    label->setPixmap(iconPixmap(fits ? u"check"_s : u"x"_s, size, color(fits ? Token::Ok : Token::Bad), 1));
    label->setAccessibleName(fits ? DuplicatePage::tr("the same") : DuplicatePage::tr("differs"));
    label->setToolTip(label->accessibleName());
    return label;
}

} // namespace

DuplicatePage::DuplicatePage(Backend &backend, QWidget *parent)
    : CasePage(backend, parent, u"duplicates"_s, tr("Find a person"),
               new EmptyState(u"merge"_s, tr("No possible duplicate"),
                              tr("Every record that came in belongs to one record, or to a new one."), {}))
    , m_choices(new QButtonGroup(this))
{
    buildRight();
    connect(m_list, &CaseList::chosen, this, &DuplicatePage::readCase);
    connect(m_choices, &QButtonGroup::idToggled, this, &DuplicatePage::showChoice);
    m_list->tree()->installEventFilter(this);
}

void DuplicatePage::buildRight()
{
    m_sentence = textLabel({}, Style::Body, "second");
    m_sentence->setWordWrap(true);
    auto *newcomer = new Card;
    m_newcomer = new QHBoxLayout;
    m_newcomer->setSpacing(metrics::cardGap);
    newcomer->body()->addLayout(m_newcomer);
    m_cards = new QHBoxLayout;
    m_cards->setSpacing(metrics::cardGap);
    m_neither = new QRadioButton(tr("None of them: leave the newcomer out of the sync"));
    m_neither->setAccessibleName(m_neither->text());
    m_choices->addButton(m_neither, neitherId);
    m_outcome = textLabel({}, Style::Body, "second");
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(u"outcome"_s);
    auto *outcome = new Card;
    outcome->body()->addWidget(textLabel(tr("What will happen"), Style::BodyBold));
    outcome->body()->addWidget(m_outcome);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, metrics::cardGap, 20, metrics::cardGap);
    column->setSpacing(metrics::cardGap);
    column->addWidget(textLabel(tr("Is this the same person or company?"), Style::PanelTitle));
    column->addWidget(m_sentence);
    column->addWidget(newcomer);
    column->addLayout(m_cards);
    column->addWidget(m_neither);
    column->addWidget(outcome);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("The possible duplicate"));

    auto *bar = new ActionBar;
    bar->setText(tr("1 and 2 choose · N none of them · Enter decide · S later · Ctrl+Z undo"));
    auto *later = plainButton(tr("Ask me later"));
    m_link = primaryButton(tr("Link"));
    bar->addButton(later);
    bar->addButton(m_link);
    connect(later, &QPushButton::clicked, m_list, &CaseList::next);
    connect(m_link, &QPushButton::clicked, this, &DuplicatePage::decide);
    auto *whole = new QVBoxLayout(m_right);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(scroll, 1);
    whole->addWidget(bar);
}

void DuplicatePage::refresh()
{
    using Cases = QList<core::Titled<core::HeldRecord>>;
    ask<Cases>([](core::Session &session) { return core::ReviewBoard(session).duplicates(); },
               [this](const Cases &cases) { showGroups(duplicateGroups(cases)); });
}

void DuplicatePage::readCase(const QString &id)
{
    if (id.isEmpty())
        return showBoard({});
    ask<core::DuplicateBoard>([id](core::Session &session) { return core::ReviewBoard(session).duplicate(id); },
                              [this, id](const core::DuplicateBoard &board) {
                                  if (id == m_list->current())
                                      showBoard(board);
                              });
}

void DuplicatePage::showBoard(const core::DuplicateBoard &board)
{
    m_board = board;
    clear(m_newcomer);
    clear(m_cards);
    m_choices->setExclusive(false);
    m_neither->setChecked(false);
    m_choices->setExclusive(true);
    const core::HeldRecord &held = board.held;
    m_sentence->setText(
        tr("%1 brought %2. %3 Syncline never guesses.").arg(held.integration, isolated(board.title), held.reason));
    m_newcomer->addWidget(new SystemTile(m_providers.value(held.integration), 20));
    m_newcomer->addWidget(textLabel(board.title, Style::BodyBold));
    QStringList known;
    for (const QString &field : comparedFields(held.entity)) {
        if (const Value value = board.fields.value(field); !value.display().isEmpty() && value.display() != board.title)
            known << value.display();
    }
    m_newcomer->addWidget(oneLine(known.join(u" · "_s)), 1);
    m_newcomer->addWidget(textLabel(tr("no. %1").arg(held.remoteId), Style::Meta, "second"));
    int number = 0;
    for (const auto &candidate : board.candidates)
        m_cards->addWidget(candidateCard(candidate, number++), 1);
    if (board.candidates.isEmpty()) {
        auto *none = textLabel(
            tr("No record here fits it. Merge the twins in %1, or leave this one out.").arg(held.integration),
            Style::Body, "second");
        none->setWordWrap(true);
        m_cards->addWidget(none);
    }
    showChoice();
}

Card *DuplicatePage::candidateCard(const core::DuplicateBoard::Candidate &candidate, int number)
{
    auto *card = new Card;
    auto *radio = new QRadioButton(candidate.title);
    radio->setFont(ui::font(Style::BodyBold));
    radio->setAccessibleName(tr("The same as %1").arg(candidate.title));
    radio->setEnabled(!candidate.taken);
    m_choices->addButton(radio, number);
    radio->setChecked(candidate.record == m_board.likely);
    auto *head = new QHBoxLayout;
    head->addWidget(radio, 1);
    for (const QString &system : candidate.systems)
        head->addWidget(new SystemTile(m_providers.value(system), 20));
    card->body()->addLayout(head);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const QString &field : comparedFields(m_board.held.entity)) {
        const Value here = candidate.fields.value(field), there = m_board.fields.value(field);
        if (here.display().isEmpty() && there.display().isEmpty())
            continue;
        grid->addWidget(textLabel(fieldName(m_board.held.entity, field), Style::Body, "second"), row, 0);
        grid->addWidget(oneLine(valueText(here)), row, 1);
        if (!here.display().isEmpty() && !there.display().isEmpty())
            grid->addWidget(sign(same(field == "email"_L1       ? FieldType::Email
                                          : field == "phone"_L1 ? FieldType::Phone
                                                                : FieldType::Text,
                                      here, there)),
                            row, 2);
        ++row;
    }
    grid->addWidget(textLabel(tr("Last change"), Style::Body, "second"), row, 0);
    grid->addWidget(textLabel(whenText(candidate.changed)), row, 1);
    card->body()->addLayout(grid);
    if (candidate.taken) {
        auto *taken = textLabel(tr("It is linked to another record of %1 already.").arg(m_board.held.integration),
                                Style::Meta, "warn");
        taken->setWordWrap(true);
        card->body()->addWidget(taken);
    }
    card->body()->addStretch();
    return card;
}

void DuplicatePage::showChoice()
{
    const int choice = m_choices->checkedId();
    const bool isCandidate = choice >= 0 && choice < m_board.candidates.size();
    m_link->setEnabled(!m_isBusy && (isCandidate || choice == neitherId));
    m_link->setText(isCandidate               ? tr("Link with %1").arg(m_board.candidates.at(choice).title)
                        : choice == neitherId ? tr("Leave it out")
                                              : tr("Link"));
    m_link->setAccessibleName(tr("Decide"));
    if (isCandidate) {
        m_outcome->setText(tr("The record of %1 is linked with %2. The next run fills what is empty on either side and "
                              "asks you where both hold different values. You are not asked about this pair again.")
                               .arg(m_board.held.integration, isolated(m_board.candidates.at(choice).title)));
    } else if (choice == neitherId) {
        m_outcome->setText(
            tr("The record stays in %1 as it is and takes no part in the sync. Nothing is deleted, and you "
               "are not asked about it again.")
                .arg(m_board.held.integration));
    } else {
        m_outcome->setText(tr("Nothing until you choose. The record waits; all others go on."));
    }
}

bool DuplicatePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return ReviewPage::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (auto *button = m_choices->button(key - Qt::Key_1); button && button->isEnabled())
            button->setChecked(true);
        return true;
    }
    if (key == Qt::Key_N) {
        m_neither->setChecked(true);
        return true;
    }
    if (key == Qt::Key_S) {
        m_list->next();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_link->isEnabled())
            m_link->click();
        return true;
    }
    return ReviewPage::eventFilter(watched, event);
}

void DuplicatePage::decide()
{
    const int choice = m_choices->checkedId();
    const QString hub = choice == neitherId ? QString() : m_board.candidates.value(choice).record;
    if (m_isBusy || (hub.isEmpty() && choice != neitherId))
        return;
    m_isBusy = true;
    showChoice();
    const QString batch = newBatch();
    m_backend.ask<bool>(
        this,
        [batch, id = m_board.held.id, hub](core::Session &session) -> Result<bool> {
            core::Review review(session);
            review.beginBatch(batch);
            return (hub.isEmpty() ? review.apart(id) : review.link(id, hub)).map([] { return true; });
        },
        [this, batch](Result<bool> done) {
            m_isBusy = false;
            showChoice();
            if (!done)
                Q_EMIT failed(done.error());
            else
                Q_EMIT decided(batch);
        });
}

} // namespace syncline::ui
