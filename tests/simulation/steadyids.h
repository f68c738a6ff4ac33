#pragma once

namespace syncline::simulation {

/// Ids that take the operating system's random bytes elsewhere count from here, so that the same seed makes the same ids.
void restartIds();

} // namespace syncline::simulation
