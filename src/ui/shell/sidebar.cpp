#include "ui/shell/sidebar.h"

#include "ui/components/panels.h"
#include "ui/preview/times.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

void paintFocus(QPainter &painter, const QRect &rect)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Token::Accent), 2));
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
}

QString initials(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return u"S"_s;
    const QString second = words.size() > 1 ? words.last().left(1) : words.first().mid(1, 1);
    return QString(words.first().left(1).toUpper() + second.toLower());
}

} // namespace

NavButton::NavButton(const QString &icon, const QString &label, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(label);
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    name();
}

void NavButton::setRail(bool rail)
{
    m_isRail = rail;
    name();
    update();
}

void NavButton::setBadge(BadgeKind kind, int count)
{
    m_kind = kind;
    m_count = count;
    name();
    update();
}

void NavButton::name()
{
    setAccessibleName(text());
    const QString what = m_count == 0 ? QString()
        : m_kind == BadgeKind::Decide ? counted(m_count, tr("1 waits for you"), tr("%1 wait for you"))
                                      : counted(m_count, tr("1 failing"), tr("%1 failing"));
    setAccessibleDescription(what);
    setToolTip(m_isRail ? (what.isEmpty() ? text() : QString(text() + u": "_s + what)) : what);
}

QSize NavButton::sizeHint() const
{
    return {metrics::rail, std::max(metrics::sidebarRow, fontMetrics().height() + 12)};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect row = rect().adjusted(8, 0, -8, 0);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(isChecked() ? Token::AccentSoft : Token::NeutralSoft));
        painter.drawRoundedRect(row, metrics::radius, metrics::radius);
    }
    if (isChecked())
        painter.fillRect(QRect(row.x(), row.y() + 7, 3, row.height() - 14), color(Token::Accent));
    const QColor ink = color(isChecked() ? Token::Accent : Token::Text2);
    const int size = metrics::sidebarIcon;
    const int x = m_isRail ? (width() - size) / 2 : row.x() + 8;
    painter.drawPixmap(x, (height() - size) / 2, iconPixmap(m_icon, size, ink, devicePixelRatioF()));
    const QString count = m_count > 999 ? u"999+"_s : QLocale().toString(m_count);
    int right = row.right() - 8;
    if (m_count > 0 && m_isRail)
        Badge::paint(painter, QPoint(width() - 2, 9), m_kind, count);
    else if (m_count > 0)
        right -= Badge::paint(painter, QPoint(right + 1, height() / 2), m_kind, count) + 4;
    if (!m_isRail) {
        painter.setFont(ui::font(isChecked() ? Style::BodyBold : Style::Body));
        painter.setPen(color(isChecked() ? Token::Text : Token::Text2));
        const QRect room(x + size + 10, 0, right - x - size - 10, height());
        painter.drawText(room, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }
    if (hasFocus())
        paintFocus(painter, row);
}

WorkspaceButton::WorkspaceButton(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"workspaceButton"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void WorkspaceButton::setWorkspace(const QString &name, const QString &place)
{
    m_name = name;
    m_place = place;
    setAccessibleName(tr("Workspace %1").arg(name));
    setToolTip(place);
    update();
}

void WorkspaceButton::setRail(bool rail)
{
    m_isRail = rail;
    update();
}

QSize WorkspaceButton::sizeHint() const
{
    return {metrics::rail, metrics::headerHeight};
}

void WorkspaceButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr int tile = 28;
    const QRect square(14, (height() - tile) / 2, tile, tile);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Text));
    painter.drawRoundedRect(square, metrics::radius, metrics::radius);
    painter.setFont(ui::font(Style::MetaBold));
    painter.setPen(color(Token::Surface));
    painter.drawText(square, Qt::AlignCenter, initials(m_name));
    if (!m_isRail) {
        const QRect room(square.right() + 9, square.y() - 2, width() - square.right() - 9 - 32, tile + 4);
        const auto line = [&](Style style, Token token, Qt::Alignment side, const QString &text) {
            painter.setFont(ui::font(style));
            painter.setPen(color(token));
            painter.drawText(room, int(side), painter.fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        };
        line(Style::BodyBold, Token::Text, Qt::AlignTop, m_name);
        line(Style::Meta, Token::Text3, Qt::AlignBottom, m_place);
        painter.drawPixmap(width() - 28, (height() - 16) / 2,
                           iconPixmap(u"down"_s, metrics::icon, color(Token::Text2), devicePixelRatioF()));
    }
    if (hasFocus())
        paintFocus(painter, rect().adjusted(6, 4, -6, -4));
}

Sidebar::Sidebar(QWidget *parent)
    : QFrame(parent)
    , m_workspace(new WorkspaceButton)
    , m_search(plainButton(tr("Search"), u"search"_s))
    , m_views(new QVBoxLayout)
    , m_foot(new QVBoxLayout)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Views"));
    setProperty("kind", u"sidebar"_s);
    m_search->setProperty("kind", u"search"_s);
    m_search->setToolTip(tr("Search and commands (Ctrl+K)"));
    m_searchKeys = textLabel(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText), Style::Meta,
                             "meta");
    auto *inSearch = new QHBoxLayout(m_search);
    inSearch->setContentsMargins(0, 0, metrics::gap, 0);
    inSearch->addWidget(m_searchKeys, 0, Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(m_workspace);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(8, 0, 8, 10);
    search->addWidget(m_search);
    column->addLayout(search);
    m_views->setSpacing(2);
    m_foot->setSpacing(2);
    column->addLayout(m_views);
    column->addStretch();
    column->addLayout(m_foot);
    setRail(false);
}

void Sidebar::addView(const QString &view, const QString &icon, const QString &label, const QString &keys)
{
    auto *button = new NavButton(icon, label, this);
    button->setObjectName(QString(u"nav-"_s + view));
    button->setStatusTip(keys);
    button->setRail(m_isRail);
    (view == "settings"_L1 ? m_foot : m_views)->addWidget(button);
    m_buttons.insert(view, button);
    connect(button, &QAbstractButton::clicked, this, [this, view, button] {
        button->setChecked(true);
        Q_EMIT chosen(view);
    });
}

void Sidebar::select(const QString &view)
{
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == view);
}

void Sidebar::focusSelected()
{
    for (NavButton *button : std::as_const(m_buttons)) {
        if (button->isChecked())
            button->setFocus();
    }
}

void Sidebar::setBadge(const QString &view, BadgeKind kind, int count)
{
    if (NavButton *button = m_buttons.value(view))
        button->setBadge(kind, count);
}

void Sidebar::setRail(bool rail)
{
    m_isRail = rail;
    setFixedWidth(rail ? metrics::rail : metrics::sidebar);
    m_workspace->setRail(rail);
    m_searchKeys->setVisible(!rail);
    m_search->setText(rail ? QString() : tr("Search"));
    for (NavButton *button : std::as_const(m_buttons))
        button->setRail(rail);
}

} // namespace syncline::ui
