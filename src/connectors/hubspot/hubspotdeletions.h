#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotapi.h"

namespace syncline::connectors::hubspot {

/// Connector::deletedSince(): what lies in the recycle bin, which HubSpot keeps for 90 days and shows without a filter by
/// time, and what was merged into another record. Records erased for good leave no trace; only a complete listing shows
/// that they are gone.
Result<DeletedFeed> deletedRecords(Api &api, const QString &entity, const std::optional<QString> &cursor,
                                   const Capabilities &capabilities, std::stop_token stop);

} // namespace syncline::connectors::hubspot
