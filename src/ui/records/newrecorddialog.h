#pragma once

#include <QDialog>
#include <QMap>

class QLineEdit;
class QPushButton;

namespace syncline::ui {

class Backend;
class MessageBar;

/// A person or company that is made here; the next run creates it in the CRMs.
class NewRecordDialog final : public QDialog
{
    Q_OBJECT
public:
    NewRecordDialog(Backend &backend, const QString &entity, QWidget *parent);
    /// Its id, once accepted.
    QString made() const { return m_made; }

private:
    void make();
    void showButton();

    Backend &m_backend;
    QString m_entity;
    QMap<QString, QLineEdit *> m_fields; ///< by hub field
    MessageBar *m_message;
    QPushButton *m_make;
    QString m_made;
};

} // namespace syncline::ui
