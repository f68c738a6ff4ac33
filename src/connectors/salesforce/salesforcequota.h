#pragma once

#include <QByteArray>

#include <chrono>

namespace syncline::connectors::salesforce {

/// How much of an org's calls of a day (any 24 hours, of all its programs together) is used, as each answer tells in
/// Sforce-Limit-Info. A value; `now` is any clock's time.
class Quota
{
public:
    using Time = std::chrono::milliseconds;

    /// `share` percent of the calls are left to the org's other programs.
    explicit Quota(int share) : m_share(share) {}

    /// "api-usage=18/100000", with other parts before or behind; anything else says nothing.
    void learn(const QByteArray &header, Time now);
    /// False while our part is used up. After a while one more call is let through: only an answer tells of a new figure.
    bool leavesRoom(Time now) const;
    qint64 used() const { return m_used; }
    qint64 allowed() const { return m_allowed; }

private:
    int m_share;
    qint64 m_used = 0, m_allowed = 0; ///< 0 allowed: nothing told yet
    Time m_told{0};
};

} // namespace syncline::connectors::salesforce
