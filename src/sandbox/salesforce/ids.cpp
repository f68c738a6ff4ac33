#include "sandbox/salesforce/ids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"; ///< ascending as texts
constexpr char checks[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

} // namespace

QString longId(const QString &fifteen)
{
    QString id = fifteen;
    for (int group = 0; group < 3; ++group) {
        int bits = 0;
        for (int i = 0; i < 5; ++i) {
            const QChar c = fifteen.at(group * 5 + i);
            bits |= c >= u'A' && c <= u'Z' ? 1 << i : 0;
        }
        id += QLatin1Char(checks[bits]);
    }
    return id;
}

QString madeId(const QString &prefix, qint64 number)
{
    QString tail;
    for (; number > 0; number /= 62)
        tail.prepend(QLatin1Char(digits[number % 62]));
    return longId(prefix + u"gL"_s + tail.rightJustified(10, u'0'));
}

QString idIn(const QString &text)
{
    static const QRegularExpression shape(u"^[0-9A-Za-z]{15}([0-9A-Za-z]{3})?$"_s);
    return shape.match(text).hasMatch() ? longId(text.left(15)) : QString();
}

} // namespace syncline::sandbox::salesforce
