#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// Takes a record apart that stands for several people or companies: the CRM's record that it was made from stays with
/// it, each other one becomes a record of its own with the values that its CRM shows. A record that was left without its
/// counterpart when a CRM merged two of its own may be made there again. Nothing changes in any CRM by this itself.
/// Gives the ids of the new records; none where only a merge in a CRM is let go.
Result<QStringList> unmerge(Session &session, const QString &record);

} // namespace syncline::core
