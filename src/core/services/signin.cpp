#include "core/services/signin.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::SignIn", text);
}

} // namespace

Result<SecretMap> SignIn::complete(const IntegrationRow &row, const SecretMap &given, const BrowserSignIn::Show &show,
                                   std::stop_token stop)
{
    if (row.auth != "oauth2_code"_L1 || !given.value(u"refresh_token"_s).isEmpty())
        return given;
    BrowserSignIn *browser = m_session.outside().browser;
    if (!browser)
        return failure(ErrorKind::Usage, tr("This program cannot sign in through a browser."),
                       tr("Give a refresh_token among the secrets."));
    return browser->signIn(row, given, show, std::move(stop));
}

Result<SecretMap> SignIn::secretsFor(const Integrations::NewIntegration &wanted, const SecretMap &given,
                                     const BrowserSignIn::Show &show, std::stop_token stop)
{
    return complete(wanted.row(), given, show, std::move(stop));
}

Result<IntegrationRow> SignIn::named(const QString &name)
{
    auto row = m_session.stores().integrations.byName(name);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(ErrorKind::Usage, tr("There is no integration named %1.").arg(name),
                       tr("See them with: syncline-cli integration list"));
    return **std::move(row);
}

Result<SecretMap> SignIn::keptClient(const QString &name)
{
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    if (row->auth != "oauth2_code"_L1)
        return failure(ErrorKind::Usage, tr("The secrets of %1 are needed.").arg(name),
                       tr("Give them as one JSON object on standard input."));
    return m_session.outside().secrets->read(row->id).map([](SecretMap stored) {
        stored.remove(u"refresh_token"_s);
        return stored;
    });
}

Result<void> SignIn::again(const QString &name, const SecretMap &given, const BrowserSignIn::Show &show,
                           std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    const auto row = named(name);
    if (!row)
        return failure(row.error());
    const auto secrets = given.isEmpty() ? keptClient(name) : Result<SecretMap>(given);
    if (!secrets)
        return failure(secrets.error());
    const auto complete = this->complete(*row, *secrets, show, std::move(stop));
    if (!complete)
        return failure(complete.error());
    return m_session.outside().secrets->write(row->id, *complete).and_then([&] {
        return m_session.log(u"info"_s, name, tr("Signed in again."));
    });
}

} // namespace syncline::core
