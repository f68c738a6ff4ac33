#pragma once

#include "ui/components/marks.h"

#include <QFrame>

class QProgressBar;
class QPushButton;

namespace syncline::core {
struct Actor;
struct RunProgress;
} // namespace syncline::core

namespace syncline::ui {

/// What runs now, when the next run comes, whether the keychain can be read, and who works here. Each part is a button
/// that goes there.
class StatusBar final : public QFrame
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent = nullptr);
    void showPerson(const core::Actor &person);
    void showIdle(const QString &text);
    void showRun(const core::RunProgress &progress);
    enum class Keychain { Unknown, Unlocked, Locked };
    void showKeychain(Keychain state, const QString &why = {});
    /// When the next run begins, and what there is to say about it.
    void showNext(const QString &words, const QString &why);

Q_SIGNALS:
    void runClicked();
    void nextClicked();
    void keychainClicked();
    void personClicked();

private:
    StateMark *m_mark;
    QPushButton *m_run;
    QProgressBar *m_bar;
    QPushButton *m_next;
    QPushButton *m_keychain;
    QPushButton *m_person;
};

} // namespace syncline::ui
