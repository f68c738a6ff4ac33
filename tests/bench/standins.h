#pragma once

#include "bench/child.h"
#include "bench/replay.h"

#include <QMap>

namespace syncline::bench {

/// By provider: what the stand-in of that CRM was asked.
using Traffic = QMap<QString, QList<Request>>;

/// One program with a stand-in for Mautic and one for SuiteCRM.
class StandIns
{
public:
    /// \p contacts in each; the second half of the first CRM's people are the first half of the second one's.
    explicit StandIns(int contacts);

    bool areUp() const { return m_ports.size() == 2; }
    QString address(const QString &provider) const;
    double cpu() const { return m_program.cpu(); }

    void forget() const; ///< the traffic so far
    void keepTraffic(bool keep) const;
    Traffic traffic() const;
    /// Sends the traffic again, to both at once.
    Replayed replayAll(const Traffic &traffic) const;

private:
    QByteArray ask(const QString &provider, const Request &request) const;

    Child m_program;
    QMap<QString, std::uint16_t> m_ports;
};

} // namespace syncline::bench
