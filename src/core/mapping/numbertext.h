#pragma once

#include <QString>

#include <optional>

/// Numbers as text, exact: no value passes through a double.
namespace syncline::core {

struct NumberFormat
{
    QString decimal = QStringLiteral(".");
    QString group; ///< between thousands; "" none
};

/// "1.234,50" -> "1234.50"; nullopt for what is no number in this format.
std::optional<QString> plainNumber(const QString &text, const NumberFormat &format = {});
/// "1234.50" -> "1.234,50".
std::optional<QString> formattedNumber(const QString &text, const NumberFormat &format);
/// The number without its fraction, if that is nothing but zeros.
std::optional<QString> wholeNumber(const QString &text);
/// Negative, zero or positive, for two plain numbers of any length.
int compareNumbers(const QString &a, const QString &b);

} // namespace syncline::core
