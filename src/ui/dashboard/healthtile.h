#pragma once

#include "core/services/dashboard.h"
#include "ui/components/marks.h"

#include <QAbstractButton>

namespace syncline::ui {

/// One connected system: mark and word, when it was asked last, how fast it answers. A click goes to it.
class HealthTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit HealthTile(QWidget *parent = nullptr);
    void set(const core::SystemHealth &system, bool running, qint64 now);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    State state() const { return m_state; }
    QString word() const { return m_word; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    core::SystemHealth m_system;
    State m_state = State::Off;
    QString m_word, m_since, m_response;
};

State healthMark(core::HealthState state);
QString healthWord(core::HealthState state);

} // namespace syncline::ui
