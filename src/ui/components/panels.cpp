#include "ui/components/panels.h"

#include "ui/components/elidedlabel.h"
#include "ui/components/pagemargin.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

void setKind(QWidget *widget, const char *kind)
{
    widget->setProperty("kind", QString::fromLatin1(kind));
}

void polishAgain(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

struct MessageLook
{
    const char *kind;
    const char *icon;
    Token token;
};

MessageLook lookOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Note:
        return {"note", "info", Token::Accent};
    case MessageKind::Good:
        return {"ok", "check", Token::Ok};
    case MessageKind::Warn:
        return {"warn", "warn", Token::Warn};
    case MessageKind::Bad:
        return {"bad", "error", Token::Bad};
    }
    return {"note", "info", Token::Accent};
}

/// Watches a bar for the layout around it.
class Distance final : public QObject
{
public:
    Distance(QWidget *bar, QBoxLayout *around, int above, int below)
        : QObject(bar)
        , m_around(around)
        , m_above(above)
        , m_below(below)
    {
        keepPageMargins(around);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            keep(event->type() == QEvent::ShowToParent);
        return QObject::eventFilter(watched, event);
    }

private:
    void keep(bool isThere)
    {
        QMargins margins = m_around->contentsMargins();
        margins.setTop(isThere ? m_above : 0);
        margins.setBottom(isThere ? m_below : 0);
        m_around->setContentsMargins(margins);
    }

    QBoxLayout *m_around;
    int m_above, m_below;
};

QPixmap signOf(const MessageLook &look, qreal ratio)
{
    return iconPixmap(QString::fromLatin1(look.icon), metrics::icon, color(look.token), ratio);
}

} // namespace

Card::Card(QWidget *parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    setKind(this, "card");
    m_body->setContentsMargins(metrics::cardPadding, metrics::cardGap, metrics::cardPadding, metrics::cardGap);
    m_body->setSpacing(metrics::gap);
}

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_above(linkButton({}))
    , m_title(textLabel(title, Style::PageTitle))
    , m_subtitle(new ElidedLabel)
    , m_actions(new QHBoxLayout)
{
    setMinimumHeight(metrics::headerHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::gap);
    m_above->setObjectName(u"pageAbove"_s);
    m_above->setStyleSheet(u"padding-left: 0"_s); // in line with the page below
    m_above->hide();
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"pageSubtitle"_s);
    m_subtitle->setFont(ui::font(Style::Body));
    m_subtitle->setProperty("tone", u"second"_s);
    row->addWidget(m_above);
    row->addWidget(m_title);
    row->addWidget(m_subtitle, 1);
    m_actions->setSpacing(metrics::gap);
    row->addLayout(m_actions);
    connect(m_above, &QPushButton::clicked, this, &PageHeader::upWanted);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setToolTip(text);
}

void PageHeader::setTrail(const QString &above)
{
    m_above->setText(above + u" ›"_s);
    m_above->setAccessibleName(above);
    m_above->setVisible(!above.isEmpty());
}

void PageHeader::addAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

ActionBar::ActionBar(QWidget *parent)
    : QFrame(parent)
    , m_text(textLabel({}, Style::Body, "second"))
    , m_left(new QHBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setKind(this, "bar");
    setMinimumHeight(metrics::actionBar);
    auto *row = new QHBoxLayout(this);
    keepPageMargins(row, metrics::gap, metrics::gap);
    row->setSpacing(metrics::gap);
    m_text->setWordWrap(true);
    row->addLayout(m_left);
    row->addWidget(m_text, 1);
    m_buttons->setSpacing(metrics::gap);
    row->addLayout(m_buttons);
}

void ActionBar::setText(const QString &text)
{
    m_text->setText(text);
}

void ActionBar::addButton(QPushButton *button)
{
    addRight(button);
}

void ActionBar::addRight(QWidget *widget)
{
    m_buttons->addWidget(widget);
}

void ActionBar::addLeft(QWidget *widget)
{
    m_left->addWidget(widget);
}

EmptyState::EmptyState(QWidget *parent) : EmptyState({}, {}, {}, {}, parent) {}

