#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

class QLabel;
class QPainter;

namespace syncline::ui {

/// ● Ok: in sync, healthy · ○ Running · ◆ Waiting: for you, slowed · ■ Failing: needs sign-in, down · ○ Off: left out,
/// paused. The shape alone tells them apart.
enum class State { Ok, Running, Waiting, Failing, Off };

Token wordToken(State state);
Token markToken(State state);
/// Draws the mark centred in the rectangle; for delegates.
void paintMark(QPainter &painter, const QRectF &rect, State state);

/// Mark and word, always together.
class StateMark : public QWidget
{
    Q_OBJECT
public:
    explicit StateMark(QWidget *parent = nullptr);
    StateMark(State state, const QString &word, QWidget *parent = nullptr);
    void set(State state, const QString &word);
    void setStrong(bool isStrong); ///< its word stands in bold
    State state() const { return m_state; }
    QString word() const { return m_word; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Off;
    QString m_word;
    bool m_isStrong = false;
};

enum class BadgeKind { Plain, Decide, Broken, New, Good };

/// A count that asks for an act; hidden at zero, "999+" above 999. setText() for words.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(BadgeKind kind = BadgeKind::Plain, QWidget *parent = nullptr);
    void setCount(int count);
    void setText(const QString &text);
    void setKind(BadgeKind kind);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// For delegates; gives the width taken.
    static int paint(QPainter &painter, const QPoint &rightCentre, BadgeKind kind, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeKind m_kind;
    QString m_text;
};

/// The two letters of a provider on its square; "hub" has the hub's sign. `number` > 0 tells accounts of one provider apart.
class SystemTile : public QWidget
{
    Q_OBJECT
public:
    explicit SystemTile(const QString &provider, int size = 24, QWidget *parent = nullptr);
    void setProvider(const QString &provider, int number = 0);
    QSize sizeHint() const override { return {m_size, m_size}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
    static void paint(QPainter &painter, const QRect &rect, const QString &provider, int number = 0);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_provider;
    int m_size;
    int m_number = 0;
};

/// "Mautic" for "mautic".
QString providerName(const QString &provider);

} // namespace syncline::ui
