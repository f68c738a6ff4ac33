#pragma once

#include <QFont>

namespace syncline::ui {

enum class Style { PageTitle, AssistantTitle, PanelTitle, Body, BodyBold, Meta, MetaBold, Mono };

/// Sizes follow the desktop's font setting by the same ratios. In the window's thread.
QFont font(Style style);

/// Makes Body the application's font.
void installFonts();

} // namespace syncline::ui
