#pragma once

#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

/// The four filters by time that contacts and deals have: after means greater or equal, before strictly less.
class TimeFilters
{
public:
    explicit TimeFilters(const Call &call);
    bool any() const { return m_createdAfter || m_createdBefore || m_updatedAfter || m_updatedBefore; }
    bool pass(qint64 created, qint64 updated) const;

private:
    std::optional<qint64> m_createdAfter, m_createdBefore, m_updatedAfter, m_updatedBefore;
};

} // namespace syncline::sandbox::activecampaign
