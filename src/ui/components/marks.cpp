#include "ui/components/marks.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QFontMetrics>
#include <QLocale>
#include <QMap>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

struct ProviderLook
{
    QString letters;
    QColor color;
    QString name;
};

ProviderLook lookOf(const QString &provider)
{
    static const QMap<QString, ProviderLook> table{
        {u"mautic"_s, {u"Ma"_s, 0x5B4BA8, u"Mautic"_s}},
        {u"suitecrm"_s, {u"Su"_s, 0xA8434F, u"SuiteCRM"_s}},
        {u"activecampaign"_s, {u"Ac"_s, 0x1F6FA3, u"ActiveCampaign"_s}},
        {u"hubspot"_s, {u"Hu"_s, 0xA6541B, u"HubSpot"_s}},
        {u"salesforce"_s, {u"Sf"_s, 0x0F7285, u"Salesforce"_s}},
        {u"pipedrive"_s, {u"Pi"_s, 0x3B6B35, u"Pipedrive"_s}},
        {u"zoho"_s, {u"Zo"_s, 0x94398A, u"Zoho CRM"_s}},
        {u"freshsales"_s, {u"Fr"_s, 0x2C7A68, u"Freshsales"_s}},
        {u"salesflare"_s, {u"Sl"_s, 0x52606F, u"Salesflare"_s}},
        {u"postgresql"_s, {u"Pg"_s, 0x3D5A80, u"PostgreSQL"_s}},
        {u"csv"_s, {u"Cs"_s, 0x6B5B2E, u"CSV"_s}},
    };
    const auto known = table.constFind(provider);
    return known != table.cend() ? *known : ProviderLook{provider.left(2), 0x52606F, provider};
}

struct BadgeLook
{
    Token fill;
    Token text;
};

BadgeLook lookOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Plain:
        return {Token::NeutralSoft, Token::Text2};
    case BadgeKind::Decide:
        return {Token::WarnSoft, Token::Warn};
    case BadgeKind::Broken:
        return {Token::BadSoft, Token::Bad};
    case BadgeKind::New:
        return {Token::AccentSoft, Token::Accent};
    case BadgeKind::Good:
        return {Token::OkSoft, Token::Ok};
    }
    return {Token::NeutralSoft, Token::Text2};
}

int badgeWidth(const QString &text)
{
    return std::max(metrics::badge, QFontMetrics(ui::font(Style::MetaBold)).horizontalAdvance(text) + 12);
}

int badgeHeight()
{
    return std::max(metrics::badge, QFontMetrics(ui::font(Style::MetaBold)).height() + 2);
}

constexpr int markSize = 10;
constexpr int markGap = 6;

} // namespace

Token wordToken(State state)
{
    switch (state) {
    case State::Ok:
        return Token::Ok;
    case State::Running:
        return Token::Accent;
    case State::Waiting:
        return Token::Warn;
    case State::Failing:
        return Token::Bad;
    case State::Off:
        return Token::Text2;
    }
    return Token::Text2;
}

Token markToken(State state)
{
    switch (state) {
    case State::Ok:
        return Token::OkMark;
    case State::Running:
        return Token::Accent;
    case State::Waiting:
        return Token::WarnMark;
    case State::Failing:
        return Token::BadMark;
    case State::Off:
        return Token::Line;
    }
    return Token::Line;
}

void paintMark(QPainter &painter, const QRectF &rect, State state)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    const QColor tint = color(markToken(state));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    switch (state) {
    case State::Ok:
        painter.drawEllipse(QPointF(), 4, 4);
        break;
    case State::Running:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tint, 2));
        painter.drawEllipse(QPointF(), 3, 3);
        break;
    case State::Waiting:
        painter.rotate(45);
        painter.drawRect(QRectF(-3.5, -3.5, 7, 7));
        break;
    case State::Failing:
        painter.drawRect(QRectF(-4, -4, 8, 8));
        break;
    case State::Off:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tint, 1));
        painter.drawEllipse(QPointF(), 3.5, 3.5);
        break;
    }
    painter.restore();
}

