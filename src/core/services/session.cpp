#include "core/services/session.h"

#include "core/mapping/livescripts.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString ownSchemaKey = u"own_schema"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Session", text);
}

/// The built-in fields, and those that this workspace has of its own.
Result<HubSchema> schemaOf(IntegrationStore &store)
{
    HubSchema schema = HubSchema::builtIn();
    const auto own = store.meta(ownSchemaKey);
    if (!own)
        return failure(own.error());
    if (auto added = schema.addOwnFromJson(QJsonDocument::fromJson(own->toUtf8()).array()); !added)
        return failure(added.error());
    return schema;
}

} // namespace

Session::Session(std::unique_ptr<Database> database, const Outside &outside)
    : actor(outside.actor)
    , m_database(std::move(database))
    , m_stores(*m_database)
    , m_schema(HubSchema::builtIn())
    , m_outside(outside)
{
}

Result<std::unique_ptr<Session>> Session::open(const QString &file, bool create, const Outside &outside)
{
    auto database = Database::open(file, create, outside.gate);
    if (!database)
        return failure(database.error());
    std::unique_ptr<Session> session(new Session(std::move(*database), outside));
    auto schema = schemaOf(session->m_stores.integrations);
    if (!schema)
        return failure(schema.error());
    session->m_schema = std::move(*schema);
    return session;
}

Result<void> Session::keepSchema(const HubSchema &schema)
{
    const QByteArray own = QJsonDocument(schema.ownToJson()).toJson(QJsonDocument::Compact);
    return m_stores.db
        .transaction("own fields", [&] { return m_stores.integrations.setMeta(ownSchemaKey, QString::fromUtf8(own)); })
        .map([&] { m_schema = schema; });
}

Result<void> Session::need(Role role) const
{
    if (actor.role >= role)
        return {};
    return failure(ErrorKind::Permission, tr("%1 may not do this in this workspace.").arg(actor.name),
                   tr("Ask an administrator of the workspace."));
}

Result<Catalog> Session::catalog(bool connect, const QStringList &integrations, std::stop_token stop)
{
    Catalog::Choice choice;
    choice.integrations = integrations;
    choice.connect = connect;
    choice.scripts = std::make_shared<LiveScripts>(ScriptRunner::defaultProgram(), m_outside.gate,
                                                   m_outside.clock.now());
    if (connect)
        return Catalog::load(m_stores, m_schema, m_outside.connectors, m_outside.clock, choice, stop);
    const ConnectorFactory none = [](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
        return failure(ErrorKind::Cancelled, tr("%1 is not asked.").arg(row.name));
    };
    return Catalog::load(m_stores, m_schema, none, m_outside.clock, choice, stop);
}

Result<QMap<QString, QString>> Session::integrationNames()
{
    const auto rows = m_stores.integrations.all();
    if (!rows)
        return failure(rows.error());
    QMap<QString, QString> names;
    for (const IntegrationRow &row : *rows)
        names.insert(row.id, row.name);
    return names;
}

Result<Replayed> Session::replay(const QString &run)
{
    const ConnectorFactory offline =
        [this](const IntegrationRow &row) -> Result<std::unique_ptr<connectors::Connector>> {
        if (!m_outside.tryOut)
            return failure(ErrorKind::Internal, tr("%1 is not asked.").arg(row.name));
        SecretMap blank;
        for (const char *key : {"client_id", "client_secret", "username", "password", "token", "refresh_token"})
            blank.insert(QString::fromLatin1(key), u"-"_s);
        return m_outside.tryOut(row, std::make_shared<SecretMap>(blank));
    };
    return Replay(m_stores, m_schema, offline, m_outside.clock, m_outside.gate).run(run);
}

Result<void> Session::log(const QString &level, const QString &integration, const QString &message, const QString &run)
{
    return m_stores.db.transaction("log", [&] {
        return m_stores.review.log({0, m_outside.clock.now().count(), run, integration, level, message});
    });
}

} // namespace syncline::core
