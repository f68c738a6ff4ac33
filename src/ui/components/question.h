#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace syncline::ui {

/// Asks before something that cannot be taken back, without blocking: `act` follows the button `yes`. Enter and Escape leave
/// everything as it is. The box is named "question", its buttons "questionYes" and "questionNo".
void askBefore(QWidget *parent, const QString &what, const QString &meaning, const QString &yes, const QString &no,
               const std::function<void()> &act);

} // namespace syncline::ui
