#include "ui/dashboard/recentcard.h"

#include "ui/dashboard/runwords.h"
#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int shownRows = 5;

State markOf(const core::RecentOperation &operation)
{
    if (operation.outcome == "done"_L1 || operation.outcome == "changed"_L1)
        return State::Ok;
    return operation.outcome == "moved"_L1 ? State::Off : State::Failing;
}

} // namespace

RecentCard::RecentCard(QWidget *parent) : Card(parent), m_grid(new QGridLayout)
{
    setObjectName(u"recent"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(textLabel(tr("Last operations"), Style::BodyBold));
    head->addStretch(1);
    QPushButton *all = linkButton(tr("All activity"));
    all->setObjectName(u"allActivity"_s);
    head->addWidget(all);
    m_grid->setHorizontalSpacing(metrics::gap);
    m_grid->setVerticalSpacing(metrics::tight);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(head);
    body()->addLayout(m_grid);
    body()->addStretch(1);
    connect(all, &QPushButton::clicked, this, &RecentCard::allWanted);
}

void RecentCard::set(const QList<core::RecentOperation> &operations)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (operations.isEmpty())
        m_grid->addWidget(textLabel(tr("Nothing was written yet."), Style::Body, "second"), 0, 0, 1, 3);
    for (int row = 0; row < qMin(shownRows, int(operations.size())); ++row) {
        const core::RecentOperation &operation = operations[row];
        const QString system = operation.system == "hub"_L1 ? tr("hub") : operation.system;
        m_grid->addWidget(new StateMark(markOf(operation), operationWord(operation)), row, 0);
        QPushButton *name = linkButton(operation.record.isEmpty() ? operation.hubId.left(8) : operation.record);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        name->setStyleSheet(u"text-align: left"_s);
        name->setToolTip(operation.reason);
        name->setAccessibleName(
            tr("%1, %2, %3, %4").arg(operation.record, system, operationWord(operation), operation.reason));
        connect(name, &QPushButton::clicked, this, [this, hub = operation.hubId] { Q_EMIT recordWanted(hub); });
        m_grid->addWidget(name, row, 1);
        m_grid->addWidget(textLabel(system, Style::Meta, "second"), row, 2, Qt::AlignRight);
    }
}

} // namespace syncline::ui
