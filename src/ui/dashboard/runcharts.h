#pragma once

#include "core/services/dashboard.h"
#include "ui/components/panels.h"

namespace syncline::ui {

/// The last runs as bars: height = duration, a sign over slow and failed ones; a click or Enter opens the report.
class RunBars : public QWidget
{
    Q_OBJECT
public:
    explicit RunBars(QWidget *parent = nullptr);
    void set(const QList<core::RunSummary> &newestFirst);
    QSize sizeHint() const override { return {240, 110}; }
    QSize minimumSizeHint() const override { return {160, 100}; }
    int chosen() const { return m_chosen; } ///< the run that the keys are at; -1: none

Q_SIGNALS:
    void reportWanted(const QString &run);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect plot() const;
    QRect barOf(int run) const;
    int runAt(const QPoint &point) const;
    void choose(int run);
    QString words(const core::RunSummary &run) const;

    QList<core::RunSummary> m_runs; ///< oldest first
    qint64 m_top = 1000;            ///< duration at the top, ms
    qint64 m_mean = 0;
    int m_chosen = -1;
};

/// Written and failed records, run by run, as two lines.
class WriteLines : public QWidget
{
    Q_OBJECT
public:
    explicit WriteLines(QWidget *parent = nullptr);
    void set(const QList<core::RunSummary> &newestFirst);
    QSize sizeHint() const override { return {240, 110}; }
    QSize minimumSizeHint() const override { return {160, 100}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<core::RunSummary> m_runs;
    int m_top = 10;
};

/// A run that took more than twice the mean.
bool isSlow(const core::RunSummary &run, qint64 meanMs);
qint64 meanDuration(const QList<core::RunSummary> &runs);
/// The next of 2, 4, 10, 20, … that is not below: its half is whole. Pure.
qint64 roundTop(qint64 value);

} // namespace syncline::ui
