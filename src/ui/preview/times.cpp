#include "ui/preview/times.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::Times", text);
}

} // namespace

QString shortTime(qint64 at)
{
    return shortTime(at, QDateTime::currentMSecsSinceEpoch());
}

QString shortTime(qint64 at, qint64 now)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at), today = QDateTime::fromMSecsSinceEpoch(now);
    if (then.date() == today.date())
        return then.time().toString(QStringLiteral("HH:mm"));
    if (then.date() == today.date().addDays(-1))
        return tr("yesterday");
    const bool sameYear = then.date().year() == today.date().year();
    return QLocale().toString(then.date(), sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString exactTime(qint64 at)
{
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at);
    return QLocale().toString(then, QLocale::LongFormat); // names the zone
}

QString agoText(qint64 at, qint64 now)
{
    const qint64 minutes = (now - at) / 60'000;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    if (minutes < 12 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    return shortTime(at, now);
}

QString durationText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (ms > 0 && seconds == 0)
        return tr("under 1 s");
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return seconds % 60 == 0 ? tr("%1 min").arg(seconds / 60)
                                 : tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(numberText(number));
}

} // namespace syncline::ui
