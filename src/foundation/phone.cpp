#include "foundation/phone.h"

#include <phonenumbers/phonenumberutil.h>

namespace syncline {

std::optional<QString> toE164(const QString &text, const QString &regionIso2)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const auto *util = PhoneNumberUtil::GetInstance();
    const std::string region = regionIso2.isEmpty() ? "ZZ" : regionIso2.toStdString();
    PhoneNumber number;
    if (util->Parse(text.toStdString(), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR
        || !util->IsPossibleNumber(number))
        return std::nullopt;
    std::string formatted;
    util->Format(number, PhoneNumberUtil::E164, &formatted);
    QString result = QString::fromStdString(formatted);
    if (number.has_extension() && !number.extension().empty())
        result += QStringLiteral(";ext=") + QString::fromStdString(number.extension());
    return result;
}

} // namespace syncline
