#include "ui/schedules/scheduleeditor.h"

#include "ui/mapping/segments.h"
#include "ui/schedules/schedulewords.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int quarter = 15;

template<typename W>
W *named(W *widget, const QString &objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

QTime timeOf(int minuteOfDay)
{
    return {minuteOfDay / 60, minuteOfDay % 60};
}

int minutesOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

ScheduleEditor::ScheduleEditor(QWidget *parent)
    : Card(parent)
    , m_title(textLabel({}, Style::PanelTitle))
    , m_problem(textLabel({}, Style::Meta, "bad"))
    , m_system(named(new QComboBox, u"scheduleSystem"_s, tr("System")))
    , m_what(named(new QComboBox, u"scheduleWhat"_s, tr("What")))
    , m_reads(named(new QComboBox, u"scheduleReads"_s, tr("What is read")))
    , m_writes(named(new QComboBox, u"scheduleWrites"_s, tr("What is written")))
    , m_zone(named(new QComboBox, u"scheduleZone"_s, tr("Time zone")))
    , m_kind(named(new Segments, u"scheduleKind"_s, tr("When it runs")))
    , m_minute(named(new QSpinBox, u"scheduleMinute"_s, tr("Minutes past the hour")))
    , m_time(named(new QTimeEdit, u"scheduleTime"_s, tr("Time of day")))
    , m_quietFrom(named(new QTimeEdit, u"quietFrom"_s, tr("Quiet from")))
    , m_quietTo(named(new QTimeEdit, u"quietTo"_s, tr("Quiet until")))
    , m_own(named(new QLineEdit, u"scheduleOwn"_s, tr("Own rule")))
    , m_quiet(named(new QCheckBox(tr("No run between")), u"scheduleQuiet"_s, tr("No run between")))
{
    m_kind->add(Quarter, tr("15 min"), {}, tr("Every 15 minutes"));
    m_kind->add(Hourly, tr("Hourly"), {}, tr("Every hour"));
    m_kind->add(Daily, tr("Daily"), {}, tr("Every day"));
    m_kind->add(Own, tr("Own"), {}, tr("By a rule of your own"));
    m_what->addItem(tr("Everything"), QString());
    for (const QString &entity : {u"contact"_s, u"company"_s, u"deal"_s, u"activity"_s}) {
        core::Schedule one;
        one.entities = {entity};
        m_what->addItem(whatWords(one), entity);
    }
    m_reads->addItem(tr("What changed"), false);
    m_reads->addItem(tr("Everything, to compare"), true);
    m_writes->addItem(tr("Write"), false);
    m_writes->addItem(tr("Only report what would be written"), true);
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(zone));
    m_minute->setRange(0, 59);
    m_own->setPlaceholderText(u"cron 30 3 * * sun"_s);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(u"scheduleProblem"_s);
    m_title->setWordWrap(true);
    auto *lines = new QFormLayout;
    lines->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    lines->setHorizontalSpacing(metrics::cardGap);
    lines->addRow(tr("System"), m_system);
    lines->addRow(tr("What"), m_what);
    lines->addRow(tr("Run"), timeRow());
    lines->addRow(QString(), m_problem);
    lines->addRow(QString(), quietRow());
    lines->addRow(tr("Reads"), m_reads);
    lines->addRow(tr("Then"), m_writes);
    lines->addRow(tr("Time zone"), m_zone);
    body()->addWidget(m_title);
    body()->addLayout(lines);
    body()->addStretch();
    connectAll();
}

QWidget *ScheduleEditor::timeRow()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(m_kind);
    row->addWidget(m_minute);
    row->addWidget(m_time);
    row->addWidget(m_own, 1);
    row->addStretch();
    return widget;
}

QWidget *ScheduleEditor::quietRow()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    row->addWidget(m_quiet);
    row->addWidget(m_quietFrom);
    row->addWidget(textLabel(tr("and")));
    row->addWidget(m_quietTo);
    row->addStretch();
    return widget;
}

void ScheduleEditor::connectAll()
{
    for (QComboBox *box : {m_system, m_what, m_reads, m_writes, m_zone})
        connect(box, &QComboBox::activated, this, &ScheduleEditor::tell);
    connect(m_kind, &Segments::chose, this, [this](int kind) {
        if (kind == Own && m_own->text().isEmpty())
            m_own->setText(core::timingText(m_schedule.timing));
        showFields();
        tell();
    });
    connect(m_minute, &QSpinBox::editingFinished, this, &ScheduleEditor::tell);
    connect(m_own, &QLineEdit::editingFinished, this, &ScheduleEditor::tell);
    for (QTimeEdit *time : {m_time, m_quietFrom, m_quietTo})
        connect(time, &QTimeEdit::editingFinished, this, &ScheduleEditor::tell);
    connect(m_quiet, &QCheckBox::toggled, this, [this] {
        showFields();
        tell();
    });
}

