#pragma once

#include "connectors/api/connector.h"
#include "connectors/salesforce/salesforceapi.h"

namespace syncline::connectors::salesforce {

/// Connector::deletedSince(): what lies in the recycle bin, which Salesforce keeps for 15 days, and what was merged into
/// another record. Records erased for good leave no trace; only a complete listing shows that they are gone.
Result<DeletedFeed> deletedRecords(Api &api, const RemoteEntity &entity, const std::optional<QString> &cursor,
                                   const Capabilities &capabilities, std::stop_token stop);

} // namespace syncline::connectors::salesforce
