#pragma once

#include "support/program.h"

#include <csignal>

namespace syncline::test {

/// `syncline-cli --json serve` on a free port, for a workspace with serveToken as SYNCLINE_SERVE_TOKEN.
class Serving
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    };
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    explicit Serving(const Workspace &workspace);

    /// Waits for the next event of this name; what comes before is left out.
    QJsonObject next(const QString &name);
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body, const Headers &headers) const;
    static Headers bearer(const QString &token, const QByteArray &idempotencyKey = {});
    QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    QProcess &process() { return *m_process; }
    int end(int signal = SIGTERM); ///< the exit code; -1 for a crash

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};

inline const QString serveToken = QStringLiteral("a-token-that-nobody-guesses");

} // namespace syncline::test
