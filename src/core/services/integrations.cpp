#include "core/services/integrations.h"

#include "core/services/settings.h"
#include "foundation/ids.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Integrations", text);
}

const QStringList authKinds{u"oauth2_client_credentials"_s, u"oauth2_password"_s, u"oauth2_code"_s, u"basic"_s,
                            u"token"_s};

/// A test, also where no connector could be made.
ConnectionReport reportOf(const Result<std::unique_ptr<connectors::Connector>> &connector, std::stop_token stop)
{
    if (connector)
        return (*connector)->test(stop);
    ConnectionReport report;
    const Error &error = connector.error();
    const QString step = error.kind == ErrorKind::Authentication ? u"sign_in"_s : u"address"_s;
    report.steps.append({step, false, error.message, error.remedy, error.kind});
    return report;
}

} // namespace

Result<IntegrationRow> Integrations::named(const QString &name)
{
    const auto row = m_session.stores().integrations.byName(name);
    if (!row)
        return failure(row.error());
    if (!*row) {
        return failure(ErrorKind::Usage, tr("There is no integration named %1.").arg(name),
                       tr("See them with: syncline-cli integration list"));
    }
    return **row;
}

/// Each value for itself, and one primary at most for each entity.
Result<void> Integrations::checkNew(const QString &name, const QMap<QString, QString> &settings)
{
    if (auto fine = checkSettings(settings, m_session.schema()); !fine)
        return fine;
    const auto rows = m_session.stores().integrations.all();
    if (!rows)
        return failure(rows.error());
    const auto entities = [](const QString &text) {
        QStringList words;
        for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
            words << word.trimmed();
        return words;
    };
    for (const IntegrationRow &row : *rows) {
        const QStringList taken = entities(row.settings.value("primary"_L1).toString());
        for (const QString &entity : entities(settings.value(u"primary"_s))) {
            if (row.name != name && taken.contains(entity))
                return failure(ErrorKind::Usage, tr("%1 is the primary for %2 already.").arg(row.name, entity),
                               tr("Change that first with: syncline-cli integration set %1 primary=").arg(row.name));
        }
    }
    return {};
}

Result<void> Integrations::checkAdd(const NewIntegration &wanted)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    if (!m_session.outside().providers.contains(wanted.provider)) {
        return failure(ErrorKind::Usage, tr("There is no provider named %1.").arg(wanted.provider),
                       tr("Providers are: %1.").arg(m_session.outside().providers.join(u", "_s)));
    }
    static const QRegularExpression shape(u"^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$"_s);
    if (!shape.match(wanted.name).hasMatch() || wanted.name == "hub"_L1 || wanted.name == "base"_L1
        || wanted.name == "person"_L1) {
        return failure(ErrorKind::Usage, tr("\"%1\" cannot be the name of an integration.").arg(wanted.name),
                       tr("Use letters, digits, blanks, dots and dashes; not hub, base or person."));
    }
    if (!authKinds.contains(wanted.auth))
        return failure(ErrorKind::Usage, tr("There is no sign-in kind named %1.").arg(wanted.auth),
                       tr("Kinds are: %1.").arg(authKinds.join(u", "_s)));
    const auto existing = m_session.stores().integrations.byName(wanted.name);
    if (!existing)
        return failure(existing.error());
    if (*existing)
        return failure(ErrorKind::Usage, tr("There is an integration named %1 already.").arg(wanted.name),
                       tr("Choose another name."));
    if (const auto address = m_session.outside().checkAddress(wanted.url); !address)
        return failure(address.error());
    return checkNew(wanted.name, wanted.settings);
}

