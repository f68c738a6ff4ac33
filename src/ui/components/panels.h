#pragma once

#include "ui/components/marks.h"
#include "ui/theme/fonts.h"

#include <QFrame>
#include <QLabel>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace syncline::ui {

/// A flat surface with a one-pixel border. Its layout has the card's padding.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

/// The top of a page: title, what is so, and at the right its actions, the primary one last.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &text);
    /// "Dashboard › Preview": the first part is a link that asks to go up.
    void setTrail(const QString &above);
    void addAction(QWidget *widget);

Q_SIGNALS:
    void upWanted();

private:
    QPushButton *m_above;
    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_actions;
};

/// The foot of a page or dialog: what is so at the left, buttons at the right, the primary one last.
class ActionBar : public QFrame
{
    Q_OBJECT
public:
    explicit ActionBar(QWidget *parent = nullptr);
    void setText(const QString &text);
    void addButton(QPushButton *button);
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);

private:
    QLabel *m_text;
    QHBoxLayout *m_left;
    QHBoxLayout *m_buttons;
};

/// Sign, one line what is so, one line why or what next, one button.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &icon, const QString &what, const QString &why, const QString &button,
               QWidget *parent = nullptr);
    /// An empty button text hides the button.
    void set(const QString &icon, const QString &what, const QString &why, const QString &button = {});
    QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void clicked();

private:
    void drawSign();
    QString m_icon;
    QLabel *m_sign;
    QLabel *m_what;
    QLabel *m_why;
    QPushButton *m_button;
};

enum class MessageKind { Note, Good, Warn, Bad };

/// One bar above the content: what happened, what it means, one button that cures it. Hidden until shown.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);
    /// `small`: the provider's own words and codes.
    void tell(MessageKind kind, const QString &what, const QString &meaning, const QString &button = {},
              const QString &small = {});
    void clear();
    QString text() const;

Q_SIGNALS:
    void clicked();

private:
    QLabel *m_sign;
    QLabel *m_text;
    QLabel *m_small;
    QPushButton *m_button;
};

/// The layout that holds the bar keeps this room above and below while the bar is there, and the page's margins always.
void keepDistance(MessageBar *bar, QBoxLayout *around, int above, int below);

/// Buttons by meaning. At most one primary in a view. `icon` may be "".
QPushButton *plainButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
QPushButton *primaryButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
QPushButton *dangerButton(const QString &text, QWidget *parent = nullptr);
QPushButton *linkButton(const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
/// A sign without a word: its name is tooltip and accessible name.
QPushButton *iconButton(const QString &icon, const QString &name, QWidget *parent = nullptr);

/// A label in one of the text styles; `tone`: "", "second", "meta", "bad", "warn", "ok", "accent". Plain text.
QLabel *textLabel(const QString &text, Style style = Style::Body, const char *tone = "", QWidget *parent = nullptr);
/// A one-pixel line.
QFrame *rule(QWidget *parent = nullptr);

} // namespace syncline::ui
