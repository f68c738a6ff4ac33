#pragma once

#include "connectors/api/connector.h"
#include "connectors/mautic/mauticapi.h"

namespace syncline::connectors::mautic {

/// Connector::deletedSince() from the statistics table of the audit log.
Result<DeletedFeed> deletedRecords(Api &api, Object object, const std::optional<QString> &cursor, std::stop_token stop);

/// The whole number under this key of a PHP-serialised map; nullopt where there is none, or the text is no such map.
std::optional<qint64> serializedNumber(const QByteArray &text, const QByteArray &key);

} // namespace syncline::connectors::mautic
