#include "ui/shell/views.h"

#include "ui/dashboard/dashboardview.h"
#include "ui/dashboard/reportview.h"
#include "ui/integrations/integrationsview.h"
#include "ui/mapping/mappingview.h"
#include "ui/preview/previewview.h"
#include "ui/settings/settingsview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::Views", text);
}

template<typename Made>
View *make(Backend &backend, QWidget *parent)
{
    return new Made(backend, parent);
}

} // namespace

QList<ViewEntry> views()
{
    return {
        {u"dashboard"_s, u"dashboard"_s, tr("Dashboard"), make<DashboardView>},
        {u"integrations"_s, u"plug"_s, tr("Integrations"), make<IntegrationsView>},
        {u"settings"_s, u"settings"_s, tr("Settings"), make<SettingsView>},
        {u"mapping"_s, u"mapping"_s, tr("Mapping"), make<MappingView>},
        {u"preview"_s, {}, tr("Preview"), make<PreviewView>},
        {u"undo"_s, {}, tr("Undo a run"), make<UndoView>},
        {u"report"_s, {}, tr("Report of a run"), make<ReportView>},
    };
}

} // namespace syncline::ui
