#include "connectors/salesforce/salesforceids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

constexpr qsizetype shortLength = 15, groupLength = 5;
constexpr char suffixDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isIdCharacter(QChar c)
{
    return isUpper(c) || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace

QString longId(const QString &id)
{
    const bool isShort = id.size() == shortLength;
    if ((!isShort && id.size() != shortLength + 3) || !std::ranges::all_of(id, isIdCharacter))
        return {};
    if (!isShort)
        return id;
    // Each character of the suffix says which of five characters are capitals.
    QString whole = id;
    for (qsizetype group = 0; group < shortLength; group += groupLength) {
        int capitals = 0;
        for (int bit = 0; bit < groupLength; ++bit)
            capitals |= int(isUpper(id[group + bit])) << bit;
        whole += QLatin1Char(suffixDigits[capitals]);
    }
    return whole;
}

} // namespace syncline::connectors::salesforce
