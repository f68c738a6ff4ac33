#pragma once

#include "core/secrets/secretstore.h"

#include <mutex>
#include <optional>

namespace syncline::support {

/// A keychain in memory that can be locked. Thread-safe, as the real one is.
class MemorySecrets final : public core::SecretStore
{
public:
    void setLocked(bool locked)
    {
        const std::lock_guard lock(m_mutex);
        m_locked = locked;
    }

    Result<core::SecretMap> read(const QString &account) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_locked)
            return failure(lockedError());
        if (!m_secrets.contains(account))
            return failure(ErrorKind::NotFound, QStringLiteral("The keychain holds no secret of %1.").arg(account),
                           QStringLiteral("Give the secrets again."));
        return m_secrets.value(account);
    }
    Result<void> write(const QString &account, const core::SecretMap &secrets) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_locked)
            return failure(lockedError());
        m_secrets.insert(account, secrets);
        return {};
    }
    Result<void> remove(const QString &account) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_locked)
            return failure(lockedError());
        m_secrets.remove(account);
        return {};
    }

private:
    static Error lockedError()
    {
        return {ErrorKind::Authentication,
                QStringLiteral("The keychain is locked."),
                QStringLiteral("Unlock it, then try again."),
                {},
                {},
                false};
    }

    std::mutex m_mutex;
    bool m_locked = false;
    QMap<QString, core::SecretMap> m_secrets;
};

} // namespace syncline::support
