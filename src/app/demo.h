#pragma once

#include "foundation/result.h"

#include <QMap>

namespace syncline::app {

/// Starts the stand-in CRMs as a process of their own, which outlives this one, and waits until they answer.
/// Provider -> address.
Result<QMap<QString, QString>> startDemo();

} // namespace syncline::app
