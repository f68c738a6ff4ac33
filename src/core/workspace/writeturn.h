#pragma once

#include <QString>

#include <chrono>
#include <memory>

namespace syncline::core {

/// A turn at writing to a workspace, among all connections of this program: first come, first served. SQLite gives its lock to
/// whoever asks at the right moment, so that a run that writes one step after the other would keep a webhook, or a person's
/// edit, waiting for many of them. Thread-safe. Whose thread has the turn already waits for nobody: what its connections make of
/// that is SQLite's to say.
class WriteTurn
{
public:
    /// Waits for those who came before, `patience` at most.
    WriteTurn(const QString &file, std::chrono::milliseconds patience);
    ~WriteTurn();
    WriteTurn(const WriteTurn &) = delete;
    WriteTurn &operator=(const WriteTurn &) = delete;

    /// False where patience ended.
    bool isMine() const { return m_isMine; }

    /// Somebody waits for the turn to end: long work that may be cut in two ends its transaction now.
    static bool isAwaited(const QString &file);

private:
    struct Queue;
    static std::shared_ptr<Queue> queueOf(const QString &file);

    std::shared_ptr<Queue> m_queue; ///< null for a turn within another one
    bool m_isMine = false;
};

} // namespace syncline::core
