#pragma once

#include <QString>

namespace syncline {

/// The ISO 3166-1 code ("DE") of a country's name in one of the languages that client data comes in ("Deutschland",
/// "Germany", "Allemagne"), of its two- or three-letter code, in any case. "" for what is no country or could be two.
/// Thread-safe.
QString countryCode(const QString &name);

/// The English name of a country code, as CLDR has it; "" for an unknown code.
QString englishCountryName(const QString &code);

} // namespace syncline
