#include "ui/shell/views.h"

using namespace Qt::StringLiterals;

namespace syncline::ui {

QList<ViewEntry> views()
{
    return {
        // {u"dashboard"_s, u"dashboard"_s, tr("Dashboard"), make<DashboardView>},
    };
}

} // namespace syncline::ui
