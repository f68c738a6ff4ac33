#include "ui/mapping/fitbubble.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int bubbleWidth = 316;
constexpr int gapToRow = 3;

QLabel *plainLabel(QWidget *parent, Style style)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font(style));
    return label;
}

} // namespace

FitBubble::FitBubble(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_title(plainLabel(this, Style::BodyBold))
    , m_reason(plainLabel(this, Style::Body))
    , m_help(plainLabel(this, Style::Body))
{
    setObjectName(u"fitBubble"_s);
    setAccessibleName(tr("Why it does not fit"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("kind", u"card"_s);
    m_title->setProperty("tone", u"bad"_s);
    m_help->setProperty("tone", u"second"_s);
    setFixedWidth(bubbleWidth);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_sign, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_reason, 1, 0, 1, 2);
    grid->addWidget(m_help, 2, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    hide();
}

void FitBubble::tell(const QString &reason, const QStringList &ways, const QRect &near)
{
    m_sign->setPixmap(iconPixmap(u"skip"_s, 16, color(Token::Bad), devicePixelRatioF()));
    m_title->setText(ways.isEmpty() ? tr("This does not fit") : tr("This does not fit as it is"));
    m_reason->setText(reason);
    m_help->setText(ways.isEmpty() ? tr("Esc lets go.")
                                   : tr("Drop it to choose how: %1. Esc lets go.").arg(ways.join(tr(", or "))));
    resize(bubbleWidth, layout()->heightForWidth(bubbleWidth));
    place(near);
    show();
    raise();
}

/// Above the row where there is room, else below; always inside.
void FitBubble::place(const QRect &near)
{
    const QWidget *board = parentWidget();
    int x = std::min(near.right() - width() - 8, board->width() - width() - 8);
    int y = near.top() - height() - gapToRow;
    if (y < 0)
        y = near.bottom() + gapToRow;
    move(std::max(8, x), y);
}

QString FitBubble::text() const
{
    return QStringList{m_title->text(), m_reason->text(), m_help->text()}.join(u'\n');
}

} // namespace syncline::ui
