#include "core/mirror/mirroraddress.h"

#include "core/mirror/postgrestarget.h"
#include "core/mirror/sqlitetarget.h"
#include "foundation/log.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

const QString sqliteScheme = QStringLiteral("sqlite:");

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Address", text);
}

bool isPostgres(const QString &address)
{
    return address.startsWith("postgresql://"_L1) || address.startsWith("postgres://"_L1);
}

/// libpq takes a password before the @ or as a parameter. Not QUrl: for it an address needs a host, for libpq it does not.
const QRegularExpression &inAuthority()
{
    static const QRegularExpression form(u"^(postgres(?:ql)?://[^:/?#@]*):([^@/?]*)(@.*)$"_s);
    return form;
}

const QRegularExpression &asParameter()
{
    static const QRegularExpression form(u"([?&])password=([^&]*)"_s);
    return form;
}

QString decoded(const QString &text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
}

QStringList passwordsIn(const QString &address)
{
    QStringList passwords;
    if (const auto found = inAuthority().match(address); found.hasMatch())
        passwords << found.captured(2) << decoded(found.captured(2));
    if (const auto found = asParameter().match(address); found.hasMatch())
        passwords << found.captured(2) << decoded(found.captured(2));
    passwords.removeAll(QString());
    return passwords;
}

} // namespace

bool hasPassword(const QString &address)
{
    return isPostgres(address) && !passwordsIn(address).isEmpty();
}

QString shownAddress(const QString &address)
{
    if (!isPostgres(address))
        return address;
    QString shown = address;
    shown.replace(inAuthority(), u"\\1\\3"_s).replace(asParameter(), u"\\1"_s);
    while (shown.endsWith(u'?') || shown.endsWith(u'&'))
        shown.chop(1);
    return shown;
}

QString withPassword(const QString &address, const QString &password)
{
    if (!isPostgres(address) || password.isEmpty() || hasPassword(address))
        return address;
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(password));
    return address + (address.contains(u'?') ? u"&password="_s : u"?password="_s) + encoded;
}

Result<std::unique_ptr<Target>> openTarget(const QString &address)
{
    if (isPostgres(address)) {
        for (const QString &password : passwordsIn(address))
            keepSecret(password);
        return postgres::PostgresTarget::connect(address);
    }
    if (address.startsWith(sqliteScheme) && address.size() > sqliteScheme.size())
        return sqlite::SqliteTarget::connect(address.sliced(sqliteScheme.size()));
    return failure(ErrorKind::Usage, tr("%1 is no place for a mirror.").arg(redact(address)),
                   tr("Give a database as postgresql://USER@HOST/DATABASE, or a file as sqlite:FILE."));
}

} // namespace syncline::core::mirror
