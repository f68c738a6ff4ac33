#pragma once

#include <QString>

namespace syncline::ui {

/// The application's style sheet in the scheme in force. Private to the theme.
QString styleSheet();

} // namespace syncline::ui
