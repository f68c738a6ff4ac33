#pragma once

#include "core/services/integrations.h"
#include "ui/backend/backend.h"
#include "ui/theme/palette.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;

namespace syncline::ui {

class IconLabel;
class SystemTile;

/// Waits until a person has signed in to a system in the browser, with the time that is left. Stores nothing.
class BrowserWait final : public QWidget
{
    Q_OBJECT
public:
    explicit BrowserWait(Backend &backend, QWidget *parent = nullptr);
    /// Opens the browser. Where no secret was typed, those that are kept for the integration are used. Ends with signedIn() or failed(), after stop() with neither.
    void begin(const core::Integrations::NewIntegration &wanted);
    void stop();

Q_SIGNALS:
    void signedIn(const syncline::core::SecretMap &secrets); ///< what was given, and what the browser added
    void failed(const syncline::Error &error);

private:
    void showAddress(const QString &address);
    void showTimeLeft();
    void setRow(int row, const QString &icon, Token tint, bool isNow);

    struct Row
    {
        IconLabel *sign;
        QLabel *words;
    };
    Backend &m_backend;
    SystemTile *m_tile;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_left;
    QPushButton *m_again;
    QPushButton *m_copy;
    QList<Row> m_rows;
    QTimer m_second;
    int m_seconds = 0;
    QString m_address;
    Task m_task;
    int m_turn = 0; ///< an answer to a wait that was given up is not taken
};

/// The same in a dialog of its own. Accepted with the secrets; rejected when it was stopped or failed.
class BrowserDialog final : public QDialog
{
    Q_OBJECT
public:
    BrowserDialog(Backend &backend, const core::Integrations::NewIntegration &wanted, QWidget *parent);

Q_SIGNALS:
    void signedIn(const syncline::core::SecretMap &secrets);
    void failed(const syncline::Error &error);
};

} // namespace syncline::ui
