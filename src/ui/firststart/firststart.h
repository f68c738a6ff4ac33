#pragma once

#include <QWidget>

namespace syncline::ui {

/// What a person sees before there is a workspace: try the demo, or begin with their own systems.
class FirstStart final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStart(QWidget *parent = nullptr);

Q_SIGNALS:
    void demoWanted();
    void newWanted();
    void openWanted();
};

} // namespace syncline::ui
