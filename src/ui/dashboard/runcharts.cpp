#include "ui/dashboard/runcharts.h"

#include "ui/preview/times.h"
#include "ui/theme/metrics.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int axisWidth = 48;
constexpr int footHeight = 20;
constexpr int headHeight = 16;
constexpr int widestBar = 10;

void paintGrid(QPainter &painter, const QRect &plot, const QStringList &labels)
{
    painter.setFont(ui::font(Style::Meta));
    for (int i = 0; i < labels.size(); ++i) {
        const int y = plot.bottom() - plot.height() * i / int(labels.size() - 1);
        painter.setPen(color(Token::Border));
        painter.drawLine(plot.left(), y, plot.right(), y);
        painter.setPen(color(Token::Text2));
        painter.drawText(QRect(plot.left() - axisWidth, y - 8, axisWidth - 6, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         labels[i]);
    }
}

void paintTimes(QPainter &painter, const QRect &plot, const QList<core::RunSummary> &runs)
{
    if (runs.isEmpty())
        return;
    painter.setFont(ui::font(Style::Meta));
    painter.setPen(color(Token::Text2));
    const QRect foot(plot.left(), plot.bottom() + 4, plot.width(), footHeight - 4);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, shortTime(runs.first().startedAt));
    if (runs.size() > 1)
        painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, shortTime(runs.last().startedAt));
}

QRect plotIn(const QRect &rect)
{
    return rect.adjusted(axisWidth, headHeight, -2, -footHeight);
}

QList<core::RunSummary> oldestFirst(const QList<core::RunSummary> &newestFirst)
{
    QList<core::RunSummary> runs = newestFirst;
    std::ranges::reverse(runs);
    return runs;
}

} // namespace

qint64 roundTop(qint64 value)
{
    qint64 step = 1;
    for (;;) {
        for (const int factor : {2, 4, 10}) {
            if (step * factor >= value)
                return step * factor;
        }
        step *= 10;
    }
}

qint64 meanDuration(const QList<core::RunSummary> &runs)
{
    qint64 sum = 0;
    int counted = 0;
    for (const core::RunSummary &run : runs) {
        if (!run.finishedAt)
            continue;
        sum += run.durationMs();
        ++counted;
    }
    return counted > 0 ? sum / counted : 0;
}

bool isSlow(const core::RunSummary &run, qint64 meanMs)
{
    return run.durationMs() > 2 * meanMs && run.durationMs() > 10'000;
}

RunBars::RunBars(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"runBars"_s);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Duration of the last runs"));
}

void RunBars::set(const QList<core::RunSummary> &newestFirst)
{
    m_runs = oldestFirst(newestFirst);
    m_mean = meanDuration(m_runs);
    qint64 longest = 1000;
    for (const core::RunSummary &run : std::as_const(m_runs))
        longest = qMax(longest, run.durationMs());
    const qint64 unit = longest >= 60'000 ? 60'000 : 1000;
    m_top = roundTop((longest + unit - 1) / unit) * unit;
    m_chosen = -1;
    const auto bad = std::ranges::count_if(m_runs, [](const core::RunSummary &run) { return !run.isGood(); });
    setAccessibleDescription(
        tr("%1, %2 with problems, %3 on average")
            .arg(counted(m_runs.size(), tr("1 run"), tr("%1 runs")), numberText(bad), durationText(m_mean)));
    update();
}

QRect RunBars::plot() const
{
    return plotIn(rect());
}

QRect RunBars::barOf(int run) const
{
    const QRect area = plot();
    const int slots_ = qMax(12, int(m_runs.size()));
    const int pitch = area.width() / slots_;
    const int width = qBound(3, pitch - 3, widestBar);
    const int height = qMax(2, int(area.height() * m_runs[run].durationMs() / m_top));
    return {area.left() + pitch * run + 2, area.bottom() - height, width, height};
}

int RunBars::runAt(const QPoint &point) const
{
    for (int run = 0; run < m_runs.size(); ++run) {
        const QRect bar = barOf(run);
        if (point.x() >= bar.left() - 1 && point.x() <= bar.right() + 2)
            return run;
    }
    return -1;
}

QString RunBars::words(const core::RunSummary &run) const
{
    const QString state = run.cancelled ? tr("cancelled") : run.isGood() ? tr("good") : tr("with problems");
    return tr("%1: %2, %3 written, %4 failed, took %5")
        .arg(shortTime(run.startedAt), state, numberText(run.written), numberText(run.failed),
             durationText(run.durationMs()));
}

void RunBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, plot(), {u"0"_s, durationText(m_top / 2), durationText(m_top)});
    paintTimes(painter, plot(), m_runs);
    for (int run = 0; run < m_runs.size(); ++run) {
        const core::RunSummary &summary = m_runs[run];
        const bool bad = summary.status == "failed"_L1 || summary.failed > 0 || !summary.problem.isEmpty();
        const bool slow = !bad && (isSlow(summary, m_mean) || summary.status == "stopped"_L1 || summary.cancelled);
        const QRect bar = barOf(run);
        painter.setPen(Qt::NoPen);
        QColor fill = color(bad ? Token::BadMark : slow ? Token::WarnMark : Token::Accent);
        if (!bad && !slow)
            fill.setAlphaF(0.75F);
        painter.setBrush(fill);
        painter.drawRoundedRect(bar, 1.5, 1.5);
        if (bad || slow) {
            painter.setFont(ui::font(Style::MetaBold));
            painter.setPen(color(bad ? Token::Bad : Token::Warn));
            painter.drawText(QRect(bar.center().x() - 8, bar.top() - 15, 16, 14), Qt::AlignCenter,
                             bad ? u"✕"_s : u"!"_s);
        }
        if (run == m_chosen && hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(color(Token::Accent), 2));
            painter.drawRect(bar.adjusted(-3, -3, 3, 1));
        }
    }
}

void RunBars::choose(int run)
{
    if (m_runs.isEmpty())
        return;
    m_chosen = qBound(0, run, int(m_runs.size()) - 1);
    setAccessibleName(tr("Duration of the last runs: %1").arg(words(m_runs[m_chosen])));
    update();
}

void RunBars::mouseReleaseEvent(QMouseEvent *event)
{
    const int run = runAt(event->pos());
    if (event->button() == Qt::LeftButton && run >= 0)
        Q_EMIT reportWanted(m_runs[run].id);
}

void RunBars::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        choose(m_chosen < 0 ? int(m_runs.size()) - 1 : m_chosen - 1);
    else if (event->key() == Qt::Key_Right)
        choose(m_chosen < 0 ? int(m_runs.size()) - 1 : m_chosen + 1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_chosen >= 0)
        Q_EMIT reportWanted(m_runs[m_chosen].id);
    else
        QWidget::keyPressEvent(event);
}

bool RunBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int run = runAt(help->pos());
    if (run >= 0)
        QToolTip::showText(help->globalPos(), words(m_runs[run]), this);
    else
        QToolTip::hideText();
    return true;
}

WriteLines::WriteLines(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"writeLines"_s);
    setAccessibleName(tr("Records written and failed, run by run"));
}

void WriteLines::set(const QList<core::RunSummary> &newestFirst)
{
    m_runs = oldestFirst(newestFirst);
    int most = 2, written = 0, failed = 0;
    for (const core::RunSummary &run : std::as_const(m_runs)) {
        most = qMax(most, qMax(run.written, run.failed));
        written += run.written;
        failed += run.failed;
    }
    m_top = int(roundTop(most));
    setAccessibleDescription(
        tr("%1: %2 written, %3 failed")
            .arg(counted(m_runs.size(), tr("1 run"), tr("%1 runs")), numberText(written), numberText(failed)));
    update();
}

void WriteLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect area = plotIn(rect());
    paintGrid(painter, area, {u"0"_s, numberText(m_top / 2), numberText(m_top)});
    paintTimes(painter, area, m_runs);
    const auto draw = [&](auto value, const QPen &pen) {
        QPainterPath path;
        for (int i = 0; i < m_runs.size(); ++i) {
            const double x = m_runs.size() < 2 ? area.center().x()
                                               : area.left() + double(area.width()) * i / double(m_runs.size() - 1);
            const double y = area.bottom() - double(area.height()) * value(m_runs[i]) / m_top;
            if (i == 0)
                path.moveTo(x, y);
            else
                path.lineTo(x, y);
            if (m_runs.size() < 2)
                path.addEllipse(QPointF(x, y), 2, 2);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen);
        painter.drawPath(path);
    };
    draw([](const core::RunSummary &run) { return run.written; }, QPen(color(Token::Accent), 1.5));
    QPen dashed(color(Token::BadMark), 1.5);
    dashed.setDashPattern({3, 2});
    draw([](const core::RunSummary &run) { return run.failed; }, dashed);
}

} // namespace syncline::ui
