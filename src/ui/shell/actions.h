#pragma once

#include <QAction>
#include <QMap>

namespace syncline::ui {

/// The acts of the window, shared by buttons, shortcuts and the command palette.
class Actions final : public QObject
{
    Q_OBJECT
public:
    /// Adds the actions to `window`, so that their shortcuts work everywhere in it.
    explicit Actions(QWidget *window);
    QAction *operator[](const QString &name) const { return m_actions.value(name); }
    /// All that a person may look for in the palette, in the order they were added.
    const QList<QAction *> &all() const { return m_order; }
    QAction *add(const QString &name, const QString &text, const QString &icon, const QKeySequence &keys);

private:
    QWidget *m_window;
    QMap<QString, QAction *> m_actions;
    QList<QAction *> m_order;
};

} // namespace syncline::ui
