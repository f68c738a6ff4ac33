#include "core/schema/domain.h"

#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

QString hostOf(const QString &website)
{
    const QString text = website.trimmed();
    if (text.isEmpty())
        return {};
    const QUrl url(text.contains("://"_L1) ? text : u"http://"_s + text);
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    return host.contains(u'.') ? host : QString();
}

QString hostOfAddress(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    return at < 0 ? QString() : hostOf(email.mid(at + 1));
}

} // namespace

bool isFreeMailDomain(const QString &domain)
{
    static const QSet<QString> hosts{
        u"gmail.com"_s,    u"googlemail.com"_s, u"yahoo.com"_s,      u"yahoo.co.uk"_s,    u"yahoo.de"_s,
        u"yahoo.fr"_s,     u"ymail.com"_s,      u"rocketmail.com"_s, u"hotmail.com"_s,    u"hotmail.co.uk"_s,
        u"hotmail.de"_s,   u"hotmail.fr"_s,     u"outlook.com"_s,    u"outlook.de"_s,     u"live.com"_s,
        u"live.co.uk"_s,   u"msn.com"_s,        u"aol.com"_s,        u"icloud.com"_s,     u"me.com"_s,
        u"mac.com"_s,      u"gmx.de"_s,         u"gmx.net"_s,        u"gmx.at"_s,         u"gmx.ch"_s,
        u"gmx.com"_s,      u"web.de"_s,         u"t-online.de"_s,    u"freenet.de"_s,     u"arcor.de"_s,
        u"mail.com"_s,     u"mail.ru"_s,        u"yandex.ru"_s,      u"yandex.com"_s,     u"qq.com"_s,
        u"163.com"_s,      u"126.com"_s,        u"proton.me"_s,      u"protonmail.com"_s, u"pm.me"_s,
        u"tutanota.com"_s, u"posteo.de"_s,      u"mailbox.org"_s,    u"zoho.com"_s,       u"fastmail.com"_s,
        u"orange.fr"_s,    u"wanadoo.fr"_s,     u"free.fr"_s,        u"laposte.net"_s,    u"sfr.fr"_s,
        u"libero.it"_s,    u"virgilio.it"_s,    u"btinternet.com"_s, u"comcast.net"_s,    u"verizon.net"_s,
        u"att.net"_s,      u"bluewin.ch"_s,     u"wp.pl"_s,          u"o2.pl"_s,          u"seznam.cz"_s};
    return hosts.contains(domain.trimmed().toLower());
}

QString companyDomain(const QString &website, const QString &email)
{
    for (const QString &host : {hostOf(website), hostOfAddress(email)}) {
        if (!host.isEmpty() && !isFreeMailDomain(host))
            return host;
    }
    return {};
}

} // namespace syncline::core
