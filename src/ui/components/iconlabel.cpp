#include "ui/components/iconlabel.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace syncline::ui {

IconLabel::IconLabel(QString icon, Token tint, QWidget *parent) : QWidget(parent), m_icon(std::move(icon)), m_tint(tint)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::set(const QString &icon, Token tint)
{
    m_icon = icon;
    m_tint = tint;
    update();
}

QSize IconLabel::sizeHint() const
{
    return {metrics::icon, metrics::icon};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter(this).drawPixmap(0, 0, iconPixmap(m_icon, metrics::icon, color(m_tint), devicePixelRatioF()));
}

} // namespace syncline::ui
