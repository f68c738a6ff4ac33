#pragma once

#include "foundation/result.h"

#include <QMap>
#include <QString>

#include <chrono>
#include <memory>
#include <stop_token>

namespace syncline::connectors {

/// Where the browser comes back to after a sign-in (RFC 8252, section 7.3): one port on both loopback addresses, nobody else
/// can reach it. Belongs to the thread that made it, which needs no event loop.
class LoopbackReceiver
{
public:
    using Parameters = QMap<QString, QString>;

    /// Port 0 takes any free one. An error (Usage) names a port that is in use.
    static Result<std::unique_ptr<LoopbackReceiver>> listen(quint16 port, const QByteArray &path);
    virtual ~LoopbackReceiver() = default;

    virtual quint16 port() const = 0;
    /// Blocks until a browser asks for the path with this `state`; what else knocks is turned away. Errors: Cancelled;
    /// Authentication when the time is over.
    virtual Result<Parameters> receive(const QString &state, std::chrono::milliseconds within,
                                       std::stop_token stop) = 0;
};

} // namespace syncline::connectors
