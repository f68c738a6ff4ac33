#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace syncline::simulation {

/// How often each fault, death, race and act of people was met, so that one that never happened shows.
class Summary
{
public:
    void count(const QString &what, int times = 1) { m_met[what] += times; }
    void add(const Summary &other);
    QString text() const;

    QJsonObject toJson() const;
    static Summary fromJson(const QJsonObject &json);

private:
    QMap<QString, int> m_met;
};

} // namespace syncline::simulation
