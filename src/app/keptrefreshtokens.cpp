#include "app/keptrefreshtokens.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

constexpr std::chrono::milliseconds pause{50};     ///< between two looks at the lock
constexpr std::chrono::seconds longestRenewal{90}; ///< a token request, its repeats and the keychain

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::app", text);
}

QString lockFolder()
{
    const QString own = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return own.isEmpty() ? QDir::tempPath() : own;
}

class Kept final : public connectors::RefreshTokens
{
public:
    Kept(core::SecretStore &secrets, QString account) : m_secrets(secrets), m_account(std::move(account)) {}

    Result<std::shared_ptr<void>> lock(std::stop_token stop) override
    {
        auto file = std::make_shared<QLockFile>(QDir(lockFolder()).filePath(u"syncline-"_s + m_account + u".lock"_s));
        file->setStaleLockTime(longestRenewal);
        const auto patience = longestRenewal / pause;
        for (std::chrono::milliseconds::rep tries = 0; tries < patience; ++tries) {
            if (file->tryLock(pause))
                return std::static_pointer_cast<void>(file);
            if (file->error() != QLockFile::LockFailedError)
                break;
            if (stop.stop_requested())
                return failure(ErrorKind::Cancelled, tr("Cancelled while signing in."));
        }
        return failure(ErrorKind::Authentication,
                       tr("The sign-in could not be renewed: %1 is taken.").arg(file->fileName()),
                       tr("End the other Syncline that uses this account, or see that the folder can be written to."));
    }

    Result<connectors::Secrets> read() override { return m_secrets.read(m_account); }
    Result<void> write(const connectors::Secrets &secrets) override { return m_secrets.write(m_account, secrets); }

private:
    core::SecretStore &m_secrets;
    const QString m_account;
};

} // namespace

std::shared_ptr<connectors::RefreshTokens> keptRefreshTokens(core::SecretStore &secrets, const QString &account)
{
    return std::make_shared<Kept>(secrets, account);
}

} // namespace syncline::app
