#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/connectorsettings.h"

#include <memory>

namespace syncline::connectors {

/// SuiteCRM 7 over API V8, and 8 under /legacy (facts: docs/crm/suitecrm.md). Entities: Users (read only), Accounts,
/// Contacts, Leads, Opportunities, Calls, Meetings, Tasks, Notes.
Result<std::unique_ptr<Connector>> makeSuiteCrmConnector(ConnectorSettings settings, Network &network,
                                                         const Clock &clock);

} // namespace syncline::connectors
