#include "ui/review/heldpage.h"

#include "ui/components/panels.h"
#include "ui/components/remembered.h"
#include "ui/review/casegroups.h"
#include "ui/review/caselist.h"
#include "ui/theme/metrics.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

HeldPage::HeldPage(Backend &backend, QWidget *parent)
    : ReviewPage(backend, parent)
    , m_list(new CaseList(u"held"_s, tr("Find a person or reason")))
    , m_stack(new QStackedWidget)
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter;
    auto *right = new QWidget;
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(1, 1);
    rememberPanes(splitter, u"held"_s, {288, 784});
    splitter->setHandleWidth(1);
    m_list->setMinimumWidth(200);
    m_stack->addWidget(splitter);
    m_stack->addWidget(new EmptyState(u"check"_s, tr("Nothing is held"), tr("Every record could be looked at."), {}));
    row->addWidget(m_stack);
    buildRight(right);
    connect(m_list, &CaseList::chosen, this, &HeldPage::showCase);
}

void HeldPage::buildRight(QWidget *right)
{
    m_title = textLabel({}, Style::PanelTitle);
    m_where = textLabel({}, Style::Meta, "second");
    m_reason = textLabel({});
    m_value = textLabel({}, Style::Mono);
    m_remedy = textLabel({}, Style::Body, "second");
    auto *why = new Card, *cure = new Card;
    why->body()->addWidget(textLabel(tr("Why it is held"), Style::BodyBold));
    why->body()->addWidget(m_reason);
    why->body()->addWidget(m_value);
    cure->body()->addWidget(textLabel(tr("What helps"), Style::BodyBold));
    cure->body()->addWidget(m_remedy);
    for (QLabel *label : {m_reason, m_value, m_remedy})
        label->setWordWrap(true);
    m_open = plainButton(tr("Open record"));
    m_mapping = plainButton(tr("Change the mapping…"), u"mapping"_s);
    m_retry = primaryButton(tr("Try again with the next run"), u"refresh"_s);
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT recordWanted(m_cases.value(m_list->current()).item.record); });
    connect(m_mapping, &QPushButton::clicked, this,
            [this] { Q_EMIT placeWanted(u"mapping"_s, m_cases.value(m_list->current()).item.integration, {}); });
    connect(m_retry, &QPushButton::clicked, this, &HeldPage::retry);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(20, metrics::cardGap, 20, metrics::cardGap);
    column->setSpacing(metrics::cardGap);
    column->addWidget(m_title);
    column->addWidget(m_where);
    column->addWidget(why);
    column->addWidget(cure);
    column->addStretch();
    auto *bar = new ActionBar;
    bar->setText(tr("A held record keeps its values on both sides. All other records go on."));
    bar->addButton(m_mapping);
    bar->addButton(m_open);
    bar->addButton(m_retry);
    auto *whole = new QVBoxLayout(right);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(bar);
}

void HeldPage::refresh()
{
    m_backend.ask<QList<core::Titled<core::HeldRecord>>>(
        this, [](core::Session &session) { return core::ReviewBoard(session).held(); },
        [this](Result<QList<core::Titled<core::HeldRecord>>> cases) {
            if (!cases)
                return Q_EMIT failed(cases.error());
            m_cases.clear();
            for (const auto &found : *cases)
                m_cases.insert(found.item.id, found);
            m_stack->setCurrentIndex(cases->isEmpty() ? 1 : 0);
            m_list->setGroups(heldGroups(*cases));
            if (!m_wanted.isEmpty())
                m_list->choose(std::exchange(m_wanted, QString()));
        });
}

void HeldPage::choose(const QString &id)
{
    m_wanted = id;
    m_list->choose(id);
}

void HeldPage::focusFilter()
{
    m_list->search()->setFocus();
}

void HeldPage::showCase(const QString &id)
{
    const auto found = m_cases.value(id);
    const core::HeldRecord &held = found.item;
    m_title->setText(found.title);
    m_where->setText(id.isEmpty() ? QString()
                         : held.remoteId.isEmpty()
                         ? held.integration
                         : tr("%1, no. %2, since %3").arg(held.integration, held.remoteId, whenText(held.at)));
    m_reason->setText(held.reason);
    const QString field = held.field.value_or(QString());
    m_value->setText(field.isEmpty() ? QString() : u"%1: %2"_s.arg(field, valueText(held.value.value_or(Value()))));
    m_value->setVisible(!field.isEmpty());
    QString remedy = held.remedy.value_or(QString());
    if (held.code == "no_key"_L1)
        remedy = tr("Give it a key (for contacts an e-mail address) in %1. The next run finds it then.")
                     .arg(held.integration);
    else if (remedy.isEmpty())
        remedy = tr("The next run looks at it again. Most of these settle by themselves.");
    m_remedy->setText(remedy);
    m_open->setVisible(!held.record.isEmpty());
    m_mapping->setVisible(!field.isEmpty());
    m_retry->setEnabled(!id.isEmpty());
}

void HeldPage::retry()
{
    m_backend.ask<bool>(
        this,
        [id = m_list->current()](core::Session &session) {
            return core::Review(session).retry(id).map([] { return true; });
        },
        [this](Result<bool> done) {
            if (!done)
                return Q_EMIT failed(done.error());
            m_list->next();
        });
}

} // namespace syncline::ui
