#pragma once

#include <QFrame>

class QVBoxLayout;

namespace syncline::ui {

/// Settings that belong together: a title, and for each its name, a sentence of its effect, and its control.
class SettingsCard final : public QFrame
{
    Q_OBJECT
public:
    /// `section`: the page of the settings on which it stands.
    SettingsCard(QString section, const QString &title, QWidget *parent = nullptr);
    QString section() const { return m_section; }
    /// The control gets the setting's name unless it has one. `control` may be null: a setting that nobody can change.
    void add(const QString &name, const QString &effect, QWidget *control);
    void clear();
    /// Hides the settings in whose words the text does not stand; gives whether any is left.
    bool find(const QString &text);

private:
    struct Row
    {
        QWidget *widget;
        QString words;
    };
    QString m_section, m_title;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

/// What is always so: a lock and the word.
QWidget *alwaysOn(const QString &word);

} // namespace syncline::ui
