#pragma once

#include "core/services/people.h"
#include "ui/backend/backend.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace syncline::ui {

class MessageBar;
class PersonModel;

/// The rights of one person: the list of every record about them, here and in the systems, as a file for them, or erased
/// everywhere, with the proof afterwards. Nothing is erased before the list is there and the person's name is typed.
class PersonDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `id`: of a contact; `title`: what it is called; `email`: "" where it has none.
    PersonDialog(Backend &backend, const QString &id, const QString &title, const QString &email, QWidget *parent);
    ~PersonDialog() override; ///< what is still asked for is given up

    bool hasErased() const { return m_hasErased; }

private:
    void build();
    void find();
    void found(const Result<core::PersonFile> &file);
    void chooseFile();
    void exportTo(const QString &path);
    void erase();
    void erased(const Result<core::Erasure> &erasure);
    void showButtons();
    void fail(const Error &error);
    QString word() const { return m_email.isEmpty() ? m_title : m_email; }

    Backend &m_backend;
    QString m_id, m_title, m_email;
    core::PersonFile m_file;
    Task m_task;
    bool m_isBusy = false;
    bool m_hasErased = false;
    int m_round = 0; ///< an answer to an earlier question is dropped

    MessageBar *m_message;
    QLabel *m_summary;
    QCheckBox *m_onlyThis;
    QTableView *m_table;
    PersonModel *m_model;
    QLabel *m_typeWhat;
    QLineEdit *m_typed;
    QPushButton *m_close;
    QPushButton *m_export;
    QPushButton *m_erase;
};

} // namespace syncline::ui
