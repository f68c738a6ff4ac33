#pragma once

#include "sandbox/salesforce/calls.h"

namespace syncline::sandbox::salesforce {

/// A record with all its fields that are not blank.
QJsonObject flatRecord(const Table &table, const Record &record);
/// Crm::edit().
QJsonObject editByHand(Org org, const QJsonObject &command);

} // namespace syncline::sandbox::salesforce