StateMark::StateMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
}

StateMark::StateMark(State state, const QString &word, QWidget *parent) : StateMark(parent)
{
    set(state, word);
}

void StateMark::set(State state, const QString &word)
{
    m_state = state;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

void StateMark::setStrong(bool isStrong)
{
    m_isStrong = isStrong;
    updateGeometry();
    update();
}

QSize StateMark::sizeHint() const
{
    const QFontMetrics metrics(ui::font(m_isStrong ? Style::BodyBold : Style::Body));
    const int width = m_word.isEmpty() ? 0 : markGap + metrics.horizontalAdvance(m_word) + 1;
    return {markSize + width, std::max(20, metrics.height())};
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, QRectF(0, (height() - markSize) / 2.0, markSize, markSize), m_state);
    painter.setPen(color(wordToken(m_state)));
    painter.setFont(ui::font(m_isStrong ? Style::BodyBold
                                        : Style::Body)); // what the widget inherits comes later than its size hint
    const QRect room = rect().adjusted(markSize + markGap, 0, 0, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_word, Qt::ElideRight, room.width()));
}

Badge::Badge(BadgeKind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setCount(int count)
{
    constexpr int most = 999;
    setText(count <= 0 ? QString() : count > most ? u"999+"_s : QLocale().toString(count));
}

void Badge::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

void Badge::setKind(BadgeKind kind)
{
    m_kind = kind;
    update();
}

QSize Badge::sizeHint() const
{
    return {badgeWidth(m_text), badgeHeight()};
}

int Badge::paint(QPainter &painter, const QPoint &rightCentre, BadgeKind kind, const QString &text)
{
    const int width = badgeWidth(text);
    const int height = badgeHeight();
    const QRect box(rightCentre.x() - width, rightCentre.y() - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(lookOf(kind).fill));
    painter.drawRoundedRect(box, height / 2.0, height / 2.0);
    painter.setPen(color(lookOf(kind).text));
    painter.setFont(ui::font(Style::MetaBold));
    painter.drawText(box, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QPoint(width(), height() / 2), m_kind, m_text);
}

SystemTile::SystemTile(const QString &provider, int size, QWidget *parent) : QWidget(parent), m_size(size)
{
    setFixedSize(size, size);
    setProvider(provider);
}

void SystemTile::setProvider(const QString &provider, int number)
{
    m_provider = provider;
    m_number = number;
    setAccessibleName(providerName(provider));
    update();
}

void SystemTile::paint(QPainter &painter, const QRect &rect, const QString &provider, int number)
{
    const bool isHub = provider == "hub"_L1;
    const ProviderLook look = lookOf(provider);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isHub ? color(Token::Text) : look.color);
    painter.drawRoundedRect(rect, 4, 4);
    if (isHub) {
        const int size = rect.width() * 2 / 3;
        const QPixmap sign = iconPixmap(u"hub"_s, size, color(Token::Surface), painter.device()->devicePixelRatioF());
        painter.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, sign);
    } else {
        QFont letters = ui::font(Style::BodyBold);
        letters.setPixelSize(std::max(8, rect.height() * 42 / 100));
        painter.setFont(letters);
        painter.setPen(Qt::white);
        painter.drawText(rect, Qt::AlignCenter, look.letters);
    }
    if (number > 0) {
        QFont small = ui::font(Style::MetaBold);
        small.setPixelSize(std::max(7, rect.height() / 3));
        painter.setFont(small);
        painter.drawText(rect.adjusted(0, 0, -2, 0), Qt::AlignRight | Qt::AlignBottom, QString::number(number));
    }
    painter.restore();
}

void SystemTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_provider, m_number);
}

QString providerName(const QString &provider)
{
    return lookOf(provider).name;
}

} // namespace syncline::ui
