#include "ui/shell/views.h"

#include "ui/activity/activityview.h"
#include "ui/dashboard/dashboardview.h"
#include "ui/dashboard/reportview.h"
#include "ui/integrations/integrationsview.h"
#include "ui/mapping/mappingview.h"
#include "ui/mirror/mirrorview.h"
#include "ui/preview/previewview.h"
#include "ui/records/recordsview.h"
#include "ui/records/recordview.h"
#include "ui/review/reviewview.h"
#include "ui/schedules/schedulesview.h"
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
        {u"mapping"_s, u"mapping"_s, tr("Mapping"), make<MappingView>},
        {u"review"_s, u"review"_s, tr("Review"), make<ReviewView>},
        {u"records"_s, u"records"_s, tr("Records"), make<RecordsView>},
        {u"activity"_s, u"activity"_s, tr("Activity"), make<ActivityView>},
        {u"schedules"_s, u"clock"_s, tr("Schedules"), make<SchedulesView>},
        {u"mirror"_s, u"db"_s, tr("Mirror"), make<MirrorView>},
        {u"settings"_s, u"settings"_s, tr("Settings"), make<SettingsView>},
        {u"record"_s, {}, tr("Record"), make<RecordView>},
        {u"preview"_s, {}, tr("Preview"), make<PreviewView>},
        {u"undo"_s, {}, tr("Undo a run"), make<UndoView>},
        {u"report"_s, {}, tr("Report of a run"), make<ReportView>},
    };
}

} // namespace syncline::ui
