#include "ui/schedules/webhookscard.h"

#include "ui/components/question.h"
#include "ui/components/rowtable.h"
#include "ui/schedules/webhookdialog.h"
#include "ui/schedules/webhooksmodel.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int shownDeliveries = 100;
constexpr int mostRows = 6;

int heightOf(int rows)
{
    return rows * metrics::rowHeight + metrics::tableHeader + 4;
}

} // namespace

WebhooksCard::WebhooksCard(Backend &backend, QWidget *parent)
    : Card(parent)
    , m_backend(backend)
    , m_table(new QTableView)
    , m_last(new QTableView)
    , m_model(new WebhooksModel(this))
    , m_deliveries(new DeliveriesModel(this))
    , m_body(new QPlainTextEdit)
    , m_empty(new EmptyState(
          u"plug"_s, tr("No system tells of changes yet"),
          tr("Connect Mautic, ActiveCampaign or HubSpot: with a webhook a change is in the other systems "
             "seconds later."),
          {}))
    , m_content(new QWidget)
    , m_lastTitle(textLabel({}, Style::PanelTitle))
    , m_copy(plainButton(tr("Copy the address")))
    , m_add(plainButton(tr("Add a webhook…"), u"plus"_s))
    , m_remove(plainButton(tr("Remove the webhook"), u"trash"_s))
    , m_test(plainButton(tr("Test")))
{
    m_copy->setObjectName(u"copyWebhook"_s);
    m_add->setObjectName(u"addWebhook"_s);
    m_remove->setObjectName(u"removeWebhook"_s);
    m_test->setObjectName(u"testWebhook"_s);
    m_empty->setObjectName(u"noWebhooks"_s);
    build();
    connect(m_copy, &QPushButton::clicked, this, &WebhooksCard::copyAddress);
    connect(m_add, &QPushButton::clicked, this, &WebhooksCard::add);
    connect(m_remove, &QPushButton::clicked, this, &WebhooksCard::remove);
    connect(m_test, &QPushButton::clicked, this, &WebhooksCard::test);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_isShowing)
            readDeliveries();
    });
    connect(m_last->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WebhooksCard::showDelivery);
}

void WebhooksCard::build()
{
    body()->addWidget(textLabel(tr("Systems that tell of changes"), Style::PanelTitle));
    m_table->setAccessibleName(tr("Webhooks"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_table, u"webhooks"_s, {130, 150, 330});
    m_table->installEventFilter(this);
    m_last->setAccessibleName(tr("Last deliveries"));
    m_last->setModel(m_deliveries);
    m_last->setItemDelegate(new DeliveriesDelegate(m_last));
    m_last->setSelectionMode(QAbstractItemView::SingleSelection);
    makeRowTable(m_last, u"deliveries"_s, {90, 320, 70, 80});
    m_last->setFixedHeight(heightOf(mostRows));
    m_body->setObjectName(u"deliveryBody"_s);
    m_body->setAccessibleName(tr("The request as it came"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(heightOf(mostRows));
    m_body->setPlaceholderText(tr("Choose a delivery to see it as it came."));
    auto *below = new QHBoxLayout;
    below->setSpacing(metrics::cardGap);
    below->addWidget(m_last, 3);
    below->addWidget(m_body, 2);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_table);
    inside->addWidget(acts());
    inside->addWidget(m_lastTitle);
    inside->addLayout(below);
    body()->addWidget(m_content);
    body()->addWidget(m_empty);
    m_content->hide();
    m_empty->hide();
}

QWidget *WebhooksCard::acts()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_add, m_copy, m_test, m_remove})
        row->addWidget(button);
    row->addStretch();
    return widget;
}

