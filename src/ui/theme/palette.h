#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

/// The colours of the window. Views ask for a token by name, never for a hex. All in the window's thread.
namespace syncline::ui {

enum class Token {
    Window,      ///< page
    Surface,     ///< cards, tables, fields
    Alt,         ///< table head, group rows, action bar
    Sidebar,     ///< sidebar, status bar
    Border,      ///< separators
    Line,        ///< outlines of controls, idle graphics
    Text,        ///< main
    Text2,       ///< second
    Text3,       ///< meta, placeholder
    Accent,      ///< links, focus, progress
    AccentSoft,  ///< selection
    AccentFill,  ///< the primary button, checked boxes
    OnAccent,    ///< text on AccentFill
    Ok,          ///< words: fine
    OkSoft,      ///< its background
    OkMark,      ///< its graphics
    Warn,        ///< words: slower, or waits for a person
    WarnSoft,    ///< its background
    WarnMark,    ///< its graphics
    Bad,         ///< words: broken or taken away
    BadSoft,     ///< its background
    BadMark,     ///< its graphics
    NeutralSoft, ///< plain badge, empty part of a bar
};

enum class Scheme { Light, Dark };

/// The token's colour in the current scheme.
QColor color(Token token);
QColor color(Token token, Scheme scheme);

/// What the user chose; Desktop follows the desktop's own scheme.
enum class SchemeChoice { Desktop, Light, Dark };

/// The scheme in force. Setting it gives the application its palette, font and style sheet, and tells all.
class Theme : public QObject
{
    Q_OBJECT
public:
    static Theme &instance();
    /// Once, after the application was made and before its first widget.
    void install();
    void choose(SchemeChoice choice);
    SchemeChoice choice() const { return m_choice; }
    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    void apply();
    static Scheme desktopScheme();

    SchemeChoice m_choice = SchemeChoice::Desktop;
    Scheme m_scheme = Scheme::Light;
    Scheme m_desktop = Scheme::Light;
};

/// The tokens as Qt's own roles, for widgets that paint themselves from their palette.
QPalette paletteFor(Scheme scheme);

} // namespace syncline::ui
