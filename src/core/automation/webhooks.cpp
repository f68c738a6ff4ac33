#include "core/automation/webhooks.h"

#include "foundation/ids.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString addressKey = u"address"_s, keyKey = u"key"_s;
constexpr int secretBytes = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Webhooks", text);
}

QString accountOf(const QString &webhook)
{
    return u"webhook "_s + webhook;
}

QByteArray newSecret()
{
    return randomBytes(secretBytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

Result<QUrl> checkedPublicUrl(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment()) {
        return failure(ErrorKind::Usage, tr("\"%1\" is no address that a CRM can send to.").arg(redact(text)),
                       tr("Give the one at which it reaches this computer, such as https://hooks.example.com."));
    }
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

/// It stands in an address as it is.
bool isAddressPart(const QByteArray &token)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_-]+$"_s);
    return token.size() >= Webhooks::leastAddress && form.match(QString::fromLatin1(token)).hasMatch();
}

/// From the environment; nothing where it says nothing.
std::optional<Webhooks::Secrets> givenSecrets(const QString &integrationName)
{
    const QByteArray given = qgetenv(Webhooks::environmentName(integrationName).toLatin1().constData());
    if (given.isEmpty())
        return {};
    const QJsonObject object = QJsonDocument::fromJson(given).object();
    return Webhooks::Secrets{object.value(addressKey).toString().toUtf8(), object.value(keyKey).toString().toUtf8()};
}

Error noWebhook(const QString &integrationName)
{
    return {ErrorKind::Usage,
            tr("%1 has no webhook.").arg(integrationName),
            tr("See the webhooks with: syncline-cli webhook list"),
            {},
            {},
            false};
}

Error noKeychain(const QString &integrationName)
{
    return {
        ErrorKind::Storage,
        tr("There is no keychain here to keep the webhook's address in."),
        tr("Unlock one, or set %1 to {\"address\": \"…\", \"key\": \"…\"}, with at least %2 letters and digits each.")
            .arg(Webhooks::environmentName(integrationName))
            .arg(Webhooks::leastAddress),
        {},
        {},
        false};
}

} // namespace

QString Webhooks::environmentName(const QString &integrationName)
{
    return EnvironmentSecrets::variableFor(u"webhook_"_s + integrationName);
}

