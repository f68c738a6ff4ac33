#pragma once

#include <QLabel>

namespace syncline::ui {

/// One line that ends with "…" where it finds no room; the whole stands in its tooltip and its name.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    void setFullText(const QString &text);
    QSize minimumSizeHint() const override { return {1, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace syncline::ui
