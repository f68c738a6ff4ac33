#include "ui/mirror/mirrorprogresscard.h"

#include "ui/preview/times.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using syncline::core::mirror::EntityProgress;
using syncline::core::mirror::MirrorProgress;

namespace syncline::ui {

MirrorProgressCard::MirrorProgressCard(QWidget *parent)
    : Card(parent)
    , m_state(new StateMark)
    , m_speed(textLabel({}, Style::Body, "second"))
    , m_cancel(plainButton(tr("Cancel"), u"x"_s))
    , m_grid(new QGridLayout)
{
    setObjectName(u"mirrorProgress"_s);
    m_state->setObjectName(u"mirrorState"_s);
    m_cancel->setObjectName(u"cancelMirror"_s);
    auto *first = new QHBoxLayout;
    first->setSpacing(metrics::gap);
    first->addWidget(m_state);
    m_speed->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    first->addWidget(m_speed, 1);
    first->addWidget(m_cancel);
    m_grid->setColumnStretch(1, 1);
    m_grid->setSpacing(metrics::gap);
    body()->addLayout(first);
    body()->addLayout(m_grid);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_state->set(State::Waiting, tr("Cancelling"));
        Q_EMIT cancelWanted();
    });
}

MirrorProgressCard::Row &MirrorProgressCard::row(const QString &entity)
{
    auto known = m_rows.find(entity);
    if (known != m_rows.end())
        return *known;
    auto *name = textLabel(entity, Style::BodyBold);
    auto *bar = new QProgressBar;
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Progress of %1").arg(entity));
    auto *count = textLabel({});
    count->setObjectName(u"mirrored-"_s + entity);
    const int line = m_grid->rowCount();
    m_grid->addWidget(name, line, 0);
    m_grid->addWidget(bar, line, 1);
    m_grid->addWidget(count, line, 2, Qt::AlignRight);
    return *m_rows.insert(entity, {bar, count});
}

void MirrorProgressCard::begin()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_rows.clear();
    m_speed->clear();
    m_state->set(State::Running, tr("Looking at what there is"));
    m_cancel->setEnabled(true);
    m_cancel->show();
    show();
}

void MirrorProgressCard::showProgress(const MirrorProgress &progress)
{
    for (const EntityProgress &entity : progress.entities) {
        const Row &shown = row(entity.entity);
        const qint64 total = entity.isDone ? entity.records : entity.total;
        shown.bar->setRange(0, total > 0 || entity.isDone ? 1000 : 0);
        if (total > 0)
            shown.bar->setValue(int(std::min<qint64>(1000, entity.records * 1000 / total)));
        shown.count->setText(total > 0 ? tr("%1 of %2").arg(numberText(entity.records), numberText(total))
                                       : numberText(entity.records));
    }
    if (!m_cancel->isEnabled())
        return; // it says that it is being cancelled
    QStringList words{tr("%1 records a second").arg(numberText(qRound64(progress.perSecond)))};
    if (progress.endsAt)
        words
            << tr("about %1 left").arg(durationText(std::max<qint64>(1000, (*progress.endsAt - progress.at).count())));
    const bool isReading = progress.phase == MirrorProgress::Phase::Reading;
    m_speed->setText(isReading ? words.join(u" · "_s) : QString());
    if (progress.phase == MirrorProgress::Phase::Publishing)
        m_state->set(State::Running, tr("Publishing"));
    else if (isReading && progress.isThrottled)
        m_state->set(State::Waiting, tr("As fast as the system's limit allows"));
    else if (isReading)
        m_state->set(State::Running, tr("Reading"));
}

void MirrorProgressCard::end(State state, const QString &word)
{
    m_cancel->hide();
    m_state->set(state, word);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.bar->maximum() == 0) // one that moves without end says that something goes on
            row.bar->setRange(0, 1);
    }
}

void MirrorProgressCard::showReport(const core::mirror::MirrorReport &report)
{
    const bool isFull = report.generation.kind == core::mirror::Kind::Full;
    for (const core::mirror::MirroredEntity &entity : report.entities) {
        const Row &shown = row(entity.entity);
        shown.bar->setRange(0, 1);
        shown.bar->setValue(1);
        shown.count->setText(isFull ? tr("%1 in %2").arg(numberText(entity.records), entity.table)
                                    : tr("%1 in %2, %3 of them read now")
                                          .arg(numberText(entity.records), entity.table, numberText(entity.read)));
    }
    m_speed->setText(
        tr("%1 requests in %2")
            .arg(numberText(report.requests), durationText(std::max<qint64>(1000, report.duration.count()))));
    end(State::Ok, isFull ? tr("Everything was read and published") : tr("What changed was read and published"));
}

void MirrorProgressCard::showStopped()
{
    m_speed->setText(tr("What has landed is kept: the next mirror goes on behind it."));
    end(State::Off, tr("Stopped"));
}

} // namespace syncline::ui
