#pragma once

#include "connectors/contract/standin.h"
#include "fuzz/visit.h"

#include <optional>

namespace syncline::fuzz {

/// Visits as they go with the stand-ins, for the fuzzers to begin with.
class Recorder
{
public:
    /// Of contract::parties().
    explicit Recorder(int party);
    /// Every task for every entity. `take` gets the visit, and what was broken in it.
    void record(const std::function<void(const Visit &, const QString &)> &take);

private:
    const int m_number;
    const contract::Party m_party;
    contract::StandIn m_standIn;
    RecordingNetwork m_network;
};

} // namespace syncline::fuzz
