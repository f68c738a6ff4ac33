#pragma once

#include "core/services/integrations.h"
#include "ui/components/panels.h"

class QGridLayout;

namespace syncline::ui {

class IconLabel;

/// The steps of a connection test, one a row; the first failure stops, the rest says so; the remedy stands below.
class TestSteps final : public QWidget
{
    Q_OBJECT
public:
    explicit TestSteps(QWidget *parent = nullptr);
    /// Before the first test.
    void showNothing();
    void showRunning();
    void showReport(const core::ConnectionReport &report);
    /// The test itself could not be made.
    void showError(const Error &error);

private:
    void setRow(int row, const QString &icon, Token tint, const QString &message);
    struct Row
    {
        IconLabel *sign;
        QLabel *label;
        QLabel *message;
    };
    QList<Row> m_rows;
    MessageBar *m_remedy;
};

} // namespace syncline::ui
