#pragma once

#include "foundation/result.h"

#include <QMap>
#include <QString>

#include <chrono>
#include <memory>

namespace syncline::core {

/// Keys of design: client_id, client_secret, username, password, token, refresh_token. In memory and in the keychain only.
using SecretMap = QMap<QString, QString>;

/// Where secrets live (P1). May be called from any thread; blocks up to a deadline. A locked, missing or silent keychain
/// is an error of its own and never the same as "no such secret" (kind NotFound).
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual Result<SecretMap> read(const QString &account) = 0;
    virtual Result<void> write(const QString &account, const SecretMap &secrets) = 0;
    virtual Result<void> remove(const QString &account) = 0;
};

/// The operating system's keychain, asked from one thread of its own with an event loop.
std::unique_ptr<SecretStore> makeKeychainStore(std::chrono::milliseconds deadline = std::chrono::milliseconds(10'000));

/// SYNCLINE_SECRET_<NAME> of the environment: for servers without a keychain. Reads only.
class EnvironmentSecrets
{
public:
    /// The variable that holds the secrets of an integration.
    static QString variableFor(const QString &integrationName);
    static bool has(const QString &integrationName);
    static Result<SecretMap> read(const QString &integrationName);
};

/// One JSON object of texts, as `integration add` takes it.
Result<SecretMap> secretsFromJson(const QByteArray &json);
QByteArray secretsToJson(const SecretMap &secrets);

} // namespace syncline::core
