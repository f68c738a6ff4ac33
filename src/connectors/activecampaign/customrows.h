#pragma once

#include "connectors/activecampaign/decoding.h"

#include <optional>

namespace syncline::connectors::activecampaign {

/// Where the rows of custom values of accounts and deals are told.
struct CustomRows
{
    QByteArray path;     ///< the list of all of them
    QString filter;      ///< narrows it to one record
    QString included;    ///< the value of include= that lays them beside records
    QByteArray besideAs; ///< the key that they have there
};
CustomRows customRows(const Kind &kind);

/// A row comes in one of two forms: as the reference has it (dealId, customFieldId, fieldValue), or, beside records, as the
/// columns of its table (deal_id, custom_field_id and one column for each type). The second one is in no reference; public
/// programs that work with ActiveCampaign read it so.
QString customOwner(JsonView row);
QString customFieldId(JsonView row);
/// Nothing where the row does not say it in a way that is known: times and choices of several as columns are not, nor is a
/// value in the column of another type. Taken for blank, it would be cleared everywhere.
std::optional<Value> customValue(const RemoteField &field, JsonView row);

} // namespace syncline::connectors::activecampaign
