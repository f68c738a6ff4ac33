#include "ui/integrations/integrationsview.h"

#include "core/services/dashboard.h"
#include "ui/components/pagemargin.h"
#include "ui/components/panels.h"
#include "ui/integrations/adddialog.h"
#include "ui/integrations/integrationdetail.h"
#include "ui/integrations/integrationlist.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// With the health that the dashboard shows: a run may know better than the last test.
Result<QList<core::IntegrationInfo>> integrationsNow(core::Session &session)
{
    auto list = core::Integrations(session).list();
    const auto systems = core::Dashboard(session).systems();
    if (!list || !systems)
        return list ? failure(systems.error()) : list;
    for (core::IntegrationInfo &info : *list) {
        const auto found = std::ranges::find(*systems, info.name, &core::SystemHealth::name);
        if (found == systems->end())
            continue;
        using State = core::HealthState;
        const bool isBroken = found->state == State::Down || found->state == State::NeedsSignIn;
        if (isBroken || found->state == State::Healthy)
            info.health.status = isBroken ? u"down"_s : u"healthy"_s;
        if (found->state == State::Throttled)
            info.health.status = u"throttled"_s;
        info.health.isSignInRefused = found->state == State::NeedsSignIn;
        info.health.message = found->message;
        info.health.remedy = found->remedy;
        info.health.at = std::max(info.health.at, found->lastSync);
    }
    return list;
}

} // namespace

IntegrationsView::IntegrationsView(Backend &backend, QWidget *parent)
    : View(parent)
    , m_backend(backend)
    , m_header(new PageHeader(tr("Integrations")))
    , m_model(new IntegrationModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_detail(new IntegrationDetail(backend))
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(u"plug"_s, tr("No system is connected yet"),
                             tr("Connect two, and Syncline keeps their people in agreement."), tr("Add integration…")))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *column = new QVBoxLayout(this);
    keepPageMargins(column, 0, metrics::cardPadding);
    column->setSpacing(0);
    column->addWidget(m_header);
    QPushButton *addButton = primaryButton(tr("Add integration…"), u"plus"_s);
    addButton->setObjectName(u"addIntegrationButton"_s);
    m_header->addAction(addButton);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_detail);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *panes = new QSplitter;
    panes->setHandleWidth(metrics::cardGap);
    panes->setChildrenCollapsible(false);
    panes->addWidget(list());
    panes->addWidget(scroll);
    panes->setStretchFactor(1, 1);
    panes->setSizes({metrics::listPane, metrics::leastWidth});
    m_pages->addWidget(panes);
    m_pages->addWidget(m_empty);
    column->addWidget(m_pages, 1);
    connect(addButton, &QPushButton::clicked, this, &IntegrationsView::add);
    connect(m_empty, &EmptyState::clicked, this, &IntegrationsView::add);
    connect(m_detail, &IntegrationDetail::openMapping, this, [this](const QString &name) {
        Q_EMIT open({u"mapping"_s, name, {}});
    });
}

QWidget *IntegrationsView::list()
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, metrics::gap, 1, 1);
    m_filter = new QLineEdit;
    m_filter->setObjectName(u"findIntegration"_s);
    m_filter->setAccessibleName(tr("Find an integration"));
    m_filter->setPlaceholderText(tr("Find an integration"));
    m_filter->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    auto *above = new QHBoxLayout;
    above->setContentsMargins(metrics::gap, 0, metrics::gap, 0);
    above->addWidget(m_filter);
    card->body()->addLayout(above);
    m_list = new QListView;
    m_list->setObjectName(u"integrationList"_s);
    m_list->setAccessibleName(tr("Connected systems"));
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new IntegrationDelegate(m_list));
    m_list->setUniformItemSizes(true);
    card->body()->addWidget(m_list, 1);
    card->setMinimumWidth(metrics::leastPane);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            choose(m_filtered->mapToSource(index).row());
    });
    return card;
}

QString IntegrationsView::title() const
{
    return tr("Integrations");
}

void IntegrationsView::goTo(const Place &place)
{
    if (!place.id.isEmpty())
        m_chosen = place.id;
    if (place.filter == "add"_L1)
        QTimer::singleShot(0, this, &IntegrationsView::add); // after the page is shown
}

void IntegrationsView::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void IntegrationsView::refresh()
{
    m_backend.ask<QList<core::IntegrationInfo>>(
        this, [](core::Session &session) { return integrationsNow(session); },
        [this](const Result<QList<core::IntegrationInfo>> &list) {
            if (list)
                read(*list);
            else
                m_header->setSubtitle(list.error().message);
        });
}

void IntegrationsView::read(const QList<core::IntegrationInfo> &list)
{
    const QString chosen = m_chosen;
    m_model->set(list);
    m_pages->setCurrentIndex(list.isEmpty() ? 1 : 0);
    const auto needing = std::count_if(list.cbegin(), list.cend(), [](const core::IntegrationInfo &info) {
        return conditionOf(info).state == State::Failing;
    });
    QString subtitle = tr("%n connected", nullptr, int(list.size()));
    if (needing > 0)
        subtitle += tr(", %n needs you", nullptr, int(needing));
    m_header->setSubtitle(list.isEmpty() ? QString() : subtitle);
    const int row = std::max(0, m_model->rowOf(chosen));
    m_list->setCurrentIndex(m_filtered->mapFromSource(m_model->index(row, 0)));
    choose(row);
}

void IntegrationsView::choose(int row)
{
    const core::IntegrationInfo *info = m_model->at(row);
    if (info == nullptr)
        return;
    m_chosen = info->name;
    m_detail->showIntegration(*info);
}

void IntegrationsView::add()
{
    AddDialog dialog(m_backend, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_chosen = dialog.added();
    refresh();
}

} // namespace syncline::ui
