#pragma once

#include "connectors/suitecrm/modules.h"
#include "foundation/json.h"

/// What SuiteCRM tells about the fields of its modules (docs/crm/suitecrm.md, section 12).
namespace syncline::connectors::suitecrm {

/// The entity from the `attributes` of /meta/fields/{Module}. There are no labels and options in V8: labels are made
/// from the names, option lists stay empty until the legacy API fills them.
RemoteEntity readEntity(const Module &module, const JsonView &attributes);
/// The entity of a module that /meta/fields does not open to anybody.
RemoteEntity fixedEntity(const Module &module);

} // namespace syncline::connectors::suitecrm
