#pragma once

#include <QString>

namespace syncline::sandbox::mautic {

/// Mautic's own lists: English country names, names of regions (any country's), time zones and locales.
bool isCountry(const QString &name);
bool isRegion(const QString &name);
bool isTimezone(const QString &name);
bool isLocale(const QString &name);

} // namespace syncline::sandbox::mautic
