#pragma once

#include "connectors/net/httpclient.h"

#include <atomic>
#include <functional>
#include <memory>

namespace syncline::connectors {

/// What came of one request on the wire.
struct WireResult
{
    enum class Fate {
        Answered,
        NotSent, ///< certainly not: refused, unknown host, no TLS
        Broken,  ///< sent, and no whole answer came
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

/// The thread with the QNetworkAccessManager. All functions may be called from any thread; `done` is called on the
/// network thread, once for every request. A write goes out exactly once, whatever happens to its connection.
class Transport
{
public:
    using Done = std::function<void(quint64 id, WireResult)>;

    Transport();
    ~Transport(); ///< gives up what is on its way
    quint64 send(WireRequest request, Done done);
    /// Nobody waits for this answer any more; frees its connection.
    void abandon(quint64 id);

private:
    class Wire;
    std::unique_ptr<Wire> m_wire;
    std::atomic<quint64> m_lastId{0};
};

} // namespace syncline::connectors
