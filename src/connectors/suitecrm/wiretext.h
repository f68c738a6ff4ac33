#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

#include <QMap>

/// Single values as SuiteCRM sends them, and the pieces of request bodies (docs/crm/suitecrm.md, sections 3, 5, 9).
namespace syncline::connectors::suitecrm {

/// Exactly the four entities that SuiteCRM escapes when reading; "&amp;" stays.
QString decodeEscapes(const QString &text);
/// A date-time as delivered: the digits are UTC whatever offset is printed behind them.
std::optional<std::chrono::seconds> readInstant(const QString &text);
/// "YYYY-MM-DD HH:MM:SS" in UTC, the only form that is not stored as empty or taken for "all records".
QString instantText(std::chrono::seconds at);

/// A delivered value in the type of its field; absent where it was not delivered.
Value readValue(const RemoteField &field, const JsonView &sent);

QByteArray jsonText(const QString &text);
/// The body of a create or update. Attribute values are JSON texts, so that a number goes out digit by digit; the id
/// stands beside `type`: inside the attributes it is answered with success and nothing is stored.
QByteArray recordBody(const QString &type, const QString &id, const QMap<QString, QByteArray> &attributes);

} // namespace syncline::connectors::suitecrm
