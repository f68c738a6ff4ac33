#pragma once

#include "core/sync/types.h"

#include <span>

namespace syncline::core {

/// A field of a CRM's entity and the hub's field of the same meaning.
struct KnownRow
{
    const char *remote;
    const char *hub;
    Direction direction = Direction::Both;
};

/// The rows of one entity of one CRM.
struct KnownRows
{
    const char *entity;
    std::span<const KnownRow> rows;
};

std::span<const KnownRows> salesforcePairs();

} // namespace syncline::core
