#include "ui/settings/channeldialog.h"

#include "ui/components/panels.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int dialogWidth = 520;
const QString everyRun = u"every"_s;

} // namespace

ChannelDialog::ChannelDialog(QWidget *parent)
    : QDialog(parent)
    , m_lines(new QFormLayout)
    , m_kind(new QComboBox)
    , m_what(new QComboBox)
{
    using Kind = core::Channel::Kind;
    setObjectName(u"channelDialog"_s);
    setWindowTitle(tr("Add a channel"));
    setMinimumWidth(dialogWidth);
    m_kind->setObjectName(u"channelKind"_s);
    m_kind->setAccessibleName(tr("Kind"));
    for (const Kind kind : {Kind::Email, Kind::Slack, Kind::Discord, Kind::Webhook})
        m_kind->addItem(channelKindWords(kind), int(kind));
    m_what->setObjectName(u"channelTells"_s);
    m_what->setAccessibleName(tr("What it tells"));
    m_what->addItem(tr("What is broken or waits for you"), core::severityName(core::Urgency::Warning));
    m_what->addItem(tr("Only what is broken"), core::severityName(core::Urgency::Problem));
    m_what->addItem(tr("Everything, each run too"), everyRun);
    m_lines->setLabelAlignment(Qt::AlignRight);
    m_lines->addRow(tr("Kind"), m_kind);
    m_name = field(u"channelName"_s, tr("Name"), tr("Operations"));
    m_url = field(u"channelUrl"_s, tr("Address"), u"https://hooks.slack.com/services/…"_s);
    m_server = field(u"channelServer"_s, tr("Mail server"), u"smtp://mail.example.com:587"_s);
    m_user = field(u"channelUser"_s, tr("User"), tr("none"));
    m_password = field(u"channelPassword"_s, tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_from = field(u"channelFrom"_s, tr("From"), u"syncline@example.com"_s);
    m_to = field(u"channelTo"_s, tr("To"), u"ops@example.com, jana@example.com"_s);
    m_lines->addRow(tr("Tells"), m_what);
    m_add = primaryButton(tr("Add the channel"));
    m_add->setObjectName(u"addTheChannel"_s);
    m_add->setDefault(true);
    auto *close = plainButton(tr("Close without adding it"));
    auto *bar = new ActionBar;
    bar->addButton(close);
    bar->addButton(m_add);
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(metrics::cardPadding, metrics::cardPadding, metrics::cardPadding, metrics::cardPadding);
    inside->addLayout(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(inside);
    column->addWidget(bar);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChannelDialog::showFields);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showFields();
}

QLineEdit *ChannelDialog::field(const QString &objectName, const QString &label, const QString &example)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(example);
    m_lines->addRow(label, edit);
    return edit;
}

void ChannelDialog::showFields()
{
    const bool isMail = channel().kind == core::Channel::Kind::Email;
    m_lines->setRowVisible(m_url, !isMail);
    for (QLineEdit *edit : {m_server, m_user, m_password, m_from, m_to})
        m_lines->setRowVisible(edit, isMail);
}

core::Channel ChannelDialog::channel() const
{
    core::Channel channel;
    channel.kind = core::Channel::Kind(m_kind->currentData().toInt());
    channel.name = m_name->text().trimmed();
    channel.server = m_server->text().trimmed();
    channel.user = m_user->text().trimmed();
    channel.from = m_from->text().trimmed();
    for (const QString &address : m_to->text().split(u',', Qt::SkipEmptyParts))
        channel.to << address.trimmed();
    const QString tells = m_what->currentData().toString();
    if (tells == everyRun)
        channel.events = core::notificationEvents();
    else
        channel.least = core::severityFromName(tells).value_or(core::Urgency::Warning);
    return channel;
}

core::SecretMap ChannelDialog::secrets() const
{
    if (channel().kind != core::Channel::Kind::Email)
        return {{u"url"_s, m_url->text().trimmed()}};
    return m_password->text().isEmpty() ? core::SecretMap() : core::SecretMap{{u"password"_s, m_password->text()}};
}

} // namespace syncline::ui
