#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListWidget;

namespace syncline::ui {

/// Ctrl+K: finds acts by their words, without accents, the best hit chosen.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const QList<QAction *> &actions, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void runChosen();
    QList<QAction *> m_actions;
    QLineEdit *m_words;
    QListWidget *m_list;
};

/// Lower case, without accents: "äng" and "Ang" are the same.
QString folded(const QString &text);

} // namespace syncline::ui
