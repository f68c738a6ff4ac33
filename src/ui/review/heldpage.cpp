#include "ui/review/heldpage.h"

#include "ui/components/panels.h"
#include "ui/review/casegroups.h"
#include "ui/theme/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace syncline::ui {

HeldPage::HeldPage(Backend &backend, QWidget *parent)
    : CasePage(backend, parent, u"held"_s, tr("Find a person or reason"),
               new EmptyState(u"check"_s, tr("Nothing is held"), tr("Every record could be looked at."), {}))
{
    buildRight();
    connect(m_list, &CaseList::chosen, this, &HeldPage::showCase);
}

void HeldPage::buildRight()
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
    auto *whole = new QVBoxLayout(m_right);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(column, 1);
    whole->addWidget(bar);
}

void HeldPage::refresh()
{
    using Cases = QList<core::Titled<core::HeldRecord>>;
    ask<Cases>([](core::Session &session) { return core::ReviewBoard(session).held(); },
               [this](const Cases &cases) { showCases(cases); });
}

void HeldPage::showCases(const QList<core::Titled<core::HeldRecord>> &cases)
{
    m_cases.clear();
    for (const auto &found : cases)
        m_cases.insert(found.item.id, found);
    showGroups(heldGroups(cases));
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
