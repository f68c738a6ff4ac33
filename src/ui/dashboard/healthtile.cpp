#include "ui/dashboard/healthtile.h"

#include "ui/preview/times.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int padding = 12;
constexpr int tile = 20;
constexpr int line = 20;

} // namespace

State healthMark(core::HealthState state)
{
    switch (state) {
    case core::HealthState::Healthy:
        return State::Ok;
    case core::HealthState::Throttled:
        return State::Waiting;
    case core::HealthState::NeedsSignIn:
    case core::HealthState::Down:
        return State::Failing;
    case core::HealthState::Paused:
    case core::HealthState::Unknown:
        return State::Off;
    }
    return State::Off;
}

QString healthWord(core::HealthState state)
{
    switch (state) {
    case core::HealthState::Healthy:
        return HealthTile::tr("Healthy");
    case core::HealthState::Throttled:
        return HealthTile::tr("Slowed by their limit");
    case core::HealthState::NeedsSignIn:
        return HealthTile::tr("Needs sign-in");
    case core::HealthState::Down:
        return HealthTile::tr("Down");
    case core::HealthState::Paused:
        return HealthTile::tr("Paused");
    case core::HealthState::Unknown:
        return HealthTile::tr("Not asked yet");
    }
    return {};
}

HealthTile::HealthTile(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HealthTile::set(const core::SystemHealth &system, bool running, qint64 now)
{
    m_system = system;
    m_state = running ? State::Running : healthMark(system.state);
    m_word = running ? tr("Syncing") : healthWord(system.state);
    m_since = running ? tr("now") : system.lastSync ? agoText(*system.lastSync, now) : tr("never");
    m_response = system.responseMs ? tr("%1 ms").arg(numberText(*system.responseMs)) : u"–"_s;
    setObjectName(u"health_"_s + system.name);
    setAccessibleName(tr("%1, %2, last asked %3").arg(system.name, m_word, m_since));
    const QString exact = system.lastSync ? exactTime(*system.lastSync) : QString();
    setToolTip(system.message.isEmpty() ? exact : QString(system.message + u'\n' + system.remedy));
    update();
}

QSize HealthTile::sizeHint() const
{
    return {176, 76};
}

QSize HealthTile::minimumSizeHint() const
{
    return {140, 76};
}

void HealthTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(hasFocus() ? Token::Accent : Token::Border), hasFocus() ? 2 : 1));
    painter.setBrush(color(underMouse() || isDown() ? Token::Alt : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
    const int right = width() - padding;
    SystemTile::paint(painter, QRect(padding, 9, tile, tile), m_system.provider);
    const auto write = [&](Style style, Token token, const QRect &place, Qt::Alignment align, const QString &text) {
        painter.setFont(ui::font(style));
        painter.setPen(color(token));
        painter.drawText(place, int(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    write(Style::BodyBold, Token::Text, QRect(padding + tile + 8, 9, right - padding - tile - 8, tile), Qt::AlignLeft,
          m_system.name);
    paintMark(painter, QRectF(padding, 34, 10, 10), m_state);
    write(Style::Body, wordToken(m_state), QRect(padding + 16, 29, right - padding - 16, line), Qt::AlignLeft, m_word);
    write(Style::Meta, Token::Text2, QRect(padding, 49, right - padding - 60, line), Qt::AlignLeft, m_since);
    write(Style::Meta, Token::Text2, QRect(right - 60, 49, 60, line), Qt::AlignRight, m_response);
}

} // namespace syncline::ui
