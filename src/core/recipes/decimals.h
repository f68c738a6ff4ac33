#pragma once

#include <QString>

#include <optional>

/// Exact arithmetic with decimal numbers as text: money never passes through a double.
namespace syncline::core {

enum class Rounding { None, Down, HalfUp };

std::optional<QString> sumOf(const QString &a, const QString &b);
std::optional<QString> differenceOf(const QString &a, const QString &b);
std::optional<QString> productOf(const QString &a, const QString &b);
/// `number` to so many places; nullopt for what is no plain number. None leaves it as it is.
std::optional<QString> rounded(const QString &number, Rounding rounding, int places);

} // namespace syncline::core
