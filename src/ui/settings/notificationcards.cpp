#include "ui/settings/notificationcards.h"

#include "core/automation/courier.h"
#include "ui/components/panels.h"
#include "ui/settings/channeldialog.h"
#include "ui/settings/settingscard.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

const QString section = u"notifications"_s;

/// A switch that this computer remembers.
QCheckBox *remembered(const QString &objectName, const QString &key, bool usual)
{
    auto *box = new QCheckBox;
    box->setObjectName(objectName);
    box->setChecked(QSettings().value(key, usual).toBool());
    QObject::connect(box, &QCheckBox::toggled, box, [key](bool on) { QSettings().setValue(key, on); });
    return box;
}

} // namespace

QString channelKindWords(core::Channel::Kind kind)
{
    switch (kind) {
    case core::Channel::Kind::Email:
        return NotificationCards::tr("E-mail");
    case core::Channel::Kind::Slack:
        return NotificationCards::tr("Slack");
    case core::Channel::Kind::Discord:
        return NotificationCards::tr("Discord");
    case core::Channel::Kind::Webhook:
        return NotificationCards::tr("A program, signed");
    }
    return {};
}

NotificationCards::NotificationCards(Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_here(new SettingsCard(section, tr("On this computer")))
    , m_channels(new SettingsCard(section, tr("Channels")))
{
    fillHere();
    show({});
}

void NotificationCards::fillHere()
{
    m_here->add(
        tr("Desktop notices"),
        tr("When a system stops answering or wants a sign-in, when something waits for you, and when it is over: "
           "once each."),
        remembered(u"desktopNotices"_s, u"notify/desktop"_s, true));
    m_here->add(tr("Go on in the tray"),
                tr("Closing the window hides it while the desktop has a tray; schedules go on. Quit ends them."),
                remembered(u"keepInTray"_s, u"tray/keep"_s, false));
}

void NotificationCards::refresh()
{
    m_backend.ask<QList<core::ChannelInfo>>(
        this, [](core::Session &session) { return core::Channels(session).list(); },
        [this](const Result<QList<core::ChannelInfo>> &channels) {
            if (!channels)
                return Q_EMIT failed(channels.error());
            show(*channels);
            Q_EMIT filled();
        });
}

void NotificationCards::show(const QList<core::ChannelInfo> &channels)
{
    m_channels->clear();
    for (const core::ChannelInfo &info : channels) {
        const core::Channel &channel = info.channel;
        const QString where = channel.to.isEmpty() ? channel.host : channel.to.join(u", "_s);
        const QString effect = info.problem.isEmpty() ? tr("%1: %2").arg(channelKindWords(channel.kind), where)
                                                      : tr("%1: %2. The last message did not arrive: %3")
                                                            .arg(channelKindWords(channel.kind), where, info.problem);
        auto *acts = new QWidget;
        auto *row = new QHBoxLayout(acts);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::gap);
        auto *tryIt = plainButton(tr("Test"));
        tryIt->setObjectName(QString(u"testChannel-"_s + channel.name));
        tryIt->setAccessibleName(tr("Send a test to %1").arg(channel.name));
        tryIt->setEnabled(m_backend.postman() != nullptr);
        auto *leave = iconButton(u"trash"_s, tr("Remove %1").arg(channel.name));
        leave->setObjectName(QString(u"removeChannel-"_s + channel.name));
        row->addWidget(tryIt);
        row->addWidget(leave);
        connect(tryIt, &QPushButton::clicked, this, [this, channel] { test(channel); });
        connect(leave, &QPushButton::clicked, this, [this, name = channel.name] { remove(name); });
        m_channels->add(channel.name, effect, acts);
    }
    auto *add = plainButton(tr("Add a channel"), u"plus"_s);
    add->setObjectName(u"addChannel"_s);
    connect(add, &QPushButton::clicked, this, &NotificationCards::addChannel);
    m_channels->add(tr("More places"),
                    tr("E-mail, Slack, Discord, or a signed message to a program of yours. Addresses and passwords are "
                       "kept in the keychain."),
                    add);
}

void NotificationCards::addChannel()
{
    ChannelDialog dialog(m_channels->window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_backend.ask<core::Channels::Added>(
        this,
        [channel = dialog.channel(), secrets = dialog.secrets()](core::Session &session) {
            return core::Channels(session).add(channel, secrets);
        },
        [this, name = dialog.channel().name](const Result<core::Channels::Added> &added) {
            if (!added)
                return Q_EMIT failed(added.error());
            Q_EMIT done(added->signingKey.isEmpty()
                            ? tr("%1 was added. Send a test.").arg(name)
                            : tr("%1 was added. Its messages are signed with this key, which is not shown again: %2")
                                  .arg(name, added->signingKey));
            refresh();
        });
}

void NotificationCards::test(const core::Channel &channel)
{
    m_backend.work<void>(
        this,
        [channel, postman = m_backend.postman()](core::Session &session, std::stop_token stop) {
            return core::Courier(session, *postman).test(channel, std::move(stop));
        },
        [this, name = channel.name](const Result<void> &sent) {
            if (sent)
                Q_EMIT done(tr("A test was sent to %1.").arg(name));
            else
                Q_EMIT failed(sent.error());
        });
}

void NotificationCards::remove(const QString &name)
{
    m_backend.ask<void>(
        this, [name](core::Session &session) { return core::Channels(session).remove(name); },
        [this, name](const Result<void> &removed) {
            if (!removed)
                return Q_EMIT failed(removed.error());
            Q_EMIT done(tr("%1 was removed.").arg(name));
            refresh();
        });
}

} // namespace syncline::ui
