#pragma once

#include "core/mirror/mirrortarget.h"

/// Where a mirror goes: postgresql://…, or a SQLite file as sqlite:FILE.
namespace syncline::core::mirror {

/// Opens it. A password in the address is kept out of every message and log from then on.
Result<std::unique_ptr<Target>> openTarget(const QString &address);
/// The address without its password, for people and files.
QString shownAddress(const QString &address);
/// With this password, unless it has one.
QString withPassword(const QString &address, const QString &password);
bool hasPassword(const QString &address);

} // namespace syncline::core::mirror