/// The addresses are in the keychain, which may be slow or locked: not on the thread that answers the views.
void WebhooksCard::refresh()
{
    const auto *providers = m_backend.webhooks();
    if (!providers) {
        hide();
        return;
    }
    if (m_isReading) {
        m_readsAgain = true;
        return;
    }
    m_isReading = true;
    const core::WebhookPlace *before = chosen();
    m_backend.work<Shown>(
        this,
        [providers, of = before ? before->integration : QString()](core::Session &session,
                                                                   const std::stop_token &) -> Result<Shown> {
            core::Webhooks webhooks(session, *providers);
            const auto places = webhooks.places();
            if (!places)
                return failure(places.error());
            Shown shown{*places, {}, of};
            if (of.isEmpty() && !places->isEmpty())
                shown.of = places->first().integration;
            if (auto rows = webhooks.deliveries(shown.of, shownDeliveries); rows && !shown.of.isEmpty())
                shown.deliveries = *rows;
            return shown;
        },
        [this](const Result<Shown> &shown) {
            m_isReading = false;
            if (std::exchange(m_readsAgain, false))
                refresh();
            else if (shown)
                showAll(*shown);
            else
                Q_EMIT told(MessageKind::Bad, shown.error().message, shown.error().remedy);
        });
}

void WebhooksCard::showAll(const Shown &shown)
{
    m_isShowing = true;
    m_model->set(shown.places);
    m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(shown.of)), 0));
    m_isShowing = false;
    m_table->setFixedHeight(heightOf(std::clamp(int(shown.places.size()), 1, mostRows)));
    m_content->setVisible(!shown.places.isEmpty());
    m_empty->setVisible(shown.places.isEmpty());
    showDeliveries(shown.deliveries);
    showChosen();
}

void WebhooksCard::showDeliveries(const QList<core::DeliveryRow> &rows)
{
    const core::DeliveryRow *before = m_deliveries->at(m_last->currentIndex().row());
    const qint64 delivery = before ? before->id : 0;
    m_deliveries->set(rows);
    if (const int row = m_deliveries->rowOf(delivery); row >= 0)
        m_last->setCurrentIndex(m_deliveries->index(row, 0));
    else
        m_body->clear();
}

const core::WebhookPlace *WebhooksCard::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

void WebhooksCard::showChosen()
{
    const core::WebhookPlace *place = chosen();
    const bool has = place && place->webhook;
    m_add->setEnabled(place && !has && !m_isBusy);
    m_copy->setEnabled(has && !place->webhook->address.isEmpty());
    m_test->setEnabled(has && m_backend.postman() && !m_isBusy);
    m_remove->setEnabled(has && !m_isBusy);
    m_lastTitle->setText(place ? tr("What came from %1 last").arg(place->integration) : QString());
}

/// The addresses are known already: the keychain is not asked again.
void WebhooksCard::readDeliveries()
{
    m_body->clear();
    m_deliveries->set({});
    showChosen();
    const core::WebhookPlace *place = chosen();
    const auto *providers = m_backend.webhooks();
    if (m_isReading) {
        m_readsAgain = true; // what is on its way is of the system that was chosen before
        return;
    }
    if (!place || !place->webhook || !providers)
        return;
    const QString of = place->integration;
    m_backend.ask<QList<core::DeliveryRow>>(
        this,
        [providers, of](core::Session &session) {
            return core::Webhooks(session, *providers).deliveries(of, shownDeliveries);
        },
        [this, of](const Result<QList<core::DeliveryRow>> &rows) {
            const core::WebhookPlace *now = chosen();
            if (!now || now->integration != of)
                return;
            if (rows)
                showDeliveries(*rows);
            else
                Q_EMIT told(MessageKind::Bad, rows.error().message, rows.error().remedy);
        });
}

void WebhooksCard::showDelivery()
{
    const core::DeliveryRow *row = m_deliveries->at(m_last->currentIndex().row());
    const auto *providers = m_backend.webhooks();
    if (!row || !providers) {
        m_body->clear();
        return;
    }
    m_backend.ask<core::DeliveryRow>(
        this,
        [providers, id = row->id](core::Session &session) { return core::Webhooks(session, *providers).delivery(id); },
        [this](const Result<core::DeliveryRow> &whole) {
            if (!whole)
                return Q_EMIT told(MessageKind::Bad, whole.error().message, whole.error().remedy);
            QStringList lines;
            for (const auto &[name, value] : whole->headers)
                lines << name + u": "_s + value;
            if (lines.isEmpty())
                lines << tr("Of what was refused nothing is kept: anybody may have sent it.");
            lines << QString() << QString::fromUtf8(whole->body);
            if (whole->body.size() < whole->bytes)
                lines << tr("… cut: it had %1 bytes").arg(whole->bytes);
            m_body->setPlainText(lines.join(u'\n'));
        });
}

