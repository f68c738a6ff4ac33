#pragma once

#include "core/services/session.h"

namespace syncline::ui {

/// "admin", as it stands behind a name.
QString roleWord(core::Role role);
/// What a person of this role may do, as a sentence.
QString roleSentence(core::Role role);

} // namespace syncline::ui
