#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

/// How SuiteCRM spells values, as pure functions (docs/crm/suitecrm.md, 7 to 9).
namespace syncline::connectors::suitecrm {

/// The CRM's type word as one of ours.
FieldType typeOf(const QString &nativeType, const QString &fieldName);

/// Exactly the four entities that answers hold; "&amp;" is never one of them.
QString decodeEntities(const QString &text);
/// The digits are UTC; the offset behind them is PHP's own zone and wrong. nullopt: no instant.
std::optional<QString> instant(const QString &text);
std::optional<std::chrono::seconds> secondsOf(const QString &text);

/// An attribute as delivered, in our form. Missing attributes are absent.
Value decode(const RemoteField &field, const JsonView &attribute);

Result<Encoded> encodeValue(const RemoteField &field, const Value &value);
/// The text of a JSON value for this field; numbers keep their own digits.
QByteArray wireText(const RemoteField &field, const Value &value);
QByteArray jsonString(const QString &text);

} // namespace syncline::connectors::suitecrm
