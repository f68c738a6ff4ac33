#include "foundation/phone.h"

#include <phonenumbers/phonenumberutil.h>

#include <QCache>
#include <QPair>

#include <mutex>

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

std::optional<QString> formatted(const QString &text, const QString &regionIso2)
{
    const auto *util = PhoneNumberUtil::GetInstance();
    const auto number = parsed(text, regionIso2);
    if (!number || !util->IsPossibleNumber(*number))
        return std::nullopt;
    std::string e164;
    util->Format(*number, PhoneNumberUtil::E164, &e164);
    QString result = QString::fromStdString(e164);
    if (!number->extension().empty())
        result += u";ext="_s + QString::fromStdString(number->extension());
    return result;
}

} // namespace

/// A run looks at each number several times, and parsing one costs as much as the rest of its record.
std::optional<QString> toE164(const QString &text, const QString &regionIso2)
{
    constexpr int mostKept = 20'000;
    static std::mutex mutex;
    static QCache<QPair<QString, QString>, std::optional<QString>> known(mostKept);
    const QPair<QString, QString> key(text, regionIso2);
    {
        const std::lock_guard lock(mutex);
        if (const auto *result = known.object(key))
            return *result;
    }
    const auto result = formatted(text, regionIso2);
    const std::lock_guard lock(mutex);
    known.insert(key, new std::optional<QString>(result));
    return result;
}

bool isValidPhone(const QString &text, const QString &regionIso2)
{
    const auto number = parsed(text, regionIso2);
    return number && PhoneNumberUtil::GetInstance()->IsValidNumber(*number);
}

} // namespace syncline
