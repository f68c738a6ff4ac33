#pragma once

#include "connectors/activecampaign/api.h"
#include "connectors/activecampaign/kinds.h"

namespace syncline::connectors::activecampaign {

/// The fields of one kind of records, built-in and custom.
Result<RemoteEntity> describeKind(Api &api, const Kind &kind, std::stop_token stop);

/// The type of a custom field: the account's word for it, before a bracket in RemoteField::nativeType.
QString nativeName(const RemoteField &field);
/// The currency that a money field has unless told otherwise: "eur" in "currency(eur)"; "" for none.
QString currencyOf(const RemoteField &field);
FieldType customType(const QString &native);

} // namespace syncline::connectors::activecampaign
