#pragma once

#include "core/automation/web.h"

namespace syncline::app {

/// The core's port on Boost.Beast. Errors: the port is taken.
Result<std::unique_ptr<core::WebPort>> openWebPort(std::uint16_t port, core::WebService service);

} // namespace syncline::app
