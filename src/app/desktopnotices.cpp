#include "app/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

/// Desktop Notifications Specification 1.2: low, normal, critical.
uchar urgencyOf(core::Urgency severity)
{
    return severity == core::Urgency::Problem ? 2 : severity == core::Urgency::Warning ? 1 : 0;
}

} // namespace

bool showOnDesktop(const core::Notification &notification)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s,
                                                       u"/org/freedesktop/Notifications"_s,
                                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    constexpr int asTheDesktopLikes = -1;
    const QVariantMap hints{{u"desktop-entry"_s, u"org.syncline.Syncline"_s},
                            {u"urgency"_s, QVariant::fromValue(urgencyOf(notification.severity))}};
    // The body may be taken for markup; the title never is.
    call << u"Syncline"_s << uint(0) << u"org.syncline.Syncline"_s << notification.title
         << notification.text.toHtmlEscaped() << QStringList() << hints << asTheDesktopLikes;
    return bus.send(call);
}

} // namespace syncline::app
