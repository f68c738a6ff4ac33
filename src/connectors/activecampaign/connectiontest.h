#pragma once

#include "connectors/activecampaign/api.h"
#include "connectors/api/connector.h"

namespace syncline::connectors::activecampaign {

TestReport testConnection(Api &api, std::stop_token stop);

} // namespace syncline::connectors::activecampaign
