#include "ui/schedules/webhookdialog.h"

#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int dialogWidth = 560;

} // namespace

WebhookDialog::WebhookDialog(const core::WebhookPlace &place, const QString &usual, QWidget *parent)
    : QDialog(parent)
    , m_integration(place.integration)
    , m_url(new QLineEdit(usual))
    , m_key(new QLineEdit)
    , m_add(primaryButton(tr("Add the webhook")))
    , m_asksKey(place.asksKey)
{
    setObjectName(u"webhookDialog"_s);
    setWindowTitle(tr("Let %1 tell of changes").arg(place.integration));
    setMinimumWidth(dialogWidth);
    m_url->setObjectName(u"webhookUrl"_s);
    m_url->setAccessibleName(tr("Address"));
    m_url->setPlaceholderText(u"https://hooks.example.com"_s);
    m_key->setObjectName(u"webhookKey"_s);
    m_key->setAccessibleName(tr("Client secret"));
    m_key->setEchoMode(QLineEdit::Password);
    m_add->setObjectName(u"addTheWebhook"_s);
    m_add->setDefault(true);
    auto *why = textLabel(
        tr("The system must reach this computer there: through a reverse proxy or a tunnel that forwards "
           "/webhooks/ to syncline-cli serve. An address that nobody guesses is made below it."),
        Style::Body, "second");
    why->setWordWrap(true);
    auto *lines = new QFormLayout;
    lines->setLabelAlignment(Qt::AlignRight);
    lines->addRow(tr("Address"), m_url);
    lines->addRow(tr("Client secret"), m_key);
    lines->setRowVisible(m_key, m_asksKey);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(metrics::cardPadding, metrics::cardPadding, metrics::cardPadding, metrics::cardPadding);
    inside->addWidget(why);
    inside->addLayout(lines);
    auto *close = plainButton(tr("Close without adding it"));
    auto *bar = new ActionBar;
    bar->addButton(close);
    bar->addButton(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(inside);
    column->addWidget(bar);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    for (QLineEdit *edit : {m_url, m_key})
        connect(edit, &QLineEdit::textChanged, this, &WebhookDialog::allow);
    allow();
}

void WebhookDialog::allow()
{
    m_add->setEnabled(!m_url->text().trimmed().isEmpty() && (!m_asksKey || !m_key->text().isEmpty()));
}

core::Webhooks::Wanted WebhookDialog::wanted() const
{
    core::Webhooks::Wanted wanted;
    wanted.integration = m_integration;
    wanted.url = m_url->text().trimmed();
    if (m_asksKey)
        wanted.askKey = [key = m_key->text().toUtf8()]() -> Result<QByteArray> { return key; };
    return wanted;
}

} // namespace syncline::ui
