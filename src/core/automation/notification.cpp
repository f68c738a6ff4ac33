#include "core/automation/notification.h"

#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

QString severityName(Urgency severity)
{
    switch (severity) {
    case Urgency::Info:
        return u"info"_s;
    case Urgency::Warning:
        return u"warning"_s;
    case Urgency::Problem:
        return u"problem"_s;
    }
    return {};
}

std::optional<Urgency> severityFromName(const QString &name)
{
    for (const Urgency severity : {Urgency::Info, Urgency::Warning, Urgency::Problem}) {
        if (severityName(severity) == name)
            return severity;
    }
    return {};
}

QStringList notificationEvents()
{
    return {u"integration_down"_s, u"integration_up"_s,  u"sign_in_needed"_s, u"conflicts_found"_s,
            u"deletes_held"_s,     u"records_failing"_s, u"run_stopped"_s,    u"sync_failed"_s,
            u"sync_recovered"_s,   u"sync_completed"_s,  u"shadow_report"_s,  u"test"_s};
}

bool isChatty(const QString &event)
{
    return event == "sync_completed"_L1 || event == "shadow_report"_L1;
}

QJsonObject notificationDocument(const Notification &notification)
{
    return {{u"id"_s, notification.id},
            {u"at"_s, isoTime(notification.at)},
            {u"event"_s, notification.event},
            {u"severity"_s, severityName(notification.severity)},
            {u"recovery"_s, notification.isRecovery},
            {u"title"_s, notification.title},
            {u"text"_s, notification.text},
            {u"integration"_s, notification.integration},
            {u"run"_s, notification.run}};
}

Notification notificationFromDocument(const QJsonObject &document)
{
    Notification made;
    made.id = document.value("id"_L1).toString();
    made.at = QDateTime::fromString(document.value("at"_L1).toString(), Qt::ISODate).toMSecsSinceEpoch();
    made.event = document.value("event"_L1).toString();
    made.severity = severityFromName(document.value("severity"_L1).toString()).value_or(Urgency::Info);
    made.isRecovery = document.value("recovery"_L1).toBool();
    made.title = document.value("title"_L1).toString();
    made.text = document.value("text"_L1).toString();
    made.integration = document.value("integration"_L1).toString();
    made.run = document.value("run"_L1).toString();
    return made;
}

} // namespace syncline::core