void ScheduleEditor::showFields()
{
    m_minute->setVisible(m_kind->chosen() == Hourly);
    m_time->setVisible(m_kind->chosen() == Daily);
    m_own->setVisible(m_kind->chosen() == Own);
    m_quietFrom->setEnabled(m_quiet->isChecked());
    m_quietTo->setEnabled(m_quiet->isChecked());
}

void ScheduleEditor::showTiming(const core::Timing &timing)
{
    using Is = core::Timing::Kind;
    const bool isQuarter = timing.kind == Is::Interval && timing.interval.count() == quarter;
    m_kind->setChosen(isQuarter                       ? Quarter
                          : timing.kind == Is::Hourly ? Hourly
                          : timing.kind == Is::Daily  ? Daily
                                                      : Own);
    m_minute->setValue(timing.kind == Is::Hourly ? timing.minute : 0);
    m_time->setTime(timing.kind == Is::Daily ? timeOf(timing.minute) : QTime(2, 0));
    m_own->setText(m_kind->chosen() == Own ? core::timingText(timing) : QString());
}

void ScheduleEditor::set(const core::ScheduleInfo &info, const QList<QPair<QString, QString>> &integrations)
{
    const bool isTyping = m_schedule.id == info.schedule.id && m_own->hasFocus();
    if (isTyping)
        return;
    m_isFilling = true;
    m_schedule = info.schedule;
    m_title->setText(tr("%1, %2").arg(systemWords(info), whatWords(info.schedule)));
    m_problem->hide();
    m_system->clear();
    m_system->addItem(tr("All systems"), QString());
    for (const auto &[id, name] : integrations)
        m_system->addItem(name, id);
    m_system->setCurrentIndex(std::max(0, m_system->findData(info.schedule.integration)));
    const QString what = info.schedule.entities.join(u',');
    if (m_what->findData(what) < 0)
        m_what->addItem(whatWords(info.schedule), what);
    m_what->setCurrentIndex(m_what->findData(what));
    showTiming(info.schedule.timing);
    const core::QuietHours quiet = info.schedule.quiet.value_or(core::QuietHours{22 * 60, 6 * 60});
    m_quiet->setChecked(info.schedule.quiet.has_value());
    m_quietFrom->setTime(timeOf(quiet.from));
    m_quietTo->setTime(timeOf(quiet.to));
    m_reads->setCurrentIndex(m_reads->findData(info.schedule.full));
    m_writes->setCurrentIndex(m_writes->findData(info.schedule.shadow));
    m_zone->setCurrentText(QString::fromLatin1(info.schedule.zone));
    showFields();
    m_isFilling = false;
}

void ScheduleEditor::focusFirst()
{
    m_system->setFocus();
}

std::optional<core::Timing> ScheduleEditor::timing()
{
    core::Timing made;
    switch (m_kind->chosen()) {
    case Hourly:
        made.kind = core::Timing::Kind::Hourly;
        made.minute = m_minute->value();
        return made;
    case Daily:
        made.kind = core::Timing::Kind::Daily;
        made.minute = minutesOf(m_time->time());
        return made;
    case Own: {
        const auto parsed = core::timingFromText(m_own->text());
        m_problem->setVisible(!parsed);
        if (!parsed) {
            m_problem->setText(parsed.error().message + u' ' + parsed.error().remedy);
            return {};
        }
        return *parsed;
    }
    default:
        return made;
    }
}

void ScheduleEditor::tell()
{
    if (m_isFilling)
        return;
    core::Schedule wanted = m_schedule;
    const auto when = timing();
    if (!when)
        return;
    wanted.timing = *when;
    wanted.integration = m_system->currentData().toString();
    wanted.entities = m_what->currentData().toString().split(u',', Qt::SkipEmptyParts);
    wanted.full = m_reads->currentData().toBool();
    wanted.shadow = m_writes->currentData().toBool();
    wanted.zone = m_zone->currentText().toLatin1();
    wanted.quiet.reset();
    if (m_quiet->isChecked() && m_quietFrom->time() != m_quietTo->time())
        wanted.quiet = core::QuietHours{minutesOf(m_quietFrom->time()), minutesOf(m_quietTo->time())};
    if (wanted == m_schedule)
        return;
    m_schedule = wanted;
    Q_EMIT changed(wanted);
}

} // namespace syncline::ui
