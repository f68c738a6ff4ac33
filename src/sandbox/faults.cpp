#include "sandbox/faults.h"

#include <algorithm>
#include <array>
#include <utility>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;

std::optional<FaultKind> faultKind(const QString &name)
{
    static const std::array<std::pair<QLatin1StringView, FaultKind>, 10> names{{
        {"429"_L1, FaultKind::TooManyRequests},
        {"500"_L1, FaultKind::ServerError},
        {"502"_L1, FaultKind::BadGateway},
        {"503"_L1, FaultKind::Unavailable},
        {"slow"_L1, FaultKind::Slow},
        {"cut"_L1, FaultKind::Cut},
        {"drop"_L1, FaultKind::Drop},
        {"drop-after"_L1, FaultKind::DropAfter},
        {"hang"_L1, FaultKind::Hang},
        {"stale"_L1, FaultKind::Stale},
    }};
    const auto found = std::ranges::find(names, name, &std::pair<QLatin1StringView, FaultKind>::first);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

void Faults::add(const FaultRule &rule)
{
    if (rule.next <= 0) {
        std::erase_if(m_rules, [&](const FaultRule &known) { return known.kind == rule.kind && known.next <= 0; });
        if (rule.rate <= 0)
            return;
    }
    m_rules.push_back(rule);
}

bool Faults::watches(FaultKind kind) const
{
    return std::ranges::any_of(m_rules, [kind](const FaultRule &rule) { return rule.kind == kind; });
}

namespace {

bool concerns(const FaultRule &rule, const Request &request)
{
    return (rule.method.isEmpty() || rule.method == request.method)
        && (rule.pathContains.isEmpty() || request.path.contains(rule.pathContains));
}

/// Counts a rule with `next` down; true when it strikes.
bool strikes(FaultRule &rule)
{
    if (rule.next > 1) {
        --rule.next;
        return false;
    }
    --rule.count;
    return true;
}

} // namespace

std::optional<FaultKind> Faults::draw(const Request &request)
{
    std::optional<FaultKind> drawn;
    for (FaultRule &rule : m_rules) {
        if (!concerns(rule, request))
            continue;
        const bool hit = rule.next > 0 ? strikes(rule)
                                       : std::uniform_real_distribution<double>(0, 1)(m_random) < rule.rate;
        if (hit && !drawn)
            drawn = rule.kind;
    }
    std::erase_if(m_rules, [](const FaultRule &rule) { return rule.next > 0 && rule.count <= 0; });
    return drawn;
}

} // namespace syncline::sandbox
