#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::hubspot {

/// Connector::encode(): every value goes over the wire as a text.
Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind);

} // namespace syncline::connectors::hubspot
