#include "ui/mapping/listheader.h"

#include "ui/components/elidedlabel.h"
#include "ui/components/marks.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::MappingSide;

namespace {

constexpr int tileSize = 20;

} // namespace

ListHeader::ListHeader(MappingSide side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
    , m_tile(new QLabel(this))
    , m_title(new ElidedLabel(this))
    , m_count(new QLabel(this))
    , m_search(new QLineEdit(this))
{
    m_count->setProperty("tone", u"meta"_s);
    m_search->setObjectName(side == MappingSide::Hub ? u"findHub"_s : u"findRemote"_s);
    m_search->setClearButtonEnabled(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 7, 10, 7);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(5);
    grid->addWidget(m_tile, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_count, 0, 2);
    grid->addWidget(m_search, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    retint();
    setTitle({}, {});
}

void ListHeader::setTitle(const QString &title, const QString &provider)
{
    m_title->setFullText(title);
    m_provider = provider;
    const QString placeholder = m_side == MappingSide::Hub ? tr("Find a hub field") : tr("Find a field of the CRM");
    m_search->setPlaceholderText(placeholder);
    m_search->setAccessibleName(placeholder);
    retint();
}

void ListHeader::setCounts(int used, int all)
{
    //: fields that are connected, of all
    m_count->setText(tr("%1 of %2").arg(used).arg(all));
    m_count->setAccessibleName(tr("%1 of %2 fields are connected").arg(used).arg(all));
}

void ListHeader::retint()
{
    m_title->setFont(ui::font(Style::BodyBold));
    m_count->setFont(ui::font(Style::Meta));
    const bool isHub = m_side == MappingSide::Hub;
    const qreal ratio = devicePixelRatioF();
    QPixmap tile(QSize(tileSize, tileSize) * ratio);
    tile.setDevicePixelRatio(ratio);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isHub) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Text));
        painter.drawRoundedRect(QRectF(0, 0, tileSize, tileSize), 4, 4);
        painter.drawPixmap(QRect(3, 3, 14, 14), iconPixmap(u"hub"_s, 14, color(Token::Surface), ratio));
    } else if (!m_provider.isEmpty()) {
        SystemTile::paint(painter, QRect(0, 0, tileSize, tileSize), m_provider);
    }
    painter.end();
    m_tile->setPixmap(tile);
}

void ListHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        retint();
    QWidget::changeEvent(event);
}

void ListHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Border));
}

} // namespace syncline::ui
