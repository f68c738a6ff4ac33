#pragma once

#include "core/services/reviewtypes.h"

#include <QJsonObject>

/// What waits for a person, as --json shows it (docs/cli.md).
namespace syncline::cli {

QJsonObject toJson(const core::ConflictCase &conflict);
QJsonObject toJson(const core::HeldDelete &held);
QJsonObject toJson(const core::HeldRecord &held);

} // namespace syncline::cli
