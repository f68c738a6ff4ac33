#include "core/engine/chosen.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Chosen", text);
}

tl::unexpected<Error> notMapped(const Catalog &catalog, const QString &entity)
{
    return failure(ErrorKind::Usage, tr("No integration of this run is mapped to %1.").arg(entity),
                   tr("Mapped are: %1.").arg(catalog.entities().join(u", "_s)));
}

using RemoteIds = QMap<QPair<QString, QString>, QStringList>; // (integration id, remote entity) -> remote ids

Result<RemoteIds> linksOf(Stores &stores, const QStringList &records)
{
    RemoteIds remotes;
    for (const QString &id : records) {
        const auto links = stores.records.linksOf(id);
        if (!links)
            return failure(links.error());
        for (const LinkRow &link : *links) {
            if (link.state == LinkState::Live)
                remotes[{link.integration, link.remoteEntity}] << link.remoteId;
        }
    }
    return remotes;
}

} // namespace

Result<ChosenRecords> chosenRecords(Stores &stores, const Catalog &catalog, const QStringList &entities,
                                    const QStringList &records)
{
    const QStringList mapped = catalog.entities();
    for (const QString &entity : entities) {
        if (!mapped.contains(entity))
            return notMapped(catalog, entity);
    }
    ChosenRecords chosen;
    for (const QString &id : records) {
        const auto row = stores.records.hub(id);
        if (!row)
            return failure(row.error());
        if (!*row)
            return failure(ErrorKind::Usage, tr("There is no record %1.").arg(id),
                           tr("See records with: syncline-cli records list contact"));
        if (!mapped.contains((*row)->entity))
            return notMapped(catalog, (*row)->entity);
        if (!chosen[(*row)->entity].contains(id))
            chosen[(*row)->entity] << id;
    }
    return chosen;
}

Result<void> lookAtChosen(Stores &stores, Reader &reader, const Catalog &catalog,
                          const QMap<QString, EntityContext> &contexts, const ChosenRecords &chosen,
                          std::stop_token stop)
{
    for (auto entity = chosen.begin(); entity != chosen.end(); ++entity) {
        const auto context = contexts.constFind(entity.key());
        const auto remotes = linksOf(stores, *entity);
        if (!remotes)
            return failure(remotes.error());
        for (const auto &account : catalog.accounts()) {
            for (const Binding &binding : account->bindings) {
                const QStringList ids = remotes->value({account->row.id, binding.remote.name});
                if (context == contexts.cend() || binding.mapping.hubEntity() != entity.key() || account->down
                    || binding.isGone || ids.isEmpty())
                    continue;
                if (auto done = reader.look(*account, binding, *context, ids, stop); !done)
                    return done;
            }
        }
    }
    return {};
}

} // namespace syncline::core
