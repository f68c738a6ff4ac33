#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFrame>

class QHBoxLayout;

namespace syncline::ui {

/// A choice of few, side by side in one frame.
class Segments final : public QFrame
{
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);
    void add(int id, const QString &text, const QString &iconName, const QString &spoken);
    void setText(int id, const QString &text);
    void setChosen(int id);
    int chosen() const { return m_group.checkedId(); }
    void setPossible(int id, bool isPossible, const QString &reason);
    QAbstractButton *button(int id) const { return m_group.button(id); }
    void setSmall(bool isSmall) { m_isSmall = isSmall; }
    bool isSmall() const { return m_isSmall; }

Q_SIGNALS:
    void chose(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
    QButtonGroup m_group;
    bool m_isSmall = false;
};

} // namespace syncline::ui
