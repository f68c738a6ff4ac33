#include "core/secrets/secretstore.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <future>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Keychain", text);
}

const QString serviceName = u"Syncline"_s;

/// A read from a locked keyring says "not found"; only the service itself tells the difference.
bool isLocked()
{
    QDBusInterface collection(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                              u"org.freedesktop.Secret.Collection"_s, QDBusConnection::sessionBus());
    return collection.isValid() && collection.property("Locked").toBool();
}

Error lockedError(const QString &words)
{
    return {ErrorKind::Authentication,
            tr("The keychain is locked."),
            tr("Unlock the keychain (sign in to the desktop), then try again."),
            words,
            {},
            false};
}

Error keychainError(QKeychain::Error error, const QString &words, const QString &account)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        if (isLocked())
            return lockedError(words);
        return {ErrorKind::NotFound,
                tr("The keychain holds no secret of %1.").arg(account),
                tr("Give the secrets of the integration again."),
                words,
                {},
                false};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        if (isLocked())
            return lockedError(words);
        return {ErrorKind::Authentication,
                tr("The keychain denied access to the secret of %1.").arg(account),
                tr("Allow Syncline to use the keychain when it asks, then try again."),
                words,
                {},
                false};
    default:
        return {ErrorKind::Authentication,
                tr("No keychain can be reached."),
                tr("Start a desktop session with a keyring, or set %1 in the environment.")
                    .arg(EnvironmentSecrets::variableFor(account)),
                words,
                {},
                false};
    }
}

class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(std::chrono::milliseconds deadline) : m_deadline(deadline)
    {
        m_agent.moveToThread(&m_thread);
        m_thread.setObjectName(u"keychain"_s);
        m_thread.start();
    }
    ~KeychainStore() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    Result<SecretMap> read(const QString &account) override
    {
        return ask<QByteArray>(
                   account,
                   [account] {
                       auto *job = new QKeychain::ReadPasswordJob(serviceName);
                       job->setKey(account);
                       return job;
                   },
                   [](QKeychain::ReadPasswordJob &job) { return job.binaryData(); })
            .and_then(secretsFromJson);
    }

    Result<void> write(const QString &account, const SecretMap &secrets) override
    {
        return ask<QByteArray>(
                   account,
                   [account, secrets] {
                       auto *job = new QKeychain::WritePasswordJob(serviceName);
                       job->setKey(account);
                       job->setBinaryData(secretsToJson(secrets));
                       return job;
                   },
                   [](QKeychain::WritePasswordJob &) { return QByteArray(); })
            .map([](const QByteArray &) {});
    }

    Result<void> remove(const QString &account) override
    {
        return ask<QByteArray>(
                   account,
                   [account] {
                       auto *job = new QKeychain::DeletePasswordJob(serviceName);
                       job->setKey(account);
                       return job;
                   },
                   [](QKeychain::DeletePasswordJob &) { return QByteArray(); })
            .map([](const QByteArray &) {});
    }

private:
    /// Starts the job on the keychain's thread and waits for it; a late answer finds nobody and is dropped.
    template<typename Answer, typename Make, typename Take>
    Result<Answer> ask(const QString &account, Make make, Take take)
    {
        auto promise = std::make_shared<std::promise<Result<Answer>>>();
        auto answer = promise->get_future();
        QMetaObject::invokeMethod(
            &m_agent,
            [this, promise, account, make, take] {
                auto *job = make();
                QObject::connect(job, &QKeychain::Job::finished, &m_agent, [promise, account, take, job] {
                    if (job->error() == QKeychain::NoError)
                        promise->set_value(take(*job));
                    else
                        promise->set_value(failure(keychainError(job->error(), job->errorString(), account)));
                });
                job->start();
            },
            Qt::QueuedConnection);
        if (answer.wait_for(m_deadline) != std::future_status::ready) {
            return failure(ErrorKind::Authentication, tr("The keychain did not answer in time."),
                           tr("Look whether it asks for a password, then try again."));
        }
        return answer.get();
    }

    std::chrono::milliseconds m_deadline;
    QThread m_thread;
    QObject m_agent;
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore(std::chrono::milliseconds deadline)
{
    return std::make_unique<KeychainStore>(deadline);
}

} // namespace syncline::core
