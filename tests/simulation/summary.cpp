#include "simulation/summary.h"

#include <QStringList>

namespace syncline::simulation {

void Summary::add(const Summary &other)
{
    for (auto it = other.m_met.begin(); it != other.m_met.end(); ++it)
        m_met[it.key()] += *it;
}

QString Summary::text() const
{
    QString text;
    for (auto it = m_met.begin(); it != m_met.end(); ++it)
        text += QStringLiteral("%1  %2\n").arg(*it, 9).arg(it.key());
    return text;
}

QJsonObject Summary::toJson() const
{
    QJsonObject json;
    for (auto it = m_met.begin(); it != m_met.end(); ++it)
        json.insert(it.key(), *it);
    return json;
}

Summary Summary::fromJson(const QJsonObject &json)
{
    Summary summary;
    for (auto it = json.begin(); it != json.end(); ++it)
        summary.m_met.insert(it.key(), it->toInt());
    return summary;
}

} // namespace syncline::simulation
