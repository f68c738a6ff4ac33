#pragma once

#include "core/services/recordtypes.h"

#include <QJsonObject>

/// The hub's records, and where their values come from, as --json shows them (docs/cli.md).
namespace syncline::cli {

QJsonObject toJson(const core::RecordSummary &record);
QJsonObject toJson(const core::RecordDetail &record);
QJsonObject toJson(const core::WhyAnswer &answer);

} // namespace syncline::cli
