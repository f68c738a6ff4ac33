#pragma once

#include "core/automation/channels.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace syncline::ui {

QString channelKindWords(core::Channel::Kind kind);

/// Asks where notifications should go.
class ChannelDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ChannelDialog(QWidget *parent = nullptr);
    core::Channel channel() const;
    core::SecretMap secrets() const;

private:
    QLineEdit *field(const QString &objectName, const QString &label, const QString &example = {});
    void showFields();

    QFormLayout *m_lines;
    QComboBox *m_kind, *m_what;
    QLineEdit *m_name, *m_url, *m_server, *m_user, *m_password, *m_from, *m_to;
    QPushButton *m_add;
};

} // namespace syncline::ui