EmptyState::EmptyState(const QString &icon, const QString &what, const QString &why, const QString &button,
                       QWidget *parent)
    : QWidget(parent)
    , m_sign(new QLabel)
    , m_what(textLabel({}, Style::PanelTitle))
    , m_why(textLabel({}, Style::Body, "second"))
    , m_button(plainButton({}))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(metrics::gap);
    column->addStretch();
    for (QLabel *label : {m_sign, m_what, m_why}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(label != m_sign);
        column->addWidget(label);
    }
    column->addSpacing(metrics::gap);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_button, &QPushButton::clicked, this, &EmptyState::clicked);
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::drawSign);
    set(icon, what, why, button);
}

void EmptyState::set(const QString &icon, const QString &what, const QString &why, const QString &button)
{
    m_icon = icon;
    m_what->setText(what);
    m_why->setText(why);
    m_why->setVisible(!why.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(what);
    drawSign();
}

void EmptyState::drawSign()
{
    m_sign->setPixmap(m_icon.isEmpty()
                          ? QPixmap()
                          : iconPixmap(m_icon, metrics::emptyIcon, color(Token::Text3), devicePixelRatioF()));
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel)
    , m_text(new QLabel)
    , m_small(textLabel({}, Style::Meta, "meta"))
    , m_button(linkButton({}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::cardGap, metrics::gap, metrics::cardGap, metrics::gap);
    row->setSpacing(metrics::cardGap);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_small->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_small);
    row->addWidget(m_sign);
    row->addLayout(words, 1);
    row->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::clicked);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (const MessageKind kind : {MessageKind::Note, MessageKind::Good, MessageKind::Warn, MessageKind::Bad}) {
            if (property("kind").toString() == QLatin1String(lookOf(kind).kind))
                m_sign->setPixmap(signOf(lookOf(kind), devicePixelRatioF()));
        }
    });
    hide();
}

void MessageBar::tell(MessageKind kind, const QString &what, const QString &meaning, const QString &button,
                      const QString &small)
{
    const MessageLook look = lookOf(kind);
    setKind(this, look.kind);
    polishAgain(this);
    m_sign->setPixmap(signOf(look, devicePixelRatioF()));
    m_text->setText(u"<b>%1</b> %2"_s.arg(what.toHtmlEscaped(), meaning.toHtmlEscaped()));
    m_small->setText(small);
    m_small->setVisible(!small.isEmpty());
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(QString(what + u' ' + meaning));
    setVisible(true);
}

void MessageBar::clear()
{
    hide();
}

QString MessageBar::text() const
{
    return accessibleName();
}

void keepDistance(MessageBar *bar, QBoxLayout *around, int above, int below)
{
    bar->installEventFilter(new Distance(bar, around, above, below));
}

QPushButton *plainButton(const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, Token::Text));
    return button;
}

QPushButton *primaryButton(const QString &text, const QString &iconName, QWidget *parent)
{
    QPushButton *button = plainButton(text, {}, parent);
    setKind(button, "primary");
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, Token::OnAccent));
    return button;
}

QPushButton *dangerButton(const QString &text, QWidget *parent)
{
    QPushButton *button = plainButton(text, {}, parent);
    setKind(button, "danger");
    button->setIcon(icon(u"trash"_s, Token::Bad));
    return button;
}

QPushButton *linkButton(const QString &text, const QString &iconName, QWidget *parent)
{
    QPushButton *button = plainButton(text, {}, parent);
    setKind(button, "link");
    button->setCursor(Qt::PointingHandCursor);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, Token::Accent));
    return button;
}

QPushButton *iconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    QPushButton *button = plainButton({}, iconName, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

QLabel *textLabel(const QString &text, Style style, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font(style));
    if (*tone != '\0')
        label->setProperty("tone", QString::fromLatin1(tone));
    return label;
}

QFrame *rule(QWidget *parent)
{
    auto *line = new QFrame(parent);
    setKind(line, "rule");
    line->setFixedHeight(1);
    return line;
}

} // namespace syncline::ui
