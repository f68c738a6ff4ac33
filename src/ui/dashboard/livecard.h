#pragma once

#include "core/services/runprogress.h"
#include "ui/components/panels.h"

class QProgressBar;
class QPushButton;

namespace syncline::ui {

class Runs;

/// The run that goes on: what it does, how far it is, how fast, when it ends; pause and cancel. Hidden while none runs.
class LiveCard : public Card
{
    Q_OBJECT
public:
    explicit LiveCard(Runs &runs, QWidget *parent = nullptr);

private:
    void showProgress(const core::RunProgress &progress);
    void showState(const core::RunProgress &progress);
    void showNumbers(const core::RunProgress &progress);
    void speak(const core::RunProgress &progress);

    Runs &m_runs;
    QLabel *m_title;
    StateMark *m_state;
    QLabel *m_note;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QProgressBar *m_bar;
    QLabel *m_percent;
    QLabel *m_done;
    QLabel *m_written;
    QLabel *m_since;
    QLabel *m_end;
    int m_spoken = -1; ///< quarter of the way that was told last
};

/// "Reading Mautic, contacts": what the run does now.
QString runTitle(const core::RunProgress &progress, bool writes);
/// "Ends about 14:52, in 4 min (± 30 s)"; "" while nobody knows.
QString endText(const core::RunProgress &progress, qint64 now);

} // namespace syncline::ui
