#include "app/account.h"

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace syncline::app {

QString nameOfAccount()
{
    const passwd *account = getpwuid(getuid());
    if (account == nullptr)
        return u"person"_s;
    const QString full = QString::fromLocal8Bit(account->pw_gecos).section(u',', 0, 0).trimmed();
    return full.isEmpty() ? QString::fromLocal8Bit(account->pw_name) : full;
}

} // namespace syncline::app
