#pragma once

#include "core/automation/schedules.h"
#include "ui/components/panels.h"

#include <QTime>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace syncline::ui {

class Segments;

/// One schedule's settings; each change is told at once.
class ScheduleEditor final : public Card
{
    Q_OBJECT
public:
    explicit ScheduleEditor(QWidget *parent = nullptr);
    /// `integrations`: id and name.
    void set(const core::ScheduleInfo &info, const QList<QPair<QString, QString>> &integrations);
    void focusFirst();

Q_SIGNALS:
    void changed(const syncline::core::Schedule &schedule);

private:
    enum Kind { Quarter, Hourly, Daily, Own };
    QWidget *timeRow();
    QWidget *quietRow();
    void connectAll();
    void showTiming(const core::Timing &timing);
    void showFields();
    void tell();
    std::optional<core::Timing> timing();

    core::Schedule m_schedule;
    bool m_isFilling = false;
    QLabel *m_title, *m_problem;
    QComboBox *m_system, *m_what, *m_reads, *m_writes, *m_zone;
    Segments *m_kind;
    QSpinBox *m_minute;
    QTimeEdit *m_time, *m_quietFrom, *m_quietTo;
    QLineEdit *m_own;
    QCheckBox *m_quiet;
};

} // namespace syncline::ui
