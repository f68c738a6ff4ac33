#pragma once

#include "connectors/net/httpclient.h"
#include "core/services/signin.h"

namespace syncline::app {

/// Signs in through the browser for every provider that offers it. Outlives nothing that it is given.
std::unique_ptr<core::BrowserSignIn> makeBrowserSignIn(connectors::Network &network, const Clock &clock);

} // namespace syncline::app
