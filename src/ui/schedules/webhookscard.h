#pragma once

#include "core/automation/webhooks.h"
#include "ui/backend/backend.h"
#include "ui/components/panels.h"

class QPlainTextEdit;
class QTableView;

namespace syncline::ui {

class DeliveriesModel;
class WebhooksModel;

/// Which systems tell of changes by themselves, at which address, and what came there last.
class WebhooksCard final : public Card
{
    Q_OBJECT
public:
    explicit WebhooksCard(Backend &backend, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void told(syncline::ui::MessageKind kind, const QString &what, const QString &meaning);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Shown
    {
        QList<core::WebhookPlace> places;
        QList<core::DeliveryRow> deliveries;
        QString of; ///< integration that these came from
    };
    void build();
    QWidget *acts();
    void showAll(const Shown &shown);
    void showDeliveries(const QList<core::DeliveryRow> &rows);
    void showChosen();
    void showDelivery();
    void readDeliveries();
    const core::WebhookPlace *chosen() const;
    void copyAddress();
    void add();
    void addAs(const core::Webhooks::Wanted &wanted);
    void remove();
    void test();
    void setBusy(bool isBusy);
    /// With the network, on a thread of its own; tells what became of it.
    void act(const QString &done, std::function<Result<void>(core::Session &, std::stop_token)> work);

    Backend &m_backend;
    QTableView *m_table, *m_last;
    WebhooksModel *m_model;
    DeliveriesModel *m_deliveries;
    QPlainTextEdit *m_body;
    EmptyState *m_empty;
    QWidget *m_content;
    QLabel *m_lastTitle;
    QPushButton *m_copy, *m_add, *m_remove, *m_test;
    bool m_isBusy = false, m_isReading = false, m_readsAgain = false, m_isShowing = false;
};

} // namespace syncline::ui
