#include "sandbox/activecampaign/times.h"

#include <QDateTime>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

/// A time without an offset is one of the account's zone.
std::optional<qint64> instantOf(QString text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (text.size() == 10)
        text += u"T00:00:00"_s;
    text.replace(10, 1, u'T');
    const bool hasZone = text.endsWith(u'Z') || text.mid(19).contains(u'+') || text.mid(19).contains(u'-');
    const QDateTime time = QDateTime::fromString(hasZone ? text : text + u"-06:00"_s, Qt::ISODate);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

} // namespace

TimeFilters::TimeFilters(const Call &call)
    : m_createdAfter(instantOf(call.filter(u"created_after"_s)))
    , m_createdBefore(instantOf(call.filter(u"created_before"_s)))
    , m_updatedAfter(instantOf(call.filter(u"updated_after"_s)))
    , m_updatedBefore(instantOf(call.filter(u"updated_before"_s)))
{
}

bool TimeFilters::pass(qint64 created, qint64 updated) const
{
    return (!m_createdAfter || created >= *m_createdAfter) && (!m_createdBefore || created < *m_createdBefore)
        && (!m_updatedAfter || updated >= *m_updatedAfter) && (!m_updatedBefore || updated < *m_updatedBefore);
}

} // namespace syncline::sandbox::activecampaign
