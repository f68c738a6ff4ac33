#pragma once

#include "connectors/api/connector.h"
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
Result<Page> decodedPage(const RemoteEntity &entity, JsonView root, const QStringList &fields);

qint64 idNumber(const QString &id); ///< 0 for everything that is no id

/// UTC of "2026-11-24T03:00:22+00:00" or of "2026-11-24 03:00:22", which means UTC as well.
std::optional<std::chrono::seconds> instant(const QString &text);
QString isoInstant(std::chrono::seconds time); ///< "2026-11-24T03:00:22Z"

} // namespace syncline::connectors::mautic
