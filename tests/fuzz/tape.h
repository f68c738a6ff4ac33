#pragma once

#include "connectors/net/httpclient.h"

namespace syncline::fuzz {

/// The answers of a CRM, one after the other. As bytes, which a fuzzer may change at will, each begins with a line that holds its
/// status (0: none came), then headers, an empty line and the body; a record separator (0x1E) stands between two.
struct Tape
{
    QList<connectors::HttpResponse> answers;

    static Tape fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;
};

/// Answers from a tape, without a wire. When the tape has ended, nothing is sent any more.
class TapeNetwork final : public connectors::Network
{
public:
    explicit TapeNetwork(Tape tape) : m_tape(std::move(tape)) {}
    std::unique_ptr<connectors::HttpClient> makeClient(connectors::HttpSettings settings) override;
    void setLog(std::function<void(const connectors::HttpLogEntry &)>) override {}
    std::optional<connectors::BreakerState> breaker(const QByteArray &) const override { return {}; }

private:
    Tape m_tape; ///< shared by the clients, as an account is
};

/// A real network whose answers are kept. Of one thread.
class RecordingNetwork final : public connectors::Network
{
public:
    explicit RecordingNetwork(connectors::Network &network) : m_network(network) {}
    std::unique_ptr<connectors::HttpClient> makeClient(connectors::HttpSettings settings) override;
    void setLog(std::function<void(const connectors::HttpLogEntry &)> log) override
    {
        m_network.setLog(std::move(log));
    }
    std::optional<connectors::BreakerState> breaker(const QByteArray &account) const override
    {
        return m_network.breaker(account);
    }
    Tape taken() { return std::exchange(m_tape, {}); }

private:
    connectors::Network &m_network;
    Tape m_tape;
};

} // namespace syncline::fuzz
