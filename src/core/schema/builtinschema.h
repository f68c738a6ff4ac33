#pragma once

#include "core/schema/hubschema.h"

namespace syncline::core {

/// The entities and fields of docs/hub-schema.md, labels in the language of the program.
QList<HubEntityDef> builtInEntities();

} // namespace syncline::core
