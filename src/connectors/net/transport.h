#pragma once

#include "connectors/net/httpclient.h"

#include <functional>
#include <memory>

namespace syncline::connectors {

/// What came of one request on the wire.
struct WireResult
{
    enum class Fate {
        Answered,
        NotSent,  ///< certainly not: refused, unknown host, no TLS
        Broken,   ///< sent, and no whole answer came
        TooLarge,
    };
    Fate fate = Fate::NotSent;
    HttpResponse response;
    QString problem; ///< a sentence, if not answered
    QString remedy;
};

struct WireRequest
{
    QByteArray method;
    QUrl url;
    QByteArray body;
    QByteArray contentType;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds timeout{30'000}, deadline{300'000};
    qint64 maxBodyBytes = 0;
};

/// The thread with the QNetworkAccessManager. send() may be called from any thread; `done` is called on the network
/// thread. A request goes out exactly once, whatever happens to its connection.
class Transport
{
public:
    Transport();
    ~Transport(); ///< aborts what is on its way
    void send(WireRequest request, std::function<void(WireResult)> done);

private:
    class Wire;
    std::unique_ptr<Wire> m_wire;
};

} // namespace syncline::connectors
