#include "ui/theme/palette.h"

#include "ui/theme/fonts.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QStyleFactory>

#include <array>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// In the order of Token.
constexpr std::array<Pair, 23> tokens{{
    {0xFFF4F5F8, 0xFF1A1D23}, // Window
    {0xFFFFFFFF, 0xFF22262E}, // Surface
    {0xFFF8F9FB, 0xFF262B33}, // Alt
    {0xFFE9ECF2, 0xFF15181D}, // Sidebar
    {0xFFD5DAE3, 0xFF383F4B}, // Border
    {0xFF7F899C, 0xFF778295}, // Line
    {0xFF1A2130, 0xFFE8EBF0}, // Text
    {0xFF475264, 0xFFB9C0CC}, // Text2
    {0xFF5B677A, 0xFF9AA4B4}, // Text3
    {0xFF2F55D4, 0xFF93ABFF}, // Accent
    {0xFFE4EAFC, 0xFF2B3557}, // AccentSoft
    {0xFF2F55D4, 0xFF4363DE}, // AccentFill
    {0xFFFFFFFF, 0xFFFFFFFF}, // OnAccent
    {0xFF1A7441, 0xFF71CB97}, // Ok
    {0xFFE2F2E8, 0xFF1E3429}, // OkSoft
    {0xFF2E9E5F, 0xFF4DB67C}, // OkMark
    {0xFF8A5600, 0xFFE9B765}, // Warn
    {0xFFFBEFD6, 0xFF3B301C}, // WarnSoft
    {0xFFC27A00, 0xFFD99A2B}, // WarnMark
    {0xFFB3261E, 0xFFF49A92}, // Bad
    {0xFFFBE7E5, 0xFF432827}, // BadSoft
    {0xFFD13B32, 0xFFE8645B}, // BadMark
    {0xFFEAEDF2, 0xFF2E343E}, // NeutralSoft
}};

} // namespace

QColor color(Token token, Scheme scheme)
{
    const Pair &pair = tokens.at(std::size_t(token));
    return QColor::fromRgb(scheme == Scheme::Light ? pair.light : pair.dark);
}

QColor color(Token token)
{
    return color(token, Theme::instance().scheme());
}

QPalette paletteFor(Scheme scheme)
{
    const auto of = [scheme](Token token) { return color(token, scheme); };
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &active, const QColor &disabled) {
        palette.setColor(QPalette::Active, role, active);
        palette.setColor(QPalette::Inactive, role, active);
        palette.setColor(QPalette::Disabled, role, disabled);
    };
    const auto setText = [&](QPalette::ColorRole role) { set(role, of(Token::Text), of(Token::Text3)); };
    const auto setSame = [&](QPalette::ColorRole role, Token token) { set(role, of(token), of(token)); };
    setSame(QPalette::Window, Token::Window);
    setSame(QPalette::Base, Token::Surface);
    setSame(QPalette::AlternateBase, Token::Alt);
    setSame(QPalette::Button, Token::Surface);
    setSame(QPalette::ToolTipBase, Token::Surface);
    setSame(QPalette::PlaceholderText, Token::Text3);
    setSame(QPalette::Highlight, Token::AccentSoft);
    setSame(QPalette::Link, Token::Accent);
    setSame(QPalette::LinkVisited, Token::Accent);
    setSame(QPalette::BrightText, Token::OnAccent);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::HighlightedText})
        setText(role);
    // Fusion draws its frames and unchecked boxes from these.
    setSame(QPalette::Light, Token::Surface);
    setSame(QPalette::Midlight, Token::Border);
    setSame(QPalette::Mid, Token::Line);
    setSame(QPalette::Dark, Token::Line);
    setSame(QPalette::Shadow, Token::Line);
    return palette;
}

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

Scheme Theme::desktopScheme()
{
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness()
        ? Scheme::Dark
        : Scheme::Light;
}

void Theme::install()
{
    m_desktop = desktopScheme();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    installFonts();
    apply();
}

void Theme::choose(SchemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_scheme = m_choice == SchemeChoice::Desktop ? m_desktop
        : m_choice == SchemeChoice::Dark         ? Scheme::Dark
                                                 : Scheme::Light;
    QApplication::setPalette(paletteFor(m_scheme));
    QApplication::setFont(font(Style::MetaBold), "QHeaderView");
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

} // namespace syncline::ui
