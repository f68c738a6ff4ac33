#pragma once

#include "core/automation/web.h"
#include "core/automation/worker.h"

namespace syncline::core {

struct CarriedOut;

/// What `syncline-cli serve` answers on its port: GET /status, GET /metrics, and with the bearer token POST /sync,
/// POST /events/KIND and GET /runs/ID. An event source's own token starts events alone. Thread-safe; asks the worker.
class ServeApi
{
public:
    static constexpr int leastToken = 16; ///< characters
    /// Without a token nothing can be started from outside.
    ServeApi(Worker &worker, QByteArray token);
    WebAnswer answer(const WebRequest &request);

private:
    WebAnswer onWorker(const std::function<WebAnswer()> &work);
    WebAnswer startSync(const QByteArray &body);
    WebAnswer takeEvent(const WebRequest &request);
    WebAnswer tookEvent(const CarriedOut &done);
    WebAnswer showRun(const QByteArray &id);
    std::optional<WebAnswer> refuseStranger(const WebRequest &request) const;

    Worker &m_worker;
    QByteArray m_token;
};

/// Takes as long for a wrong text as for the right one.
bool isSameSecret(const QByteArray &given, const QByteArray &secret);

} // namespace syncline::core