QString Webhooks::tokenHash(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

Result<QList<WebhookInfo>> Webhooks::list()
{
    const auto rows = WebhookStore(m_session.stores().db).all();
    const auto integrations = m_session.stores().integrations.all();
    if (!rows || !integrations)
        return failure(rows ? integrations.error() : rows.error());
    QList<WebhookInfo> infos;
    for (const WebhookRow &row : *rows) {
        const auto owner = std::ranges::find(*integrations, row.integration, &IntegrationRow::id);
        if (owner == integrations->end()) // removed
            continue;
        WebhookInfo info{row, owner->name, owner->provider, {}};
        if (const auto secrets = secretsOf(row, owner->name))
            info.address = row.url + path + QString::fromLatin1(secrets->token);
        infos << info;
    }
    return infos;
}

Result<QList<WebhookPlace>> Webhooks::places()
{
    const auto infos = list();
    const auto integrations = m_session.stores().integrations.all();
    if (!infos || !integrations)
        return failure(infos ? integrations.error() : infos.error());
    QList<WebhookPlace> places;
    for (const IntegrationRow &row : *integrations) {
        const auto *reader = m_providers.reader(row.provider);
        if (!reader || row.state == "removed"_L1)
            continue;
        WebhookPlace place{row.name, row.provider, reader->key() == connectors::WebhookReader::Key::Theirs, {}};
        if (const auto info = std::ranges::find(*infos, row.name, &WebhookInfo::integration); info != infos->end())
            place.webhook = *info;
        places << place;
    }
    return places;
}

Result<WebhookInfo> Webhooks::infoOf(const QString &integration)
{
    const auto infos = list();
    if (!infos)
        return failure(infos.error());
    const auto info = std::ranges::find(*infos, integration, &WebhookInfo::integration);
    if (info != infos->end())
        return *info;
    return failure(noWebhook(integration));
}

Result<QList<DeliveryRow>> Webhooks::deliveries(const QString &integration, int limit)
{
    DeliveryStore store(m_session.stores().db);
    if (integration.isEmpty())
        return store.latest({}, limit);
    const auto integrations = m_session.stores().integrations.all();
    const auto webhooks = WebhookStore(m_session.stores().db).all();
    if (!integrations || !webhooks)
        return failure(integrations ? webhooks.error() : integrations.error());
    const auto owner = std::ranges::find(*integrations, integration, &IntegrationRow::name);
    const auto webhook = owner == integrations->end()
        ? webhooks->end()
        : std::ranges::find(*webhooks, owner->id, &WebhookRow::integration);
    return webhook == webhooks->end() ? failure(noWebhook(integration)) : store.latest(webhook->id, limit);
}

Result<DeliveryRow> Webhooks::delivery(qint64 id)
{
    const auto row = DeliveryStore(m_session.stores().db).get(id);
    if (!row)
        return failure(row.error());
    if (*row)
        return **row;
    return failure(ErrorKind::Usage, tr("There is no delivery %1 any more.").arg(id),
                   tr("See those that are kept with: syncline-cli webhook deliveries NAME"));
}

Result<void> Webhooks::test(const QString &integration, Postman &postman, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    const auto info = infoOf(integration);
    if (!info)
        return failure(info.error());
    const auto secrets = secretsOf(info->row, integration);
    const auto *reader = m_providers.reader(info->provider);
    if (!secrets || !reader)
        return failure(secrets ? noKeychain(integration) : secrets.error());
    const auto probe = reader->probe(info->address.toLatin1(), secrets->key, m_session.clock().now());
    Post post{QUrl(info->address, QUrl::StrictMode), probe.headers, "application/json", probe.body};
    return postman.post(post, std::move(stop)).map_error([](Error error) {
        error.remedy = tr("Is syncline-cli serve running, and does everything between it and the system forward "
                          "/webhooks/ unchanged? docs/webhooks.md says how.");
        return error;
    });
}

Result<Webhooks::Secrets> Webhooks::secretsOf(const WebhookRow &row, const QString &integrationName)
{
    if (auto given = givenSecrets(integrationName))
        return *given;
    SecretStore *keychain = m_session.outside().secrets;
    if (!keychain)
        return failure(noKeychain(integrationName));
    return keychain->read(accountOf(row.id)).map([](const SecretMap &kept) {
        return Secrets{kept.value(addressKey).toUtf8(), kept.value(keyKey).toUtf8()};
    });
}

Result<IntegrationRow> Webhooks::integrationFor(const Wanted &wanted)
{
    const auto integrations = m_session.stores().integrations.all();
    const auto rows = WebhookStore(m_session.stores().db).all();
    if (!integrations || !rows)
        return failure(integrations ? rows.error() : integrations.error());
    const auto found = std::ranges::find(*integrations, wanted.integration, &IntegrationRow::name);
    if (found == integrations->end())
        return failure(ErrorKind::Usage, tr("There is no integration named %1.").arg(wanted.integration),
                       tr("See the integrations with: syncline-cli integration list"));
    if (!m_providers.reader(found->provider))
        return failure(
            ErrorKind::Usage, tr("%1 sends no webhooks.").arg(found->provider),
            tr("Let a schedule read it: syncline-cli schedule add every 5 minutes --integration %1").arg(found->name));
    if (std::ranges::find(*rows, found->id, &WebhookRow::integration) != rows->end())
        return failure(ErrorKind::Usage, tr("%1 has a webhook already.").arg(found->name),
                       tr("Remove it first: syncline-cli webhook remove %1").arg(found->name));
    return *found;
}

Result<Webhooks::Secrets> Webhooks::makeSecrets(const Wanted &wanted, const QString &account,
                                                const connectors::WebhookReader &reader)
{
    using Key = connectors::WebhookReader::Key;
    const auto given = givenSecrets(wanted.integration);
    Secrets secrets = given.value_or(Secrets{newSecret(), {}});
    if (!given && reader.key() != Key::None) {
        const auto key = reader.key() == Key::Theirs && wanted.askKey ? wanted.askKey()
                                                                      : Result<QByteArray>(newSecret());
        if (!key)
            return failure(key.error());
        secrets.key = *key;
    }
    if (!isAddressPart(secrets.token))
        return failure(ErrorKind::Usage,
                       tr("The address in %1 is too easy to guess.").arg(environmentName(wanted.integration)),
                       tr("Use at least %1 letters, digits, - and _, chosen at random.").arg(leastAddress));
    if (reader.key() != Key::None && secrets.key.isEmpty())
        return failure(ErrorKind::Usage, tr("The key of the signatures is missing."),
                       noKeychain(wanted.integration).remedy);
    keepSecret(QString::fromLatin1(secrets.token));
    keepSecret(QString::fromUtf8(secrets.key));
    if (given)
        return secrets;
    SecretStore *keychain = m_session.outside().secrets;
    const auto kept = keychain
        ? keychain->write(account,
                          {{addressKey, QString::fromLatin1(secrets.token)}, {keyKey, QString::fromUtf8(secrets.key)}})
        : Result<void>(failure(noKeychain(wanted.integration)));
    if (!kept) {
        Error error = kept.error();
        error.remedy = noKeychain(wanted.integration).remedy;
        return failure(error);
    }
    return secrets;
}

Result<Webhooks::Added> Webhooks::add(const Wanted &wanted, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    const auto integration = integrationFor(wanted);
    if (!integration)
        return failure(integration.error());
    const auto url = checkedPublicUrl(wanted.url);
    if (!url)
        return failure(url.error());
    WebhookRow row;
    row.id = newUuid7(m_session.clock().now(), randomBytes(10));
    row.integration = integration->id;
    row.url = url->toString(QUrl::FullyEncoded);
    row.debounce = wanted.debounce;
    row.longest = std::max(wanted.debounce, wanted.longest);
    row.createdAt = m_session.clock().now().count();
    const auto secrets = makeSecrets(wanted, accountOf(row.id), *m_providers.reader(integration->provider));
    if (!secrets)
        return failure(secrets.error());
    row.token = tokenHash(secrets->token);
    WebhookStore store(m_session.stores().db);
    // Known here first: from the moment that the CRM knows the address it sends to it.
    auto done = m_session.stores().db.transaction(
        "webhook", [&] { return store.insert(row).and_then([&] { return audit(u"webhook added"_s, row); }); });
    if (done)
        done = subscribe(*integration, row, *secrets, std::move(stop));
    if (!done) {
        std::ignore = m_session.stores().db.transaction("webhook", [&] { return store.remove(row.id); });
        if (m_session.outside().secrets)
            std::ignore = m_session.outside().secrets->remove(accountOf(row.id));
        return failure(done.error());
    }
    return Added{row.url + path + QString::fromLatin1(secrets->token), row.remoteId.isEmpty()};
}

Result<void> Webhooks::subscribe(const IntegrationRow &integration, WebhookRow &row, const Secrets &secrets,
                                 std::stop_token stop)
{
    const auto subscriber = m_providers.subscriber(integration);
    if (!subscriber)
        return failure(subscriber.error());
    if (!*subscriber)
        return {};
    const QUrl address(row.url + path + QString::fromLatin1(secrets.token), QUrl::StrictMode);
    const auto id = (*subscriber)->subscribe(address, secrets.key, std::move(stop));
    if (!id)
        return failure(id.error());
    row.remoteId = *id;
    return m_session.stores().db.transaction("webhook",
                                             [&] { return WebhookStore(m_session.stores().db).setRemoteId(row); });
}

Result<void> Webhooks::remove(const QString &integration, bool alsoThere, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    const auto info = infoOf(integration);
    const auto integrations = m_session.stores().integrations.all();
    if (!info || !integrations)
        return failure(info ? integrations.error() : info.error());
    const WebhookRow &row = info->row;
    if (alsoThere && !row.remoteId.isEmpty()) {
        const auto owner = std::ranges::find(*integrations, row.integration, &IntegrationRow::id);
        const auto subscriber = m_providers.subscriber(*owner);
        auto done = subscriber && *subscriber ? (*subscriber)->unsubscribe(row.remoteId, std::move(stop))
                                              : subscriber.map([](const auto &) {});
        if (!done) {
            Error error = done.error();
            error.remedy += u' ' + tr("With --only-here it is removed from this workspace alone.");
            return failure(error);
        }
    }
    auto done = m_session.stores().db.transaction("webhook", [&] {
        return WebhookStore(m_session.stores().db)
            .remove(row.id)
            .and_then([&] { return DeliveryStore(m_session.stores().db).removeOf(row.id); })
            .and_then([&] { return audit(u"webhook removed"_s, row); });
    });
    if (done && m_session.outside().secrets)
        std::ignore = m_session.outside().secrets->remove(accountOf(row.id)); // worthless from now on
    return done;
}

Result<void> Webhooks::audit(const QString &action, const WebhookRow &row)
{
    AuditEntry entry;
    entry.at = m_session.clock().now().count();
    entry.actor = m_session.actor.name;
    entry.action = action;
    entry.document = {{u"integration"_s, row.integration}, {u"url"_s, row.url}, {u"remote_id"_s, row.remoteId}};
    return m_session.stores().review.audit(entry);
}

} // namespace syncline::core
