#include "core/recipes/decimals.h"

#include "core/mapping/numbertext.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using boost::multiprecision::cpp_int;

namespace syncline::core {

namespace {

/// digits × 10^-places
struct Decimal
{
    cpp_int digits;
    int places = 0;
};

constexpr int mostPlaces = 40; ///< of what is read: a text of a million digits is no amount

std::optional<Decimal> read(const QString &text)
{
    const auto plain = plainNumber(text);
    if (!plain || plain->size() > 2 * mostPlaces)
        return std::nullopt;
    QString digits = *plain;
    const bool isNegative = digits.startsWith(u'-');
    digits.remove(u'-');
    const qsizetype point = digits.indexOf(u'.');
    const int places = point < 0 ? 0 : int(digits.size() - point - 1);
    digits.remove(u'.');
    while (digits.size() > 1 && digits.startsWith(u'0')) // a leading zero would be read as octal
        digits.remove(0, 1);
    const cpp_int number(digits.toStdString());
    return Decimal{isNegative ? -number : number, places};
}

cpp_int powerOfTen(int exponent)
{
    return boost::multiprecision::pow(cpp_int(10), unsigned(exponent));
}

/// Digit by digit: in Boost's own text of a number GCC 12 sees, once it optimises, an overflow that is not there.
QString digitsOf(cpp_int number)
{
    QString text;
    do {
        text.prepend(QChar(u'0' + cpp_int(number % 10).convert_to<char16_t>()));
        number /= 10;
    } while (number > 0);
    return text;
}

QString write(Decimal decimal)
{
    while (decimal.places > 0 && decimal.digits % 10 == 0) {
        decimal.digits /= 10;
        --decimal.places;
    }
    const bool isNegative = decimal.digits < 0;
    QString text = digitsOf(isNegative ? -decimal.digits : decimal.digits);
    text = text.rightJustified(decimal.places + 1, u'0');
    if (decimal.places > 0)
        text.insert(text.size() - decimal.places, u'.');
    return isNegative ? u'-' + text : text;
}

/// Both with the same number of places.
std::optional<std::pair<Decimal, Decimal>> aligned(const QString &a, const QString &b)
{
    auto left = read(a), right = read(b);
    if (!left || !right)
        return std::nullopt;
    const int places = std::max(left->places, right->places);
    left->digits *= powerOfTen(places - left->places);
    right->digits *= powerOfTen(places - right->places);
    left->places = right->places = places;
    return std::pair(*left, *right);
}

} // namespace

std::optional<QString> sumOf(const QString &a, const QString &b)
{
    const auto pair = aligned(a, b);
    return pair ? std::optional(write({pair->first.digits + pair->second.digits, pair->first.places})) : std::nullopt;
}

std::optional<QString> differenceOf(const QString &a, const QString &b)
{
    const auto pair = aligned(a, b);
    return pair ? std::optional(write({pair->first.digits - pair->second.digits, pair->first.places})) : std::nullopt;
}

std::optional<QString> productOf(const QString &a, const QString &b)
{
    const auto left = read(a), right = read(b);
    if (!left || !right)
        return std::nullopt;
    return write({left->digits * right->digits, left->places + right->places});
}

std::optional<QString> rounded(const QString &number, Rounding rounding, int places)
{
    auto decimal = read(number);
    if (!decimal || rounding == Rounding::None || decimal->places <= places)
        return decimal ? std::optional(write(*decimal)) : std::nullopt;
    const cpp_int unit = powerOfTen(decimal->places - places);
    const bool isNegative = decimal->digits < 0;
    const cpp_int size = isNegative ? -decimal->digits : decimal->digits;
    cpp_int whole = size / unit;
    const cpp_int rest = size % unit;
    const bool isUp = rounding == Rounding::HalfUp ? rest * 2 >= unit : isNegative && rest != 0; // Down: towards −∞
    if (isUp)
        ++whole;
    return write({isNegative ? -whole : whole, places});
}

} // namespace syncline::core
