#include "ui/shell/noticeplaces.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::ui::NoticePlaces)
};

} // namespace

NoticePlace placeOf(const core::Notification &notification)
{
    const QString &event = notification.event;
    if (event == "sign_in_needed"_L1)
        return {u"integrations"_s, Text::tr("Sign in")};
    if (event == "integration_down"_L1 || event == "integration_up"_L1)
        return {u"integrations"_s, Text::tr("Show the system")};
    if (event == "conflicts_found"_L1 || event == "deletes_held"_L1)
        return {u"review"_s, Text::tr("Decide")};
    if (event == "records_failing"_L1)
        return {u"activity"_s, Text::tr("Show the errors")};
    return {u"dashboard"_s, Text::tr("Show")};
}

} // namespace syncline::ui
