#include "ui/theme/stylesheet.h"

#include "ui/theme/palette.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

// $names stand for tokens. Widgets say what they are by the dynamic property "kind".
const char *const sheet = R"QSS(
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMainWindow, QDialog { background: $window; }
QMenu { background: $surface; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accentSoft; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 4px 0; }

QPushButton { background: $surface; color: $text; border: 1px solid $line; border-radius: 4px;
    padding: 0 11px; min-height: 28px; }
QPushButton:hover { background: $alt; }
QPushButton:pressed { background: $neutralSoft; }
QPushButton:focus { border: 2px solid $accent; padding: 0 10px; min-height: 26px; }
QPushButton:disabled { color: $text3; background: $alt; border-color: $border; }
QPushButton:checked { background: $accentSoft; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: $accentFill; color: $onAccent; border-color: $accentFill; font-weight: bold; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $alt; color: $text3; border-color: $border; }
QPushButton[kind="danger"] { color: $bad; border-color: $badMark; }
QPushButton[kind="danger"]:disabled { color: $text3; border-color: $border; }
QPushButton[kind="link"] { color: $accent; background: transparent; border: none; padding: 0 4px; min-height: 24px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 2px; min-height: 20px; }
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[kind="quiet"] { background: transparent; border: none; color: $text2; padding: 0 8px; }
QPushButton[kind="quiet"]:hover { background: $neutralSoft; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 0 6px; }
QPushButton[small="true"] { min-height: 22px; padding: 0 8px; }
QPushButton[small="true"]:focus { min-height: 20px; padding: 0 7px; }
QToolButton { background: transparent; border: none; border-radius: 4px; padding: 4px; color: $text2; }
QToolButton:hover { background: $neutralSoft; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text;
    border: 1px solid $line; border-radius: 4px; selection-background-color: $accentFill;
    selection-color: $onAccent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 28px; padding: 0 8px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { min-height: 26px; padding: 0 7px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $text3; background: $alt;
    border-color: $border; }
QLineEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $badMark; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/marks/down.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px; subcontrol-origin: border; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/marks/up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/marks/down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border; selection-background-color: $accentSoft;
    selection-color: $text; outline: none; }

QAbstractItemView { background: $surface; color: $text; border: none; outline: none;
    selection-background-color: $accentSoft; selection-color: $text; alternate-background-color: $alt; }
QTableView { gridline-color: $border; }
QTableView::item { border: none; border-bottom: 1px solid $border; padding: 0 8px; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: $accentSoft;
    color: $text; }
QTreeView::item { min-height: 29px; }
QHeaderView { background: $alt; border: none; }
QHeaderView::section { background: $alt; color: $text2; border: none; border-bottom: 1px solid $border;
    padding: 0 8px; min-height: 27px; font-weight: bold; }
QHeaderView[inset="true"]::section { padding: 0 12px; }
QHeaderView[page="true"]::section:first { padding: 0 8px 0 24px; }
QHeaderView[page="narrow"]::section:first { padding: 0 8px 0 16px; }
QTableCornerButton::section { background: $alt; border: none; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QListView[kind="sections"] { background: transparent; }
QListView[kind="sections"]::item { padding: 0 8px; border-left: 3px solid transparent; color: $text2; }
QListView[kind="sections"]::item:selected { background: $accentSoft; border-left-color: $accent; color: $text; }

QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
    padding: 0 2px; margin-right: 18px; min-height: 33px; }
QTabBar::tab:selected { color: $text; font-weight: bold; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTabWidget::pane { border: none; }
QProgressBar { background: $neutralSoft; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accentFill; border-radius: 4px; }

QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: 24px; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px; border: 1px solid $line;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accentFill;
    border-color: $accentFill; image: url(:/marks/checked.svg); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accentFill;
    border-color: $accentFill; image: url(:/marks/partly.svg); }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $line; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked { border: 5px solid $accentFill; width: 6px; height: 6px; }

QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: 6px; }
QFrame[kind="bar"] { background: $alt; border: none; border-top: 1px solid $border; }
QFrame[kind="rule"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="note"] { border: 1px solid $accent; background: $accentSoft; border-radius: 6px; }
QFrame[kind="warn"] { border: 1px solid $warnMark; background: $warnSoft; border-radius: 6px; }
QFrame[kind="bad"] { border: 1px solid $badMark; background: $badSoft; border-radius: 6px; }
QFrame[kind="ok"] { border: 1px solid $okMark; background: $okSoft; border-radius: 6px; }
QFrame[kind="sidebar"] { background: $sidebar; border: none; border-right: 1px solid $border; }
QFrame[kind="status"] { background: $sidebar; border: none; border-top: 1px solid $border; }
QPushButton[kind="search"] { text-align: left; color: $text2; }
QLabel { background: transparent; }
QLabel[tone="second"] { color: $text2; }
QLabel[tone="meta"] { color: $text3; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="accent"] { color: $accent; }
)QSS";

const QMap<QString, Token> &names()
{
    static const QMap<QString, Token> table{
        {u"window"_s, Token::Window},
        {u"surface"_s, Token::Surface},
        {u"alt"_s, Token::Alt},
        {u"sidebar"_s, Token::Sidebar},
        {u"border"_s, Token::Border},
        {u"line"_s, Token::Line},
        {u"text"_s, Token::Text},
        {u"text2"_s, Token::Text2},
        {u"text3"_s, Token::Text3},
        {u"accent"_s, Token::Accent},
        {u"accentSoft"_s, Token::AccentSoft},
        {u"accentFill"_s, Token::AccentFill},
        {u"onAccent"_s, Token::OnAccent},
        {u"ok"_s, Token::Ok},
        {u"okSoft"_s, Token::OkSoft},
        {u"okMark"_s, Token::OkMark},
        {u"warn"_s, Token::Warn},
        {u"warnSoft"_s, Token::WarnSoft},
        {u"warnMark"_s, Token::WarnMark},
        {u"bad"_s, Token::Bad},
        {u"badSoft"_s, Token::BadSoft},
        {u"badMark"_s, Token::BadMark},
        {u"neutralSoft"_s, Token::NeutralSoft},
    };
    return table;
}

} // namespace

QString styleSheet()
{
    QString text = QString::fromLatin1(sheet);
    const QStringList keys = names().keys();
    for (auto key = keys.crbegin(); key != keys.crend(); ++key) // accentSoft before accent
        text.replace(u'$' + *key, color(names().value(*key)).name());
    return text;
}

} // namespace syncline::ui
