#pragma once

#include "ui/theme/palette.h"

#include <QWidget>

namespace syncline::ui {

/// An icon beside a word, in the colours in force.
class IconLabel final : public QWidget
{
    Q_OBJECT
public:
    IconLabel(QString icon, Token tint, QWidget *parent = nullptr);
    void set(const QString &icon, Token tint);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Token m_tint;
};

} // namespace syncline::ui
