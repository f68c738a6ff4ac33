#pragma once

#include "core/automation/schedules.h"

#include <QWidget>

namespace syncline::ui {

/// The hours to come as a strip: a row for each schedule that is on, a stroke for each run, quiet hours in grey.
class NextHours final : public QWidget
{
    Q_OBJECT
public:
    explicit NextHours(QWidget *parent = nullptr);
    void set(const QList<core::ScheduleInfo> &schedules, core::Millis now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// What it shows, in one sentence.
    QString summary() const { return accessibleDescription(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        QString name;
        QList<core::Millis> runs;
        QList<QPair<core::Millis, core::Millis>> quiet;
    };
    qreal xOf(core::Millis at) const;
    void paintRow(QPainter &painter, const Row &row, const QRect &place) const;

    QList<Row> m_rows;
    core::Millis m_from = 0;
};

} // namespace syncline::ui
