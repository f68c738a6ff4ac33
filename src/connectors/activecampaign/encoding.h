#pragma once

#include "connectors/activecampaign/kinds.h"

namespace syncline::connectors::activecampaign {

/// The value on the wire and what will become of it; see Connector::encode.
Result<Encoded> encodedValue(const Kind &kind, const RemoteField &field, const Value &value);

} // namespace syncline::connectors::activecampaign
