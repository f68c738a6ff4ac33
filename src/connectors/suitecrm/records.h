#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

namespace syncline::connectors::suitecrm {

/// What is needed to read the records of one entity.
struct RecordShape
{
    const RemoteEntity &entity;
    QStringList fields;  ///< to deliver; empty: all that the entity has
    QString ownUser;     ///< id of the sync's user; "": unknown
};

/// One element of `data`; an error where it has no id.
Result<RemoteRecord> readRecord(const RecordShape &shape, const JsonView &data);
/// The list in `data`. Kind Server where it is missing: an answer that is no list is no empty list.
Result<QList<RemoteRecord>> readRecords(const RecordShape &shape, const JsonView &root);

/// The names to ask for: what is mapped and what the record's own dates and author need.
QString askedFields(const RecordShape &shape);

} // namespace syncline::connectors::suitecrm