void WebhooksCard::copyAddress()
{
    const core::WebhookPlace *place = chosen();
    if (!place || !place->webhook)
        return;
    QGuiApplication::clipboard()->setText(place->webhook->address);
    Q_EMIT told(MessageKind::Note, tr("The address is in the clipboard."),
                tr("Who knows it can have records looked at."));
}

void WebhooksCard::add()
{
    const core::WebhookPlace *place = chosen();
    if (!place || place->webhook)
        return;
    QString usual;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const auto &other = m_model->at(row)->webhook)
            usual = other->row.url;
    }
    auto *dialog = new WebhookDialog(*place, usual, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { addAs(dialog->wanted()); });
    dialog->open();
}

void WebhooksCard::addAs(const core::Webhooks::Wanted &wanted)
{
    const auto *providers = m_backend.webhooks();
    setBusy(true);
    m_backend.work<core::Webhooks::Added>(
        this,
        [providers, wanted](core::Session &session, std::stop_token stop) {
            return core::Webhooks(session, *providers).add(wanted, std::move(stop));
        },
        [this, name = wanted.integration](const Result<core::Webhooks::Added> &added) {
            setBusy(false);
            if (!added)
                Q_EMIT told(MessageKind::Bad, added.error().message, added.error().remedy);
            else if (added->isByHand)
                Q_EMIT told(MessageKind::Note, tr("Enter the address in %1.").arg(name),
                            tr("Copy it here; docs/webhooks.md says where it goes."));
            else
                Q_EMIT told(MessageKind::Note, tr("%1 tells of changes from now on.").arg(name),
                            tr("They are taken while syncline-cli serve is running."));
            m_backend.announceChange();
            refresh();
        });
}

void WebhooksCard::act(const QString &done, std::function<Result<void>(core::Session &, std::stop_token)> work)
{
    setBusy(true);
    m_backend.work<void>(this, std::move(work), [this, done](const Result<void> &result) {
        setBusy(false);
        if (result)
            Q_EMIT told(MessageKind::Note, done, {});
        else
            Q_EMIT told(MessageKind::Bad, result.error().message, result.error().remedy);
        m_backend.announceChange();
        refresh();
    });
}

void WebhooksCard::remove()
{
    const core::WebhookPlace *place = chosen();
    if (!place || !place->webhook)
        return;
    const auto removal = [this, name = place->integration] {
        act(tr("%1 tells of nothing any more.").arg(name),
            [providers = m_backend.webhooks(), name](core::Session &session, std::stop_token stop) {
                return core::Webhooks(session, *providers).remove(name, true, std::move(stop));
            });
    };
    askBefore(this, tr("Remove the webhook of %1?").arg(place->integration),
              tr("Its address is void for good, and %1 is told to send nothing more. Schedules go on.")
                  .arg(place->integration),
              tr("Remove the webhook"), tr("Keep it"), removal);
}

void WebhooksCard::test()
{
    const core::WebhookPlace *place = chosen();
    if (!place || !place->webhook || !m_backend.postman())
        return;
    act(tr("A request to the address of %1 arrived here and was accepted.").arg(place->integration),
        [providers = m_backend.webhooks(), postman = m_backend.postman(),
         name = place->integration](core::Session &session, std::stop_token stop) {
            return core::Webhooks(session, *providers).test(name, *postman, std::move(stop));
        });
}

void WebhooksCard::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    showChosen();
}

bool WebhooksCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy)) {
            copyAddress();
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            m_remove->click();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            (m_add->isEnabled() ? m_add : m_test)->click();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace syncline::ui
