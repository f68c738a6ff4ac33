#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::salesforce {

/// A text as SOQL has it: in quotes, with what would end it escaped.
QString quoted(const QString &text);
/// A value to compare this field with; nullopt for one that the field cannot hold.
std::optional<QString> literal(const RemoteField &field, const QString &value);
/// "(a,b)".
QString listOf(const QStringList &literals);
/// "SELECT a,b FROM Contact WHERE c AND d"; without conditions everything.
QString select(const QStringList &columns, const QString &object, const QStringList &conditions);

/// The longest list of values in one query, in bytes of an address: with many columns beside it the address stays short enough.
inline constexpr qsizetype longestList = 6'000;

} // namespace syncline::connectors::salesforce
