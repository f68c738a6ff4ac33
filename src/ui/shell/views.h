#pragma once

#include "ui/shell/view.h"

#include <functional>

namespace syncline::ui {

class Backend;

/// A view that the window offers.
struct ViewEntry
{
    QString name; ///< Place::view
    QString icon; ///< in the sidebar; "" for a page that is reached from others only
    QString label;
    std::function<View *(Backend &, QWidget *)> make;
};

/// All views that are ready, in the order of the sidebar; pages without an icon last. Settings stands at the foot.
QList<ViewEntry> views();

} // namespace syncline::ui
