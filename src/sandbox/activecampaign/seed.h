#pragma once

#include "sandbox/activecampaign/store.h"

namespace syncline::sandbox::activecampaign {

/// Users, tags, lists and custom fields, as an account has them that a marketing team has used for years.
void seedSetUp(Store &store);
/// Contacts and accounts out of the common pool of people who do not exist.
void seedPeople(Store &store, const CrmOptions &options);

} // namespace syncline::sandbox::activecampaign
