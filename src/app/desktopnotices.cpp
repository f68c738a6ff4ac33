#include "app/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

uchar urgencyOf(core::Urgency severity) ///< low, normal, critical
{
    return severity == core::Urgency::Problem ? 2 : severity == core::Urgency::Warning ? 1 : 0;
}

} // namespace

DesktopNotices::DesktopNotices(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(act(uint, QString)));
    bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(forget(uint)));
}

bool DesktopNotices::show(const core::Notification &notification, const QString &button, std::function<void()> open)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    constexpr int asTheDesktopLikes = -1;
    const QVariantMap hints{{u"desktop-entry"_s, u"org.syncline.Syncline"_s},
                            {u"urgency"_s, QVariant::fromValue(urgencyOf(notification.severity))}};
    // "default" is a click on the notice itself.
    const QStringList actions{u"default"_s, button, u"open"_s, button};
    // The body may be taken for markup; the title never is.
    call << u"Syncline"_s << uint(0) << u"org.syncline.Syncline"_s << notification.title
         << notification.text.toHtmlEscaped() << actions << hints << asTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, act = std::move(open)] {
        const QDBusPendingReply<uint> shown = *watcher;
        if (shown.isValid())
            m_open.insert(shown.value(), act);
        watcher->deleteLater();
    });
    return true;
}

void DesktopNotices::act(uint id, const QString &action)
{
    Q_UNUSED(action) // both lead to the same place
    if (const auto open = m_open.take(id))
        open();
}

void DesktopNotices::forget(uint id)
{
    m_open.remove(id);
}

} // namespace syncline::app
