#pragma once

#include "ui/components/marks.h"

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace syncline::core {
struct RunProgress;
}

namespace syncline::ui {

/// What runs now, and whether the keychain can be read. Each part is a button that goes there.
class StatusBar final : public QFrame
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);
    void showIdle(const QString &text);
    void showRun(const core::RunProgress &progress);
    enum class Keychain { Unknown, Unlocked, Locked };
    void showKeychain(Keychain state, const QString &why = {});

Q_SIGNALS:
    void runClicked();
    void keychainClicked();

private:
    StateMark *m_mark;
    QPushButton *m_run;
    QProgressBar *m_bar;
    QPushButton *m_keychain;
};

} // namespace syncline::ui
