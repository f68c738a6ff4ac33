#include "connectors/activecampaign/money.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

constexpr int places = 2;

} // namespace

QString fromCents(const QString &cents)
{
    static const QRegularExpression shape(u"^(-?)(\\d+)(?:\\.0*)?$"_s);
    const QRegularExpressionMatch match = shape.match(cents.trimmed());
    if (!match.hasMatch())
        return cents;
    const QString digits = match.captured(2).rightJustified(places + 1, u'0');
    return match.captured(1) + digits.left(digits.size() - places) + u'.' + digits.right(places);
}

std::optional<QString> toCents(const QString &amount)
{
    static const QRegularExpression shape(u"^(-?)(\\d+)(?:\\.(\\d*?)0*)?$"_s);
    const QRegularExpressionMatch match = shape.match(amount.trimmed());
    if (!match.hasMatch() || match.captured(3).size() > places)
        return std::nullopt;
    QString digits = match.captured(2) + match.captured(3).leftJustified(places, u'0');
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return (digits == "0"_L1 ? QString() : match.captured(1)) + digits;
}

} // namespace syncline::connectors::activecampaign
