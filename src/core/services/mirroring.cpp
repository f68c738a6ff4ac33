#include "core/services/mirroring.h"

#include "core/mirror/mirroraddress.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

const QString passwordKey = QStringLiteral("password");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Mirroring", text);
}

QString keychainAccount(const QString &to)
{
    return u"mirror "_s + mirror::shownAddress(to);
}

/// What stands in names of tables without quotes.
bool isPrefix(const QString &text)
{
    static const QRegularExpression form(u"^[a-z][a-z0-9_]{0,19}$"_s);
    return form.match(text).hasMatch();
}

} // namespace

Result<mirror::MirrorReport> Mirroring::run(const MirrorOptions &options, mirror::MirrorMeter::Sink sink,
                                            std::stop_token stop)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    const auto row = m_session.stores().integrations.byName(options.integration);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(ErrorKind::Usage, tr("There is no integration named %1.").arg(options.integration),
                       tr("See them with: syncline-cli integration list"));
    mirror::MirrorRequest request;
    request.account = u"%1 %2 (%3)"_s.arg((*row)->provider, (*row)->url, (*row)->name);
    request.prefix = options.prefix.isEmpty() ? mirror::usualPrefix((*row)->provider) : options.prefix;
    request.entities = options.entities;
    request.full = options.full;
    request.keep = options.keep;
    if (!isPrefix(request.prefix))
        return failure(ErrorKind::Usage, tr("Names of tables cannot begin with \"%1\".").arg(request.prefix),
                       tr("Choose lower-case letters, digits and _, at most 20 of them."));
    auto target = open(options);
    if (!target)
        return failure(target.error());
    const auto makeConnector = [&] { return m_session.outside().connectors(**row); };
    return mirror::MirrorRun(makeConnector, m_session.clock(), std::move(sink)).run(**target, request, std::move(stop));
}

Result<std::unique_ptr<mirror::Target>> Mirroring::open(const MirrorOptions &options)
{
    keepSecret(options.password);
    auto target = mirror::openTarget(mirror::withPassword(options.to, options.password));
    const bool isPasswordMissing = !target && target.error().kind == ErrorKind::Authentication
        && options.password.isEmpty() && !mirror::hasPassword(options.to);
    if (!isPasswordMissing || !m_session.outside().secrets)
        return target;
    const auto kept = m_session.outside().secrets->read(keychainAccount(options.to));
    if (!kept)
        return target; // what PostgreSQL said says more
    const QString password = kept->value(passwordKey);
    keepSecret(password);
    return mirror::openTarget(mirror::withPassword(options.to, password));
}

Result<void> Mirroring::keepPassword(const QString &to, const QString &password)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return allowed;
    keepSecret(password);
    if (!m_session.outside().secrets)
        return failure(ErrorKind::Storage, tr("There is no keychain to keep the password in."),
                       tr("Set PGPASSWORD, or put the password into ~/.pgpass."));
    return m_session.outside().secrets->write(keychainAccount(to), {{passwordKey, password}});
}

} // namespace syncline::core
