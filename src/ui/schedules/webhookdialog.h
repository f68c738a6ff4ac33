#pragma once

#include "core/automation/webhooks.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace syncline::ui {

/// Asks for the address at which a system reaches this computer.
class WebhookDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `usual`: an address that is offered.
    WebhookDialog(const core::WebhookPlace &place, const QString &usual, QWidget *parent = nullptr);
    core::Webhooks::Wanted wanted() const;

private:
    void allow();

    QString m_integration;
    QLineEdit *m_url, *m_key;
    QPushButton *m_add;
    bool m_asksKey;
};

} // namespace syncline::ui
