#pragma once

#include "core/automation/notification.h"
#include "core/services/session.h"
#include "core/workspace/notificationstore.h"

namespace syncline::core {

/// Where notifications go besides the window and the desktop (V9).
struct Channel
{
    enum class Kind {
        Email,
        Slack,
        Discord,
        Webhook, ///< signed, for programs
    };
    QString id;
    Kind kind = Kind::Email;
    QString name;
    bool enabled = true;
    QStringList events; ///< the only ones; empty: all from `least` on that are not chatty
    Urgency least = Urgency::Warning;
    QString server, user, from; ///< e-mail: smtps://host:465 or smtp://host:587, and who signs in there
    QStringList to;             ///< e-mail
    QString host;               ///< of the others: all that is shown of their address, which is a secret

    bool wants(const Notification &notification) const;
    bool operator==(const Channel &) const = default;
};

QString channelKindName(Channel::Kind kind); ///< "email", "slack", "discord", "webhook"
std::optional<Channel::Kind> channelKindFromName(const QString &name);

/// What a channel's secret holds: `password` for e-mail (may be missing), `url` for the others, and `signing_key` that we
/// make for a webhook.
struct ChannelInfo
{
    Channel channel;
    QString problem; ///< of its last message; "" where it arrived
};

/// The workspace's channels. Their secrets are in the keychain, else in SYNCLINE_SECRET_NOTIFY_<NAME>.
class Channels
{
public:
    explicit Channels(Session &session) : m_session(session) {}

    Result<QList<ChannelInfo>> list();
    Result<Channel> named(const QString &name);
    struct Added
    {
        QString id, signingKey; ///< the key of a webhook, shown once; "" for others
    };
    /// `secrets`: nothing where they are in the environment.
    Result<Added> add(Channel wanted, std::optional<SecretMap> secrets);
    Result<void> change(const Channel &wanted);
    Result<void> remove(const QString &name);
    Result<SecretMap> secretsOf(const Channel &channel);
    static QString environmentName(const QString &name); ///< of the variable

private:
    Result<void> check(const Channel &wanted, const SecretMap &secrets);
    Result<void> audit(const QString &action, const Channel &channel);
    Session &m_session;
};

/// A web address that messages may be sent to: https, or http on this computer.
Result<QUrl> checkedMessageUrl(const QString &text);

Channel channelOf(const NotificationStore::Channel &row);

} // namespace syncline::core
