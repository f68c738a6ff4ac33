#pragma once

#include "support/postgresserver.h"
#include "support/program.h"

namespace syncline::test {

/// A stand-in CRM, a workspace that is connected to it, and a database to mirror it into.
struct MirrorWorld
{
    SandboxProgram program;
    StandIn crm = program.standIns().value(0);
    Workspace workspace;
    PostgresServer server;

    explicit MirrorWorld(const QString &provider = QStringLiteral("activecampaign"), const QStringList &options = {})
        : program({provider}, options)
    {
        workspace.connect(QStringLiteral("crm"), crm);
    }

    QStringList command(const QStringList &options = {}) const
    {
        return QStringList{QStringLiteral("mirror"), QStringLiteral("crm"), QStringLiteral("--to"), server.address()}
        + options;
    }
    Ran mirror(const QStringList &options = {}) const { return workspace.run(command(options)); }
    /// The report of a mirror that must go well.
    QJsonObject mirrored(const QStringList &options = {}) const { return workspace.must(command(options)).object(); }
    QString add(const QString &entity, const QJsonObject &fields) const
    {
        return crm.create(entity, fields)[QLatin1String("id")].toVariant().toString();
    }
};

/// What a report tells of one entity.
inline QJsonObject entityIn(const QJsonObject &report, const QString &entity)
{
    return withValue(report[QLatin1String("entities")].toArray(), QStringLiteral("entity"), entity);
}

} // namespace syncline::test
