#pragma once

#include <QString>
#include <QStringList>
#include <QTimeZone>

namespace syncline::sandbox::suitecrm {

/// How this site and the user behind the token are set up; tests change it through "configure".
struct Settings
{
    bool userHasDecimalComma = false;
    QString userDateFormat = QStringLiteral("m/d/Y"); ///< in PHP's letters
    QString userTimeFormat = QStringLiteral("H:i");
    QTimeZone userZone = QTimeZone::utc();
    QTimeZone phpZone = QTimeZone::utc(); ///< printed as every date's offset, though the digits stay UTC
    bool hasLegacyApi = true;             ///< many sites close service/v4_1
    bool isBelowLegacy = false;           ///< SuiteCRM 8: everything lives in the folder "legacy"
    bool rewritesAddresses = true;        ///< without, the API is at Api/index.php only
    bool hasThreeByteTables = false;      ///< utf8mb3
    bool takesEmailInUpdates = false;     ///< as newer servers do
    bool deliversSeconds = false;         ///< as newer servers do
    // Modules that the user's role restricts.
    QStringList deniedModules;
    QStringList readOnlyModules;
    QStringList ownerOnlyModules;
    QStringList emptyModules; ///< lists of them come out empty, as after a role change
};

} // namespace syncline::sandbox::suitecrm
