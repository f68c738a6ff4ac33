#pragma once

#include "core/automation/postman.h"

#include <memory>

namespace syncline::app {

/// Sends with libcurl: HTTPS and SMTP with checked certificates; plain text to this computer only.
std::unique_ptr<core::Postman> makePostman();

} // namespace syncline::app