Result<IntegrationRow> Integrations::add(const NewIntegration &wanted)
{
    if (auto fine = checkAdd(wanted); !fine)
        return failure(fine.error());
    const auto address = m_session.outside().checkAddress(wanted.url);
    if (!address)
        return failure(address.error());
    IntegrationRow row = wanted.row();
    const auto before = m_session.stores().integrations.removedAccount(wanted.provider, *address);
    if (!before)
        return failure(before.error());
    if (*before) {
        row = **before;
        row.name = wanted.name;
        row.auth = wanted.auth;
        row.settings = wanted.row().settings;
        row.state = u"active"_s;
    }
    row.url = *address;
    if (row.id.isEmpty()) {
        row.id = newUuid7(m_session.clock().now(), randomBytes(10));
        row.createdAt = m_session.clock().now().count();
        const auto position = m_session.stores().integrations.nextPosition();
        if (!position)
            return failure(position.error());
        row.position = *position;
    }
    if (wanted.secrets) {
        auto stored = m_session.outside().secrets->write(row.id, *wanted.secrets);
        if (!stored && !EnvironmentSecrets::has(wanted.name)) {
            Error error = stored.error();
            error.remedy = tr("Unlock or start a keychain, or set %1 in the environment to the same JSON object.")
                               .arg(EnvironmentSecrets::variableFor(wanted.name));
            return failure(error);
        }
    }
    auto saved = m_session.stores().db.transaction("integration", [&]() -> Result<void> {
        auto done = m_session.stores().integrations.save(row);
        if (!done || !*before)
            return done;
        return m_session.stores().records.resetEvidence(row.id).and_then(
            [&] { return m_session.stores().records.forgetCursors(row.id); });
    });
    if (!saved)
        return failure(saved.error());
    return row;
}

Result<void> Integrations::remove(const QString &name)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    auto row = named(name);
    if (!row)
        return failure(row.error());
    row->state = u"removed"_s;
    if (auto gone = m_session.outside().secrets->remove(row->id); !gone && gone.error().kind != ErrorKind::NotFound
        && !EnvironmentSecrets::has(name) && row->settings.value("demo"_L1).toString() != "true"_L1)
        return gone;
    return m_session.stores().db.transaction("integration", [&] { return m_session.stores().integrations.save(*row); });
}

Result<void> Integrations::set(const QString &name, const QMap<QString, QString> &settings)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    auto row = named(name);
    if (!row)
        return failure(row.error());
    if (auto fine = checkNew(name, settings); !fine)
        return fine;
    for (auto it = settings.begin(); it != settings.end(); ++it)
        row->settings.insert(it.key(), *it);
    return m_session.stores().db.transaction("integration", [&] {
        return m_session.stores().integrations.save(*row).and_then([&] { return lookAgain(*row); });
    });
}

/// What an integration may do has changed: the next run looks at every record that it carries.
Result<void> Integrations::lookAgain(const IntegrationRow &row)
{
    const auto mappings = m_session.stores().integrations.mappings(row.id);
    if (!mappings)
        return failure(mappings.error());
    for (const auto &mapping : *mappings) {
        if (auto done = m_session.stores().records.setAllPending(mapping.hubEntity); !done)
            return done;
    }
    return {};
}

Result<void> Integrations::setPaused(const QString &name, bool paused)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    auto row = named(name);
    if (!row)
        return failure(row.error());
    row->state = paused ? u"paused"_s : u"active"_s;
    return m_session.stores().db.transaction("integration", [&] {
        return m_session.stores().integrations.save(*row).and_then([&] { return lookAgain(*row); });
    });
}

