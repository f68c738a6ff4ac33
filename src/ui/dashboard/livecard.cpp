#include "ui/dashboard/livecard.h"

#include "ui/backend/runs.h"
#include "ui/preview/previewtree.h"
#include "ui/preview/times.h"
#include "ui/records/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QDateTime>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using syncline::core::RunPhase;
using syncline::core::RunProgress;

namespace syncline::ui {

QString runTitle(const RunProgress &progress, bool writes)
{
    const QString entity = progress.entity.isEmpty() ? QString()
                                                     : u", "_s + insideSentence(entityPlural(progress.entity));
    switch (progress.phase) {
    case RunPhase::Starting:
        return LiveCard::tr("Looking at the systems");
    case RunPhase::Reading:
        return QString(LiveCard::tr("Reading %1").arg(progress.integration) + entity);
    case RunPhase::Planning:
        return QString(LiveCard::tr("Working out what to write") + entity);
    case RunPhase::Workspace:
        return QString(LiveCard::tr("Taking over what was read") + entity);
    case RunPhase::Writing:
        return QString(
            (writes ? LiveCard::tr("Writing to %1") : LiveCard::tr("Planning for %1")).arg(progress.integration)
            + entity);
    case RunPhase::Waiting:
        return LiveCard::tr("Waiting for a write whose answer was lost");
    }
    return {};
}

QString endText(const RunProgress &progress, qint64 now)
{
    if (!progress.endsAt)
        return {};
    const qint64 left = qMax<qint64>(1000, *progress.endsAt - now);
    return LiveCard::tr("Ends about %1, in %2 (± %3)")
        .arg(shortTime(*progress.endsAt, now), durationText(left > 90'000 ? left / 60'000 * 60'000 : left),
             durationText(progress.endsWithinMs));
}

LiveCard::LiveCard(Runs &runs, QWidget *parent)
    : Card(parent)
    , m_runs(runs)
    , m_title(textLabel({}, Style::BodyBold))
    , m_state(new StateMark)
    , m_note(textLabel({}, Style::Body, "second"))
    , m_pause(plainButton(tr("Pause"), u"pause"_s))
    , m_cancel(plainButton(tr("Cancel"), u"x"_s))
    , m_bar(new QProgressBar)
    , m_percent(textLabel({}, Style::BodyBold))
    , m_done(textLabel({}, Style::Body, "second"))
    , m_written(textLabel({}, Style::Body, "second"))
    , m_since(textLabel({}, Style::Body, "second"))
    , m_end(textLabel({}, Style::Body, "second"))
{
    setObjectName(u"liveRun"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::gap);
    first->addWidget(m_title);
    first->addWidget(m_state);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    first->addWidget(m_note, 1);
    for (QPushButton *button : {m_pause, m_cancel}) {
        button->setProperty("small", true);
        first->addWidget(button);
    }
    m_pause->setObjectName(u"pauseRun"_s);
    m_cancel->setObjectName(u"cancelRun"_s);
    m_cancel->setToolTip(tr("What has been written stays and can be taken back."));
    auto *second = new QHBoxLayout;
    second->setSpacing(metrics::cardGap);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    m_bar->setObjectName(u"runProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the run"));
    second->addWidget(m_bar, 1);
    second->addWidget(m_percent);
    auto *third = new QHBoxLayout;
    third->setSpacing(metrics::pageMargin);
    m_done->setObjectName(u"runDone"_s);
    m_written->setObjectName(u"runWritten"_s);
    m_end->setObjectName(u"runEnd"_s);
    for (QLabel *label : {m_done, m_written, m_since})
        third->addWidget(label);
    third->addStretch(1);
    third->addWidget(m_end);
    body()->addLayout(first);
    body()->addLayout(second);
    body()->addLayout(third);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        const RunProgress &progress = m_runs.progress();
        if (progress.paused || progress.pausing)
            m_runs.resume();
        else
            m_runs.pause();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_runs.cancel(); });
    connect(&m_runs, &Runs::started, this, [this] {
        m_spoken = -1;
        showProgress(m_runs.progress());
        setVisible(true);
    });
    connect(&m_runs, &Runs::progressed, this, &LiveCard::showProgress);
    connect(&m_runs, &Runs::finished, this, &QWidget::hide);
    showProgress(m_runs.progress());
    setVisible(m_runs.isRunning());
}

void LiveCard::showProgress(const RunProgress &progress)
{
    m_title->setText(runTitle(progress, m_runs.request().writes()));
    showState(progress);
    showNumbers(progress);
    speak(progress);
}

void LiveCard::showState(const RunProgress &progress)
{
    const bool halted = progress.paused || progress.pausing;
    if (progress.cancelling)
        m_state->set(State::Waiting, tr("Ending"));
    else if (progress.paused)
        m_state->set(State::Off, tr("Paused"));
    else if (progress.pausing)
        m_state->set(State::Waiting, tr("Pausing"));
    else
        m_state->set(State::Running, m_runs.request().writes() ? tr("Running") : tr("Nothing is written"));
    m_note->setText(progress.cancelling    ? tr("what has been written stays")
                        : progress.pausing ? tr("what is on its way is finished first")
                        : progress.perSecond >= 0.1
                        ? tr("%1 records a second")
                              .arg(QLocale().toString(progress.perSecond, 'f', progress.perSecond < 10 ? 1 : 0))
                        : QString());
    m_pause->setText(halted ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(m_pause->text());
    m_pause->setIcon(icon(halted ? u"play"_s : u"pause"_s, Token::Text));
    m_pause->setEnabled(!progress.cancelling);
    m_cancel->setEnabled(!progress.cancelling);
}

void LiveCard::showNumbers(const RunProgress &progress)
{
    const bool known = progress.total > 0;
    m_bar->setVisible(known);
    m_percent->setVisible(known);
    m_bar->setValue(progress.percent());
    m_percent->setText(tr("%1 %").arg(progress.percent()));
    const QString done = known ? tr("%1 of %2").arg(numberText(progress.done), numberText(progress.total))
                               : numberText(progress.phase == RunPhase::Reading ? progress.read : progress.done);
    m_done->setText(progress.phase == RunPhase::Writing       ? tr("Sent: %1").arg(done)
                        : progress.phase == RunPhase::Reading ? tr("Read: %1").arg(done)
                                                              : tr("Done: %1").arg(done));
    m_written->setText(tr("Written: %1").arg(numberText(progress.written)));
    m_written->setVisible(m_runs.request().writes());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_since->setText(progress.startedAt > 0
                         ? tr("Running for %1").arg(durationText(qMax<qint64>(0, progress.at - progress.startedAt)))
                         : QString());
    m_end->setText(progress.paused ? QString() : endText(progress, now));
}

/// A run speaks at its start and at each quarter of the way.
void LiveCard::speak(const RunProgress &progress)
{
    const int quarter = progress.total > 0 ? progress.percent() / 25 : 0;
    if (quarter == m_spoken)
        return;
    m_spoken = quarter;
    setAccessibleName(progress.total > 0 ? tr("%1, %2 percent").arg(m_title->text()).arg(progress.percent())
                                         : m_title->text());
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace syncline::ui
