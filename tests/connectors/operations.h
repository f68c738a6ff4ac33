#pragma once

#include "connectors/api/connector.h"

/// What the tests of every connector say in few words.
namespace syncline::connectors {

inline QStringList idsOf(const QList<RemoteRecord> &records)
{
    QStringList ids;
    for (const RemoteRecord &record : records)
        ids.append(record.id);
    return ids;
}

inline WriteOperation createOf(const QMap<QString, Value> &fields)
{
    return {WriteKind::Create, {}, fields, {}};
}

inline WriteOperation updateOf(const QString &id, const QMap<QString, Value> &fields,
                               const QMap<QString, Value> &before = {})
{
    return {WriteKind::Update, id, fields, before};
}

/// The field as the CRM describes it; an empty one if there is none.
inline RemoteField describedField(Connector &connector, const QString &entity, const QString &name)
{
    const auto entities = connector.describe({});
    for (const RemoteEntity &known : entities.value_or(QList<RemoteEntity>())) {
        if (known.name == entity && known.field(name))
            return *known.field(name);
    }
    return {};
}

} // namespace syncline::connectors
