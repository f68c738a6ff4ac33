#include "ui/firststart/firststart.h"

#include "ui/components/panels.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

/// A card with a sign, two lines and a button.
Card *offer(const QString &iconName, const QString &what, const QString &why, QPushButton *button)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::cardPadding);
    auto *sign = new QLabel;
    sign->setPixmap(icon(iconName, Token::Accent).pixmap(24, 24));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(textLabel(what, Style::BodyBold));
    QLabel *second = textLabel(why, Style::Body, "second");
    second->setWordWrap(true);
    words->addWidget(second);
    row->addWidget(sign);
    row->addLayout(words, 1);
    row->addWidget(button);
    card->body()->addLayout(row);
    card->setMinimumHeight(74);
    return card;
}

} // namespace

ProviderTile::ProviderTile(const QString &provider, QWidget *parent) : QAbstractButton(parent), m_provider(provider)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setText(providerName(provider));
    setAccessibleName(providerName(provider));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ProviderTile::sizeHint() const
{
    return {metrics::sidebar, std::max(56, fontMetrics().height() + 32)};
}

void ProviderTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = isChecked() || hasFocus();
    painter.setPen(QPen(color(isMarked ? Token::Accent : Token::Border), isMarked ? 2 : 1));
    painter.setBrush(color(isChecked() ? Token::AccentSoft : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::cardRadius, metrics::cardRadius);
    constexpr int tile = 32;
    SystemTile::paint(painter, QRect(metrics::cardGap, (height() - tile) / 2, tile, tile), m_provider);
    painter.setFont(ui::font(Style::BodyBold));
    painter.setPen(color(Token::Text));
    const QRect room = rect().adjusted(metrics::cardGap + tile + 10, 0, -40, 0);
    painter.drawText(room, Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    if (isChecked())
        painter.drawPixmap(width() - 30, (height() - metrics::icon) / 2,
                           iconPixmap(u"check"_s, metrics::icon, color(Token::Accent), devicePixelRatioF()));
}

FirstStart::FirstStart(const QStringList &providers, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"firstStart"_s);
    setAccessibleName(tr("First start"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *across = new QHBoxLayout;
    auto *middle = new QWidget;
    middle->setMaximumWidth(868);
    across->addStretch(1);
    across->addWidget(middle, 20);
    across->addStretch(1);
    rows->addLayout(across, 1);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(metrics::cardGap);
    column->addSpacing(32);
    const auto centred = [column](const QString &text, Style style, const char *tone) {
        QLabel *label = textLabel(text, style, tone);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    };
    centred(tr("Which systems should agree?"), Style::AssistantTitle, "");
    centred(tr("Choose two. You can add more later. Nothing is changed in them before you have seen a preview."),
            Style::Body, "second");
    column->addWidget(tiles(providers));
    QPushButton *demo = plainButton(tr("Open the demo"));
    QPushButton *open = plainButton(tr("Open a workspace…"));
    column->addWidget(offer(u"play"_s, tr("Just looking? Try the demo"),
                            tr("Two practice systems with invented people run on this computer. Break what you like."),
                            demo));
    column->addWidget(offer(u"import"_s, tr("You already use Syncline elsewhere?"),
                            tr("Open a workspace file. Secrets are never in it; you sign in once."), open));
    column->addStretch();
    rows->addWidget(foot());
    setFocusProxy(m_tiles.value(0));
    connect(demo, &QPushButton::clicked, this, &FirstStart::demoWanted);
    connect(open, &QPushButton::clicked, this, &FirstStart::openWanted);
    chosen();
}

QWidget *FirstStart::tiles(const QStringList &providers)
{
    constexpr int columns = 4;
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, metrics::gap, 0, metrics::gap);
    grid->setSpacing(metrics::cardGap);
    for (const QString &provider : providers) {
        auto *tile = new ProviderTile(provider);
        grid->addWidget(tile, int(m_tiles.size()) / columns, int(m_tiles.size()) % columns);
        m_tiles << tile;
        connect(tile, &QAbstractButton::toggled, this, &FirstStart::chosen);
    }
    return inside;
}

QWidget *FirstStart::foot()
{
    auto *bar = new ActionBar;
    bar->setText(tr("Your data stays on this computer and in your systems."));
    m_connect = primaryButton(tr("Connect"));
    m_connect->setObjectName(u"connectChosen"_s);
    bar->addButton(m_connect);
    connect(m_connect, &QPushButton::clicked, this, [this] { Q_EMIT connectWanted(choice()); });
    return bar;
}

QStringList FirstStart::choice() const
{
    QStringList chosen;
    for (const ProviderTile *tile : m_tiles) {
        if (tile->isChecked())
            chosen << tile->provider();
    }
    return chosen;
}

void FirstStart::chosen()
{
    const QStringList providers = choice();
    m_connect->setEnabled(providers.size() == 2);
    m_connect->setText(
        providers.size() == 2
            ? tr("Connect %1 and %2").arg(providerName(providers.first()), providerName(providers.last()))
            : tr("Choose two systems"));
    m_connect->setAccessibleName(m_connect->text());
}

} // namespace syncline::ui
