#include "core/mapping/numbertext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Digits
{
    bool negative = false;
    QString whole;    ///< without leading zeros
    QString fraction; ///< without trailing zeros
};

bool isDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Digits digitsOf(const QString &plain)
{
    Digits digits;
    QStringView rest(plain);
    if (rest.startsWith(u'-') || rest.startsWith(u'+')) {
        digits.negative = rest.front() == u'-';
        rest = rest.mid(1);
    }
    const qsizetype dot = rest.indexOf(u'.');
    digits.whole = (dot < 0 ? rest : rest.left(dot)).toString();
    digits.fraction = dot < 0 ? QString() : rest.mid(dot + 1).toString();
    while (digits.whole.startsWith(u'0'))
        digits.whole.remove(0, 1);
    while (digits.fraction.endsWith(u'0'))
        digits.fraction.chop(1);
    if (digits.whole.isEmpty() && digits.fraction.isEmpty())
        digits.negative = false;
    return digits;
}

/// Thousands in groups of three, the first one shorter perhaps.
bool hasRightGroups(const QString &whole, const QString &group)
{
    const QStringList groups = whole.split(group);
    if (groups.size() == 1)
        return true;
    if (groups.first().isEmpty() || groups.first().size() > 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](const QString &part) { return part.size() == 3; });
}

} // namespace

std::optional<QString> plainNumber(const QString &text, const NumberFormat &format)
{
    QString rest = text.trimmed();
    QString sign;
    if (rest.startsWith(u'-') || rest.startsWith(u'+')) {
        sign = rest.startsWith(u'-') ? u"-"_s : QString();
        rest.remove(0, 1);
    }
    const qsizetype point = format.decimal.isEmpty() ? -1 : rest.indexOf(format.decimal);
    QString whole = point < 0 ? rest : rest.left(point);
    const QString fraction = point < 0 ? QString() : rest.mid(point + format.decimal.size());
    if (!format.group.isEmpty()) {
        if (!hasRightGroups(whole, format.group))
            return std::nullopt;
        whole.remove(format.group);
    }
    if ((whole.isEmpty() && fraction.isEmpty()) || !isDigits(whole) || !isDigits(fraction))
        return std::nullopt;
    if (whole.isEmpty())
        whole = u"0"_s;
    return fraction.isEmpty() ? sign + whole : QString(sign + whole + u'.' + fraction);
}

std::optional<QString> formattedNumber(const QString &text, const NumberFormat &format)
{
    const std::optional<QString> plain = plainNumber(text);
    if (!plain)
        return std::nullopt;
    const bool negative = plain->startsWith(u'-');
    const QString unsignedText = negative ? plain->mid(1) : *plain;
    const qsizetype point = unsignedText.indexOf(u'.');
    QString whole = point < 0 ? unsignedText : unsignedText.left(point);
    if (!format.group.isEmpty()) {
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, format.group);
    }
    const QString fraction = point < 0 ? QString() : QString(format.decimal + unsignedText.mid(point + 1));
    return QString((negative ? u"-"_s : QString()) + whole + fraction);
}

std::optional<QString> wholeNumber(const QString &text)
{
    const std::optional<QString> plain = plainNumber(text);
    if (!plain)
        return std::nullopt;
    const Digits digits = digitsOf(*plain);
    if (!digits.fraction.isEmpty())
        return std::nullopt;
    const QString whole = digits.whole.isEmpty() ? u"0"_s : digits.whole;
    return digits.negative ? QString(u'-' + whole) : whole;
}

int compareNumbers(const QString &a, const QString &b)
{
    const Digits left = digitsOf(a);
    const Digits right = digitsOf(b);
    if (left.negative != right.negative)
        return left.negative ? -1 : 1;
    int order = 0;
    if (left.whole.size() != right.whole.size())
        order = left.whole.size() < right.whole.size() ? -1 : 1;
    else if (left.whole != right.whole)
        order = left.whole.compare(right.whole);
    else
        order = left.fraction.compare(right.fraction);
    return left.negative ? -order : order;
}

} // namespace syncline::core
