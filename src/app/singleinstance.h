#pragma once

#include <QLocalServer>
#include <QLockFile>

namespace syncline::app {

/// One window per user: a second start hands its workspace over to the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &name);
    /// True: this is the first. False: `message` was handed over.
    bool claim(const QString &message);

Q_SIGNALS:
    void called(const QString &message);

private:
    void receive();
    QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace syncline::app
