#include "core/automation/channels.h"

#include "foundation/ids.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Channels", text);
}

const QString urlKey = u"url"_s, passwordKey = u"password"_s, signingKey = u"signing_key"_s;

QString accountOf(const QString &id)
{
    return u"notify "_s + id;
}

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &text : list.toArray())
        texts << text.toString();
    return texts;
}

NotificationStore::Channel rowOf(const Channel &channel)
{
    const QJsonObject document{{u"events"_s, QJsonArray::fromStringList(channel.events)},
                               {u"severity"_s, severityName(channel.least)},
                               {u"server"_s, channel.server},
                               {u"user"_s, channel.user},
                               {u"from"_s, channel.from},
                               {u"to"_s, QJsonArray::fromStringList(channel.to)},
                               {u"host"_s, channel.host}};
    return {channel.id, channelKindName(channel.kind), channel.name, channel.enabled, document};
}

/// It stands in the head of a mail and in a command to a server.
bool isMailAddress(const QString &text)
{
    static const QRegularExpression form(uR"(^[^\s<>(),;:"\\@]+@[^\s<>(),;:"\\@]+$)"_s);
    return form.match(text).hasMatch();
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

Result<void> checkMail(const Channel &wanted)
{
    const QUrl server(wanted.server);
    if ((server.scheme() != "smtp"_L1 && server.scheme() != "smtps"_L1) || server.host().isEmpty()) {
        return failure(ErrorKind::Usage, tr("\"%1\" is not the address of a mail server.").arg(wanted.server),
                       tr("Write, for example, smtp://mail.example.com:587 or smtps://mail.example.com:465."));
    }
    const QStringList addresses = wanted.to + QStringList{wanted.from};
    for (const QString &address : addresses) {
        if (!isMailAddress(address))
            return failure(ErrorKind::Usage, tr("\"%1\" is not an e-mail address.").arg(address),
                           tr("Give who sends it and who gets it: --from and --to."));
    }
    if (wanted.to.isEmpty())
        return failure(ErrorKind::Usage, tr("Nobody would get the mail."), tr("Say who with --to."));
    return {};
}

} // namespace

QString channelKindName(Channel::Kind kind)
{
    switch (kind) {
    case Channel::Kind::Email:
        return u"email"_s;
    case Channel::Kind::Slack:
        return u"slack"_s;
    case Channel::Kind::Discord:
        return u"discord"_s;
    case Channel::Kind::Webhook:
        return u"webhook"_s;
    }
    return {};
}

std::optional<Channel::Kind> channelKindFromName(const QString &name)
{
    for (const auto kind :
         {Channel::Kind::Email, Channel::Kind::Slack, Channel::Kind::Discord, Channel::Kind::Webhook}) {
        if (channelKindName(kind) == name)
            return kind;
    }
    return {};
}

bool Channel::wants(const Notification &notification) const
{
    if (!enabled)
        return false;
    if (!events.isEmpty())
        return events.contains(notification.event);
    const Urgency severity = notification.isRecovery ? Urgency::Problem : notification.severity;
    return severity >= least && !isChatty(notification.event);
}

Channel channelOf(const NotificationStore::Channel &row)
{
    Channel channel;
    channel.id = row.id;
    channel.kind = channelKindFromName(row.kind).value_or(Channel::Kind::Webhook);
    channel.name = row.name;
    channel.enabled = row.enabled;
    channel.events = textsOf(row.document.value("events"_L1));
    channel.least = severityFromName(row.document.value("severity"_L1).toString()).value_or(Urgency::Warning);
    channel.server = row.document.value("server"_L1).toString();
    channel.user = row.document.value("user"_L1).toString();
    channel.from = row.document.value("from"_L1).toString();
    channel.to = textsOf(row.document.value("to"_L1));
    channel.host = row.document.value("host"_L1).toString();
    return channel;
}

Result<QUrl> checkedMessageUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !url.userInfo().isEmpty()) {
        return failure(ErrorKind::Usage, tr("Messages cannot be sent to this address."),
                       tr("Give a whole one that begins with https://."));
    }
    return url;
}

Result<QList<ChannelInfo>> Channels::list()
{
    NotificationStore store(m_session.stores().db);
    const auto rows = store.channels();
    if (!rows)
        return failure(rows.error());
    QList<ChannelInfo> infos;
    for (const auto &row : *rows) {
        const auto problem = store.lastProblem(row.id);
        if (!problem)
            return failure(problem.error());
        infos.append({channelOf(row), *problem ? (*problem)->problem : QString()});
    }
    return infos;
}

Result<Channel> Channels::named(const QString &name)
{
    const auto rows = NotificationStore(m_session.stores().db).channels();
    if (!rows)
        return failure(rows.error());
    const auto found = std::ranges::find(*rows, name, &NotificationStore::Channel::name);
    if (found == rows->end())
        return failure(ErrorKind::Usage, tr("There is no channel \"%1\".").arg(name),
                       tr("See the channels with: syncline-cli notify list"));
    return channelOf(*found);
}

