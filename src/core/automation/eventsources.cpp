#include "core/automation/eventsources.h"

#include "foundation/ids.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int tokenBytes = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::EventSources", text);
}

QByteArray newToken()
{
    const QByteArray token =
        randomBytes(tokenBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    keepSecret(QString::fromLatin1(token));
    return token;
}

QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

/// It stands in logs, and before the keys of events.
bool isName(const QString &name)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_.-]{1,60}$"_s);
    return form.match(name).hasMatch();
}

} // namespace

Result<QList<EventSourceRow>> EventSources::list()
{
    return m_store.all();
}

Result<EventSourceRow> EventSources::named(const QString &name)
{
    const auto all = m_store.all();
    if (!all)
        return failure(all.error());
    const auto found = std::ranges::find(*all, name, &EventSourceRow::name);
    if (found != all->end())
        return *found;
    return failure(ErrorKind::Usage, tr("There is no event source named %1.").arg(name),
                   tr("See them with: syncline-cli event sources"));
}

/// One step of a person: allowed, whole, and in the audit.
Result<void> EventSources::changed(const QString &action, const QString &name,
                                   const std::function<Result<void>()> &change)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    AuditEntry entry;
    entry.at = m_session.clock().now().count();
    entry.actor = m_session.actor.name;
    entry.action = action;
    entry.document = {{u"source"_s, name}};
    return m_session.stores().db.transaction(
        "event source", [&] { return change().and_then([&] { return m_session.stores().review.audit(entry); }); });
}

Result<QByteArray> EventSources::add(const QString &name, const QStringList &kinds)
{
    if (!isName(name))
        return failure(ErrorKind::Usage, tr("\"%1\" is no name for an event source.").arg(name),
                       tr("Use up to 60 letters, digits, dots, - and _."));
    if (named(name))
        return failure(ErrorKind::Usage, tr("There is an event source named %1 already.").arg(name),
                       tr("Give it a new token with: syncline-cli event new-token %1").arg(name));
    const auto known = Recipes(m_session).kinds();
    if (!known)
        return failure(known.error());
    for (const QString &kind : kinds) {
        if (!known->contains(kind))
            return failure(ErrorKind::Usage, tr("No recipe here knows the event %1.").arg(kind),
                           known->isEmpty() ? tr("Apply a recipe first: syncline-cli recipe list")
                                            : tr("Choose from: %1.").arg(known->join(u", "_s)));
    }
    const QByteArray token = newToken();
    const EventSourceRow row{name, hashOf(token), kinds, m_session.clock().now().count(), 0, 0, {}, {}, {}};
    const auto done = changed(u"event source added"_s, name, [&] { return m_store.insert(row); });
    return done ? Result<QByteArray>(token) : failure(done.error());
}

Result<QByteArray> EventSources::renew(const QString &name)
{
    if (const auto known = named(name); !known)
        return failure(known.error());
    const QByteArray token = newToken();
    const auto done = changed(u"event source's token renewed"_s, name,
                              [&] { return m_store.setToken(name, hashOf(token)); });
    return done ? Result<QByteArray>(token) : failure(done.error());
}

Result<void> EventSources::remove(const QString &name)
{
    if (const auto known = named(name); !known)
        return failure(known.error());
    return changed(u"event source removed"_s, name, [&] { return m_store.remove(name); });
}

/// The hash is looked for, so that how long it takes tells nothing about a token.
Result<std::optional<EventSourceRow>> EventSources::ofToken(const QByteArray &token)
{
    return m_store.ofToken(hashOf(token));
}

Error EventSources::refused(const EventSourceRow &source, const QString &kind, const Error &error)
{
    const QString about = tr("The event %1 of %2 was refused: %3").arg(kind.left(60), source.name, error.message);
    const auto noted = m_session.stores().db.transaction("event source", [&] {
        return m_store.countRefused(source.name, m_session.clock().now().count(), error.message).and_then([&] {
            return m_session.log(u"warning"_s, {}, about);
        });
    });
    return noted ? error : noted.error();
}

Result<CarriedOut> EventSources::carryOut(const EventSourceRow &source, const QString &key, const QString &kind,
                                          const QByteArray &body)
{
    if (!source.kinds.isEmpty() && !source.kinds.contains(kind)) {
        return failure(refused(source, kind,
                               {ErrorKind::Permission,
                                tr("The event source %1 may not send %2.").arg(source.name, kind.left(60)),
                                tr("It may send: %1.").arg(source.kinds.join(u", "_s)),
                                {},
                                {},
                                false}));
    }
    auto done = Recipes(m_session).carryOut({u"source/"_s + source.name + u'/' + key, kind, body});
    if (!done)
        return failure(refused(source, kind, done.error()));
    const auto counted = m_session.stores().db.transaction(
        "event source", [&] { return m_store.countTaken(source.name, m_session.clock().now().count()); });
    return counted ? done : failure(counted.error());
}

} // namespace syncline::core
