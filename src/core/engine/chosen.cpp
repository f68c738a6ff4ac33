#include "core/engine/chosen.h"

#include <QCoreApplication>

#include <algorithm>

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

Result<RemoteIds> idsOf(Stores &stores, const Chosen &chosen, const QString &entity)
{
    RemoteIds remotes;
    for (const QString &id : chosen.records.value(entity)) {
        const auto links = stores.records.linksOf(id);
        if (!links)
            return failure(links.error());
        for (const LinkRow &link : *links) {
            if (link.state == LinkState::Live)
                remotes[{link.integration, link.remoteEntity}] << link.remoteId;
        }
    }
    for (const LinkKey &place : chosen.places.value(entity)) {
        QStringList &ids = remotes[{place.integration, place.remoteEntity}];
        if (!ids.contains(place.remoteId))
            ids << place.remoteId;
    }
    return remotes;
}

const Binding *bindingOf(const Catalog &catalog, const LinkKey &place)
{
    const Account *account = catalog.account(place.integration);
    if (!account)
        return nullptr;
    const auto found = std::ranges::find_if(
        account->bindings, [&](const Binding &binding) { return binding.remote.name == place.remoteEntity; });
    return found == account->bindings.end() ? nullptr : &*found;
}

} // namespace

QStringList Chosen::entities() const
{
    QStringList all = records.keys() + places.keys();
    all.removeDuplicates();
    return all;
}

Result<Chosen> chosenOf(Stores &stores, const Catalog &catalog, const QStringList &entities, const QStringList &records,
                        const QList<LinkKey> &places)
{
    const QStringList mapped = catalog.entities();
    for (const QString &entity : entities) {
        if (!mapped.contains(entity))
            return notMapped(catalog, entity);
    }
    Chosen chosen;
    for (const QString &id : records) {
        const auto row = stores.records.hub(id);
        if (!row)
            return failure(row.error());
        if (!*row)
            return failure(ErrorKind::Usage, tr("There is no record %1.").arg(id),
                           tr("See records with: syncline-cli records list contact"));
        if (!mapped.contains((*row)->entity))
            return notMapped(catalog, (*row)->entity);
        if (!chosen.records[(*row)->entity].contains(id))
            chosen.records[(*row)->entity] << id;
    }
    for (const LinkKey &place : places) {
        if (const Binding *binding = bindingOf(catalog, place))
            chosen.places[binding->mapping.hubEntity()] << place;
    }
    return chosen;
}

Result<void> lookAtChosen(Stores &stores, Reader &reader, const Catalog &catalog,
                          const QMap<QString, EntityContext> &contexts, const Chosen &chosen, Workers &workers,
                          std::stop_token stop)
{
    QMap<QString, RemoteIds> remotes;
    for (const QString &entity : chosen.entities()) {
        const auto ids = idsOf(stores, chosen, entity);
        if (!ids)
            return failure(ids.error());
        remotes.insert(entity, *ids);
    }
    std::vector<Reader::Looks> looks;
    for (const auto &account : catalog.accounts()) {
        Reader::Looks here{*account, {}};
        for (const Binding &binding : account->bindings) {
            const auto context = contexts.constFind(binding.mapping.hubEntity());
            const QStringList ids =
                remotes.value(binding.mapping.hubEntity()).value({account->row.id, binding.remote.name});
            if (!account->down && !binding.isGone && context != contexts.cend() && !ids.isEmpty())
                here.parts.push_back({&binding, &*context, ids});
        }
        if (!here.parts.empty())
            looks.push_back(std::move(here));
    }
    return reader.look(looks, workers, std::move(stop));
}

Result<ChosenNow> chosenNow(Stores &stores, const Chosen &chosen, const QString &entity)
{
    ChosenNow now{chosen.records.value(entity), {}};
    for (const LinkKey &place : chosen.places.value(entity)) {
        const auto hub = stores.records.hubOfLink(place);
        if (!hub)
            return failure(hub.error());
        if (!hub->isEmpty()) {
            now.records << *hub;
            continue;
        }
        const auto stranger = stores.records.stranger(place);
        if (!stranger)
            return failure(stranger.error());
        if (*stranger)
            now.strangers << **stranger;
    }
    now.records.removeDuplicates();
    return now;
}

} // namespace syncline::core
