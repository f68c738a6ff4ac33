#pragma once

#include "connectors/activecampaign/api.h"
#include "connectors/activecampaign/kinds.h"

namespace syncline::connectors::activecampaign {

/// Makes a custom field with its options and returns it as the account made it; see Connector::createField.
Result<RemoteField> makeField(Api &api, const Kind &kind, const RemoteField &wanted, std::stop_token stop);

} // namespace syncline::connectors::activecampaign
