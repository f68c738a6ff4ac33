#include "foundation/phone.h"

#include <phonenumbers/phonenumberutil.h>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

std::optional<PhoneNumber> parsed(const QString &text, const QString &regionIso2)
{
    const std::string region = regionIso2.isEmpty() ? "ZZ" : regionIso2.toUpper().toStdString();
    PhoneNumber number;
    if (PhoneNumberUtil::GetInstance()->Parse(text.toStdString(), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    return number;
}

} // namespace

std::optional<QString> toE164(const QString &text, const QString &regionIso2)
{
    const auto *util = PhoneNumberUtil::GetInstance();
    const auto number = parsed(text, regionIso2);
    if (!number || !util->IsPossibleNumber(*number))
        return std::nullopt;
    std::string formatted;
    util->Format(*number, PhoneNumberUtil::E164, &formatted);
    QString result = QString::fromStdString(formatted);
    if (!number->extension().empty())
        result += u";ext="_s + QString::fromStdString(number->extension());
    return result;
}

bool isValidPhone(const QString &text, const QString &regionIso2)
{
    const auto number = parsed(text, regionIso2);
    return number && PhoneNumberUtil::GetInstance()->IsValidNumber(*number);
}

} // namespace syncline
