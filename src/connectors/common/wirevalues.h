#pragma once

#include <QString>

#include <chrono>
#include <optional>

/// Values that CRMs write alike.
namespace syncline::connectors {

/// The number that an id is; 0 for what is no id.
qint64 idNumber(const QString &id);

/// UTC of "2026-11-24T03:00:22+00:00", and of "2026-11-24 03:00:22" or "2026-11-24", which name no zone and are taken for
/// UTC; nullopt for what is no time.
std::optional<std::chrono::seconds> instant(const QString &text);
QString isoInstant(std::chrono::seconds time); ///< "2026-11-24T03:00:22Z"
/// Of "2026-11-24T03:00:22Z" or with an offset: nothing of a time that leaves its zone open.
std::optional<std::chrono::seconds> zonedInstant(const QString &text);
bool isDay(const QString &text); ///< "2026-11-24", a day that there is

/// Something at a host with a dot in its name. What else an address may look like is the CRM's business.
bool isEmailAddress(const QString &text);
bool isDecimal(const QString &text); ///< with a dot as its sign, without an exponent

/// "1.39E8" as "139000000": so some CRMs write large numbers. Digits are moved, nothing is computed.
QString withoutExponent(const QString &text);

} // namespace syncline::connectors
