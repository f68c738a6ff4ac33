#pragma once

#include "connectors/api/connector.h"
#include "connectors/common/wirevalues.h"
#include "connectors/mautic/mauticapi.h"

namespace syncline::connectors::mautic {

/// A value of a record in the forms of fieldtype.h. Nothing that Mautic left out becomes a value.
Value decodedValue(const RemoteField &field, JsonView value);

/// One record of an answer with the fields that are asked for. Error kind Server: it has no id.
Result<RemoteRecord> decodedRecord(const RemoteEntity &entity, JsonView record, const QStringList &fields);

struct Page
{
    QList<RemoteRecord> records; ///< by id, as numbers: the order of a JSON object proves nothing
    qint64 total = -1;           ///< rows that match, this page's included; -1: not told
};
/// A list that came as an array or as an object keyed by id. Error kind Server: no list, or a row that is no record.
Result<Page> decodedPage(const RemoteEntity &entity, JsonView root, const QStringList &fields, bool raw = false);

} // namespace syncline::connectors::mautic
