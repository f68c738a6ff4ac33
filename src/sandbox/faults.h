#pragma once

#include "sandbox/crm.h"

#include <QString>

#include <optional>
#include <random>
#include <vector>

namespace syncline::sandbox {

enum class FaultKind {
    TooManyRequests, ///< 429
    ServerError,     ///< 500
    BadGateway,      ///< 502
    Unavailable,     ///< 503
    Slow,            ///< a late answer
    Cut,             ///< half a body
    Drop,            ///< closed before the request took effect
    DropAfter,       ///< closed after it took effect
    Hang,            ///< no answer, and no effect
    Stale,           ///< an earlier answer to the same GET
};

/// "429", "500", "502", "503", "slow", "cut", "drop", "drop-after", "hang", "stale".
std::optional<FaultKind> faultKind(const QString &name);

/// Which requests are hit: each with a probability, or exactly the n-th from now on.
struct FaultRule
{
    FaultKind kind = FaultKind::ServerError;
    double rate = 0;         ///< 0..1; 0 with `next` set
    int next = 0;            ///< 1: the next matching request
    int count = 1;           ///< how many in a row, with `next`
    QByteArray method;       ///< "" for all
    QByteArray pathContains; ///< "" for all
};

/// The faults of one CRM, drawn from a seeded generator: the same seed and requests meet the same faults.
class Faults
{
public:
    explicit Faults(std::uint32_t seed) : m_random(seed) {}
    /// A rate replaces the earlier one of its kind (0 removes it); a rule with `next` is added.
    void add(const FaultRule &rule);
    void clear() { m_rules.clear(); }
    std::optional<FaultKind> draw(const Request &request);
    bool watches(FaultKind kind) const;

private:
    std::vector<FaultRule> m_rules;
    std::mt19937 m_random;
};

} // namespace syncline::sandbox
