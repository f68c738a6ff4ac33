#include "connectors/salesforce/salesforcequota.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

constexpr Quota::Time staleAfter = std::chrono::minutes(10);

} // namespace

void Quota::learn(const QByteArray &header, Time now)
{
    // Not "per-app-api-usage", which may stand beside it.
    static const QRegularExpression usage(u"(?<![\\w-])api-usage=(\\d+)/(\\d+)"_s);
    const QRegularExpressionMatch match = usage.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return;
    m_used = match.captured(1).toLongLong();
    m_allowed = match.captured(2).toLongLong();
    m_told = now;
}

bool Quota::leavesRoom(Time now) const
{
    if (m_allowed <= 0 || now - m_told >= staleAfter)
        return true;
    return m_used * 100 < m_allowed * (100 - m_share);
}

} // namespace syncline::connectors::salesforce
