#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::salesforce {

/// Connector::encode().
Result<Encoded> encodedValue(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind);

/// Native types of picklists: of a restricted one Salesforce takes no value that it does not list.
inline const QString restrictedPicklist = QStringLiteral("picklist(restricted)");
inline const QString restrictedMultiPicklist = QStringLiteral("multipicklist(restricted)");

} // namespace syncline::connectors::salesforce
