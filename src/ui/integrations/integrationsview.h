#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"
#include "ui/shell/view.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QStackedWidget;

namespace syncline::ui {

class EmptyState;
class IntegrationDetail;
class IntegrationModel;
class PageHeader;

/// The connected systems: list left, the chosen one right. Place::id is an integration's name; the filter "add" opens the
/// dialog for a new one.
class IntegrationsView final : public View
{
    Q_OBJECT
public:
    IntegrationsView(Backend &backend, QWidget *parent);
    void refresh() override;
    QString title() const override;
    void goTo(const Place &place) override;
    void focusFilter() override;

private:
    QWidget *list();
    void read(const QList<core::IntegrationInfo> &list);
    void choose(int row);
    void add();

    Backend &m_backend;
    PageHeader *m_header;
    IntegrationModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    IntegrationDetail *m_detail;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QString m_chosen;
};

} // namespace syncline::ui
