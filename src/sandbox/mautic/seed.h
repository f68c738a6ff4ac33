#pragma once

#include "sandbox/mautic/store.h"

namespace syncline::sandbox::mautic {

/// Fills an empty Mautic with its share of the common pool of invented people, some companies and a few fields of
/// its own. With no records asked for, nothing but the standard fields is there.
void seedStore(Store &store, const CrmOptions &options);

} // namespace syncline::sandbox::mautic
