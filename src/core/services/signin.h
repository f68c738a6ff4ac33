#pragma once

#include "core/services/integrations.h"

namespace syncline::core {

/// How a program signs a person in through a browser. Called on the thread that waits for it; thread-safe.
class BrowserSignIn
{
public:
    using Show = std::function<void(const QString &address)>;

    virtual ~BrowserSignIn() = default;
    /// What has to be registered in the CRM. Usage for a provider that has no such sign-in.
    virtual Result<QString> redirectAddress(const IntegrationRow &row) const = 0;
    /// Gives `show` the address to open, waits until the person is done there (5 minutes at most), and gives `account` back
    /// with its refresh token.
    virtual Result<SecretMap> signIn(const IntegrationRow &row, const SecretMap &account, const Show &show,
                                     std::stop_token stop) = 0;
};

/// Signing accounts in, the first time and again, by whichever way their kind of sign-in asks for.
class SignIn
{
public:
    explicit SignIn(Session &session) : m_session(session) {}

    /// The secrets of a new integration: as given, or with what the browser adds to them.
    Result<SecretMap> secretsFor(const Integrations::NewIntegration &wanted, const SecretMap &given,
                                 const BrowserSignIn::Show &show, std::stop_token stop);
    /// The client's id and secret of an account that signs in through the browser, as they are kept.
    Result<SecretMap> keptClient(const QString &name);
    /// Replaces the secrets of an integration. `given` may be empty where the browser needs no more than the client's id and
    /// secret, which are kept. Nothing changes unless the new sign-in worked.
    Result<void> again(const QString &name, const SecretMap &given, const BrowserSignIn::Show &show,
                       std::stop_token stop);

private:
    Result<IntegrationRow> named(const QString &name);
    Result<SecretMap> complete(const IntegrationRow &row, const SecretMap &given, const BrowserSignIn::Show &show,
                               std::stop_token stop);

    Session &m_session;
};

} // namespace syncline::core
