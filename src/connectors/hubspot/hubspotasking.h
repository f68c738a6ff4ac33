#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors::hubspot {

constexpr qsizetype longestQuery = 6'000; ///< some integrations met "414 URI too long" from 8,000 on

/// The properties to ask for to know these fields, with what the reader itself needs of a record.
QStringList askedProperties(const RemoteEntity &entity, const QStringList &fields);
/// One spelling for what HubSpot takes for equal.
QString folded(const QString &value);
/// Trimmed, each once, without blanks.
QStringList distinct(const QStringList &values);

} // namespace syncline::connectors::hubspot
