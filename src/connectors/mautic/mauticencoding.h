#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::mautic {

/// Connector::encode() for Mautic: what is sent, and what Mautic will make of it. Values that it would refuse, drop or
/// bend without a word are errors here.
Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind);

} // namespace syncline::connectors::mautic