Result<QList<IntegrationInfo>> Integrations::list()
{
    const auto rows = m_session.stores().integrations.all();
    if (!rows)
        return failure(rows.error());
    QList<IntegrationInfo> list;
    for (const IntegrationRow &row : *rows) {
        IntegrationInfo info{row.name, row.provider, row.url, row.auth, row.state, {}, {}, {}};
        for (auto it = row.settings.begin(); it != row.settings.end(); ++it)
            info.settings.insert(it.key(), it->toString());
        info.health.status = row.health.value("status"_L1).toString();
        info.health.message = row.health.value("message"_L1).toString();
        info.health.remedy = row.health.value("remedy"_L1).toString();
        info.health.isSignInRefused = row.health.value("kind"_L1).toString()
            == errorKindName(ErrorKind::Authentication);
        if (row.health.contains("response_ms"_L1))
            info.health.response = std::chrono::milliseconds(row.health.value("response_ms"_L1).toInteger());
        if (row.health.contains("at"_L1))
            info.health.at = row.health.value("at"_L1).toInteger();
        const auto mappings = m_session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &mapping : *mappings)
            info.entities << mapping.remoteEntity;
        list.append(info);
    }
    return list;
}

Result<ConnectionReport> Integrations::test(const QString &name, std::stop_token stop)
{
    auto row = named(name);
    if (!row)
        return failure(row.error());
    const ConnectionReport report = reportOf(m_session.outside().connectors(*row), stop);
    row->health = {{u"status"_s, report.ok ? u"healthy"_s : u"down"_s},
                   {u"response_ms"_s, qint64(report.response.count())},
                   {u"at"_s, qint64(m_session.clock().now().count())}};
    for (const ConnectionStep &step : report.steps) {
        if (step.ok)
            continue;
        row->health.insert(u"message"_s, step.message);
        row->health.insert(u"remedy"_s, step.remedy);
        row->health.insert(u"kind"_s, errorKindName(step.kind));
    }
    if (row->account.isEmpty())
        row->account = report.fingerprint;
    auto saved = m_session.stores().db.transaction("health",
                                                   [&] { return m_session.stores().integrations.save(*row); });
    if (!saved)
        return failure(saved.error());
    return report;
}

IntegrationRow Integrations::NewIntegration::row() const
{
    IntegrationRow row;
    row.name = name;
    row.provider = provider;
    row.url = url;
    row.auth = auth;
    for (auto it = settings.begin(); it != settings.end(); ++it)
        row.settings.insert(it.key(), *it);
    return row;
}

Result<ConnectionReport> Integrations::tryOut(NewIntegration &wanted, std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    if (!m_session.outside().tryOut)
        return failure(ErrorKind::Internal, tr("A try before adding is not possible here."));
    const auto secrets = std::make_shared<SecretMap>(wanted.secrets.value_or(SecretMap()));
    auto report = reportOf(m_session.outside().tryOut(wanted.row(), secrets), stop);
    wanted.secrets = *secrets;
    return report;
}

Result<QList<connectors::RemoteEntity>> Integrations::entitiesOf(const IntegrationRow &row, std::stop_token stop)
{
    auto connector = m_session.outside().connectors(row);
    if (!connector)
        return failure(connector.error());
    auto entities = (*connector)->describe(stop).map_error([](Error error) {
        if (error.kind == ErrorKind::Usage
            || error.kind == ErrorKind::NotFound) // an address where no such CRM answers is not reached
            error.kind = ErrorKind::Network;
        return error;
    });
    if (!entities)
        return failure(entities.error());
    auto saved = m_session.stores().db.transaction("field lists", [&] {
        return keepFieldLists(m_session.stores().integrations, row.id, *entities, m_session.clock().now().count());
    });
    if (!saved)
        return failure(saved.error());
    return entities;
}

Result<QList<connectors::RemoteEntity>> Integrations::describe(const QString &name, const QString &entityName,
                                                               std::stop_token stop)
{
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    const auto entities = entitiesOf(*row, stop);
    if (!entities)
        return failure(entities.error());
    QList<connectors::RemoteEntity> list;
    for (const auto &entity : *entities) {
        if (entityName.isEmpty() || entity.name == entityName)
            list.append(entity);
    }
    if (list.isEmpty()) {
        return failure(ErrorKind::Usage, tr("%1 has no entity named %2.").arg(name, entityName),
                       tr("See them with: syncline-cli integration describe %1").arg(name));
    }
    return list;
}

} // namespace syncline::core
