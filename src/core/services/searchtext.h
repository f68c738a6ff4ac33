#pragma once

#include <QString>

namespace syncline::core {

/// A text without case, accents and signs above letters, as people type it who look for it: "ang" finds "Äng", "strasse"
/// finds "Straße", "oster" finds "Øster".
QString searchText(const QString &text);

} // namespace syncline::core
