#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace syncline::ui {

/// Which program, and which events it may send.
class EventSourceDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `kinds`: that applied recipes know.
    EventSourceDialog(const QStringList &kinds, QWidget *parent);
    QString name() const;
    QStringList kinds() const; ///< none: all

private:
    QLineEdit *m_name;
    QListWidget *m_kinds;
    QPushButton *m_add;
};

/// Shows a new token, once.
class TokenDialog final : public QDialog
{
    Q_OBJECT
public:
    TokenDialog(const QString &source, const QString &token, QWidget *parent);
};

} // namespace syncline::ui
