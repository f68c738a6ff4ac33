#pragma once

#include "core/services/mirroring.h"
#include "ui/components/panels.h"

class QGridLayout;
class QProgressBar;

namespace syncline::ui {

/// A mirror under way, or what the last one came to: a row for each kind of record.
class MirrorProgressCard final : public Card
{
    Q_OBJECT
public:
    explicit MirrorProgressCard(QWidget *parent = nullptr);

    void begin();
    void showProgress(const core::mirror::MirrorProgress &progress);
    void showReport(const core::mirror::MirrorReport &report);
    void showStopped(); ///< what has landed is kept

Q_SIGNALS:
    void cancelWanted();

private:
    struct Row
    {
        QProgressBar *bar;
        QLabel *count;
    };
    Row &row(const QString &entity);
    void end(State state, const QString &word);

    StateMark *m_state;
    QLabel *m_speed;
    QPushButton *m_cancel;
    QGridLayout *m_grid;
    QMap<QString, Row> m_rows;
};

} // namespace syncline::ui
