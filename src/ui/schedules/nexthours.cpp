#include "ui/schedules/nexthours.h"

#include "ui/preview/times.h"
#include "ui/schedules/schedulewords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr core::Millis hour = 3'600'000, shown = 12 * hour, step = 5 * 60'000;
constexpr int nameWidth = 108, rowHeight = 32, hoursHeight = 22, mostRows = 6, mostRuns = 200;

QList<QPair<core::Millis, core::Millis>> quietOf(const core::Schedule &schedule, core::Millis from)
{
    QList<QPair<core::Millis, core::Millis>> spans;
    for (core::Millis at = from; at < from + shown; at += step) {
        if (!core::isQuiet(schedule, at))
            continue;
        const core::Millis end = std::min(core::quietEnd(schedule, at), from + shown);
        spans.append({at, end});
        at = end;
    }
    return spans;
}

} // namespace

NextHours::NextHours(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"nextHours"_s);
    setAccessibleName(tr("Runs of the next 12 hours"));
}

void NextHours::set(const QList<core::ScheduleInfo> &schedules, core::Millis now)
{
    m_from = now;
    m_rows.clear();
    QStringList sentences;
    for (const core::ScheduleInfo &info : schedules) {
        if (!info.schedule.enabled || info.isGone || m_rows.size() == mostRows)
            continue;
        Row row{systemWords(info), core::dueBetween(info.schedule, now, now + shown, mostRuns),
                quietOf(info.schedule, now)};
        sentences << tr("%1: %n run(s)", nullptr, int(row.runs.size())).arg(row.name);
        m_rows.append(row);
    }
    setAccessibleDescription(sentences.isEmpty() ? tr("Nothing runs by the clock.") : sentences.join(u"; "_s));
    updateGeometry();
    update();
}

QSize NextHours::sizeHint() const
{
    return {560, int(std::max<qsizetype>(m_rows.size(), 1)) * rowHeight + hoursHeight};
}

QSize NextHours::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

qreal NextHours::xOf(core::Millis at) const
{
    const qreal room = width() - nameWidth - metrics::gap;
    return nameWidth + room * qreal(at - m_from) / qreal(shown);
}

void NextHours::paintRow(QPainter &painter, const Row &row, const QRect &place) const
{
    painter.setFont(ui::font(Style::Meta));
    painter.setPen(color(Token::Text2));
    const QRect nameRoom = place.adjusted(0, 0, nameWidth - metrics::gap - place.width(), 0);
    painter.drawText(nameRoom, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, nameRoom.width()));
    for (const auto &[from, to] : row.quiet) {
        const QRectF span(xOf(from), place.top() + 2, xOf(to) - xOf(from), place.height() - 4);
        painter.fillRect(span, color(Token::NeutralSoft));
        painter.setPen(color(Token::Text2));
        painter.drawText(span.adjusted(metrics::gap, 0, -metrics::tight, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(tr("quiet time"), Qt::ElideRight, int(span.width()) - 12));
    }
    constexpr int strokeWidth = 3;
    for (const core::Millis at : row.runs)
        painter.fillRect(QRectF(xOf(at) - strokeWidth / 2.0, place.top() + 8, strokeWidth, place.height() - 16),
                         color(Token::Accent));
}

void NextHours::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int bottom = int(std::max<qsizetype>(m_rows.size(), 1)) * rowHeight;
    const QLocale locale;
    painter.setFont(ui::font(Style::Meta));
    constexpr int every = 3;
    for (int i = 0; i <= 12; i += every) {
        const core::Millis at = m_from + i * hour;
        painter.fillRect(QRectF(xOf(at), 0, 1, bottom), color(Token::Border));
        const QString word = locale.toString(QDateTime::fromMSecsSinceEpoch(at).time(), QLocale::ShortFormat);
        const int wide = painter.fontMetrics().horizontalAdvance(word);
        const qreal left = i == 0 ? xOf(at) : i == 12 ? xOf(at) - wide : xOf(at) - wide / 2.0;
        painter.setPen(color(Token::Text2));
        painter.drawText(QPointF(left, bottom + hoursHeight - 6), word);
    }
    for (int i = 0; i < m_rows.size(); ++i)
        paintRow(painter, m_rows.at(i), QRect(0, i * rowHeight, width(), rowHeight));
}

} // namespace syncline::ui