QString Channels::environmentName(const QString &name)
{
    return EnvironmentSecrets::variableFor(u"notify_"_s + name);
}

Result<SecretMap> Channels::secretsOf(const Channel &channel)
{
    const QByteArray given = qgetenv(environmentName(channel.name).toLatin1().constData());
    SecretMap secrets;
    if (!given.isEmpty()) {
        const QJsonObject object = QJsonDocument::fromJson(given).object();
        for (auto it = object.begin(); it != object.end(); ++it)
            secrets.insert(it.key(), it->toString());
    } else if (channel.kind != Channel::Kind::Email || !channel.user.isEmpty()) {
        const auto kept = m_session.outside().secrets
            ? m_session.outside().secrets->read(accountOf(channel.id))
            : Result<SecretMap>(failure(ErrorKind::NotFound, tr("There is no keychain here."),
                                        tr("Set %1.").arg(environmentName(channel.name))));
        if (!kept)
            return kept;
        secrets = *kept;
    }
    for (const QString &secret : std::as_const(secrets))
        keepSecret(secret);
    return secrets;
}

Result<void> Channels::check(const Channel &wanted, const SecretMap &secrets)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    if (wanted.name.trimmed().isEmpty())
        return failure(ErrorKind::Usage, tr("A channel needs a name."));
    for (const QString &event : wanted.events) {
        if (!notificationEvents().contains(event))
            return failure(ErrorKind::Usage, tr("There is no event \"%1\".").arg(event),
                           tr("Events are: %1.").arg(notificationEvents().join(u", "_s)));
    }
    if (wanted.kind == Channel::Kind::Email)
        return checkMail(wanted);
    return checkedMessageUrl(secrets.value(urlKey)).map([](const QUrl &) {});
}

Result<void> Channels::audit(const QString &action, const Channel &channel)
{
    return m_session.stores().review.audit({m_session.clock().now().count(),
                                            m_session.actor.name,
                                            {},
                                            0,
                                            action,
                                            u"channel"_s,
                                            {},
                                            channel.name,
                                            rowOf(channel).document});
}

Result<Channels::Added> Channels::add(Channel wanted, std::optional<SecretMap> secrets)
{
    if (const auto taken = named(wanted.name))
        return failure(ErrorKind::Usage, tr("There is a channel \"%1\" already.").arg(wanted.name),
                       tr("Choose another name, or remove that one first."));
    const auto given = secrets ? Result<SecretMap>(*secrets) : secretsOf(wanted);
    if (!given)
        return failure(given.error());
    if (auto allowed = check(wanted, *given); !allowed)
        return failure(allowed.error());
    wanted.id = newUuid7(m_session.clock().now(), randomBytes(10));
    Added added{wanted.id, {}};
    SecretMap kept = secrets.value_or(SecretMap{});
    if (wanted.kind == Channel::Kind::Webhook && secrets) {
        constexpr int keyBytes = 32;
        added.signingKey = u"whsec_"_s + QString::fromLatin1(randomBytes(keyBytes).toBase64());
        kept.insert(signingKey, added.signingKey);
    }
    if (wanted.kind != Channel::Kind::Email)
        wanted.host = QUrl(given->value(urlKey)).host();
    if (!kept.isEmpty()) {
        auto written = m_session.outside().secrets
            ? m_session.outside().secrets->write(accountOf(wanted.id), kept)
            : Result<void>(failure(ErrorKind::Storage, tr("There is no keychain here."),
                                   tr("Set %1.").arg(environmentName(wanted.name))));
        if (!written)
            return failure(written.error());
    }
    auto &db = m_session.stores().db;
    return db
        .transaction("channel",
                     [&] {
                         return NotificationStore(db).saveChannel(rowOf(wanted)).and_then([&] {
                             return audit(u"channel_added"_s, wanted);
                         });
                     })
        .map([&] { return added; });
}

Result<void> Channels::change(const Channel &wanted)
{
    const auto secrets = secretsOf(wanted);
    if (!secrets)
        return failure(secrets.error());
    if (auto allowed = check(wanted, *secrets); !allowed)
        return allowed;
    auto &db = m_session.stores().db;
    return db.transaction("channel", [&] {
        return NotificationStore(db).saveChannel(rowOf(wanted)).and_then([&] {
            return audit(u"channel_changed"_s, wanted);
        });
    });
}

Result<void> Channels::remove(const QString &name)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    const auto channel = named(name);
    if (!channel)
        return failure(channel.error());
    auto &db = m_session.stores().db;
    auto done = db.transaction("channel", [&] {
        return NotificationStore(db).removeChannel(channel->id).and_then([&] {
            return audit(u"channel_removed"_s, *channel);
        });
    });
    if (done && m_session.outside().secrets)
        std::ignore = m_session.outside().secrets->remove(
            accountOf(channel->id)); // it may have been in the environment
    return done;
}

} // namespace syncline::core
