#include "core/engine/fieldlists.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString goneKey = u"gone"_s;

} // namespace

bool isGoneEntity(const IntegrationStore::Described &described)
{
    return described.document.value(goneKey).toBool();
}

QJsonObject goneEntityToJson(const connectors::RemoteEntity &entity)
{
    QJsonObject document = remoteEntityToJson(entity);
    document.insert(goneKey, true);
    return document;
}

Result<FieldLists> fieldListsOf(IntegrationStore &store, const QString &integration)
{
    const auto rows = store.described(integration);
    if (!rows)
        return failure(rows.error());
    FieldLists lists;
    for (const auto &row : *rows) {
        (isGoneEntity(row) ? lists.gone : lists.here).insert(row.name, remoteEntityFromJson(row.document));
        lists.oldest = lists.oldest == 0 ? row.at : std::min(lists.oldest, row.at);
    }
    return lists;
}

Result<void> keepFieldLists(IntegrationStore &store, const QString &integration,
                            const QList<connectors::RemoteEntity> &entities, Millis now)
{
    const auto before = fieldListsOf(store, integration);
    if (!before)
        return failure(before.error());
    FieldLists::Entities gone = before->gone;
    gone.insert(before->here);
    for (const auto &entity : entities) {
        gone.remove(entity.name);
        if (auto done = store.saveDescribed(integration, {entity.name, remoteEntityToJson(entity), now}); !done)
            return done;
    }
    for (const auto &entity : std::as_const(gone)) {
        if (auto done = store.saveDescribed(integration, {entity.name, goneEntityToJson(entity), now}); !done)
            return done;
    }
    return {};
}

} // namespace syncline::core
