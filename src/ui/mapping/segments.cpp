#include "ui/mapping/segments.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QHBoxLayout>
#include <QPainter>

namespace syncline::ui {

namespace {

constexpr int margin = 12;
constexpr int iconGap = 6;

class Segment final : public QAbstractButton
{
public:
    Segment(const Segments &segments, QString iconName, QWidget *parent)
        : QAbstractButton(parent)
        , m_segments(segments)
        , m_icon(std::move(iconName))
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(face(true)).horizontalAdvance(text());
        const int sign = m_icon.isEmpty() ? 0 : metrics::icon + iconGap;
        return {words + sign + 2 * margin, m_segments.isSmall() ? metrics::control - 2 : metrics::control};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), color(isChecked() ? Token::AccentSoft : underMouse() ? Token::Alt : Token::Surface));
        if (isChecked())
            painter.fillRect(0, height() - 2, width(), 2, color(Token::Accent));
        else
            painter.fillRect(width() - 1, 0, 1, height(), color(Token::Border));
        const QColor ink = color(!isEnabled() ? Token::Text3 : isChecked() ? Token::Text : Token::Text2);
        int x = margin;
        if (!m_icon.isEmpty()) {
            painter.drawPixmap(QRect(x, (height() - metrics::icon) / 2, metrics::icon, metrics::icon),
                               iconPixmap(m_icon, metrics::icon, ink, devicePixelRatioF()));
            x += metrics::icon + iconGap;
        }
        QFont shown = face(isChecked());
        shown.setStrikeOut(!isEnabled());
        painter.setFont(shown);
        painter.setPen(ink);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
        if (hasFocus()) {
            painter.setPen(QPen(color(Token::Accent), 2));
            painter.drawRect(rect().adjusted(2, 2, -2, -2));
        }
    }

private:
    QFont face(bool isBold) const
    {
        if (m_segments.isSmall())
            return ui::font(isBold ? Style::MetaBold : Style::Meta);
        return ui::font(isBold ? Style::BodyBold : Style::Body);
    }

    const Segments &m_segments;
    QString m_icon;
};

} // namespace

Segments::Segments(QWidget *parent) : QFrame(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(1, 1, 1, 1);
    m_row->setSpacing(0);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&m_group, &QButtonGroup::idClicked, this, &Segments::chose);
}

void Segments::add(int id, const QString &text, const QString &iconName, const QString &spoken)
{
    auto *segment = new Segment(*this, iconName, this);
    segment->setText(text);
    segment->setAccessibleName(spoken);
    m_group.addButton(segment, id);
    m_row->addWidget(segment);
}

void Segments::setText(int id, const QString &text)
{
    m_group.button(id)->setText(text);
    m_group.button(id)->setAccessibleName(text);
    m_group.button(id)->updateGeometry();
}

void Segments::setChosen(int id)
{
    if (QAbstractButton *chosen = m_group.button(id))
        chosen->setChecked(true);
}

void Segments::setPossible(int id, bool isPossible, const QString &reason)
{
    m_group.button(id)->setEnabled(isPossible);
    m_group.button(id)->setToolTip(isPossible ? QString() : reason.toHtmlEscaped());
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(Token::Line));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace syncline::ui
