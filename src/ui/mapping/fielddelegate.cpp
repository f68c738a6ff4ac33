#include "ui/mapping/fieldlistview.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/palette.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int iconSize = 16;
constexpr int iconLeft = 10;
constexpr int textLeft = 34;
constexpr int rightMargin = 10;

void paintIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color)
{
    const QPixmap pixmap = iconPixmap(name, rect.width(), color, painter->device()->devicePixelRatioF());
    painter->drawPixmap(rect, pixmap);
}

} // namespace

FieldDelegate::FieldDelegate(core::MappingSide side, const Drawing &drawing, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_side(side)
    , m_drawing(drawing)
{
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(ui::font(Style::Body)).height() + QFontMetrics(font(Style::Meta)).height();
    return {0, std::max(m_rowHeight, lines + 2)};
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(FieldListModel::HeadingRole).toBool()) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const QRect rect = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected)
        && option.state.testFlag(QStyle::State_HasFocus);
    const bool isPaired = index.data(FieldListModel::PairedRole).toBool();
    painter->fillRect(rect, color(isPaired || isSelected ? Token::AccentSoft : Token::Surface));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), color(Token::Border));
    const int left = rect.left() + iconLeft;
    paintIcon(painter, index.data(FieldListModel::IconRole).toString(),
              {left, rect.center().y() - iconSize / 2 + 1, iconSize, iconSize}, color(Token::Text2));
    const int right = paintNote(painter, rect, index);
    paintTexts(painter, rect, index, right);
    paintFrame(painter, rect, index.data(FieldListModel::KeyRole).toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->drawRect(rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void FieldDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->fillRect(option.rect, color(Token::Alt));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
    const QRect sign(option.rect.left() + iconLeft, option.rect.center().y() - iconSize / 2, iconSize, iconSize);
    paintIcon(painter, option.state.testFlag(QStyle::State_Open) ? u"down"_s : u"right"_s, sign, color(Token::Text2));
    painter->setFont(ui::font(Style::MetaBold));
    painter->setPen(color(Token::Text2));
    const QRect text = option.rect.adjusted(textLeft, 0, -rightMargin, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
}

/// At the right: whether it fits while a connection is drawn, else that it is read only. Returns where texts end.
int FieldDelegate::paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString key = index.data(FieldListModel::KeyRole).toString();
    const int right = rect.right() - rightMargin;
    const bool fits = m_drawing.isActive && m_drawing.other() == m_side && m_drawing.fits.contains(key);
    const QString note = fits                               ? tr("fits")
        : index.data(FieldListModel::ReadOnlyRole).toBool() ? tr("read only")
                                                            : QString();
    if (note.isEmpty())
        return right;
    QFont face = ui::font(fits ? Style::Body : Style::Meta);
    face.setItalic(!fits);
    const int width = QFontMetrics(face).horizontalAdvance(note);
    painter->setFont(face);
    painter->setPen(color(fits ? Token::Accent : Token::Text3));
    painter->drawText(QRect(right - width, rect.top(), width + 1, rect.height()), Qt::AlignVCenter, note);
    if (!fits)
        return right - width - 6;
    const QRect sign(right - width - 22, rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    paintIcon(painter, u"check"_s, sign, color(Token::Accent));
    return sign.left() - 6;
}

void FieldDelegate::paintTexts(QPainter *painter, const QRect &rect, const QModelIndex &index, int right) const
{
    const bool isUsed = index.data(FieldListModel::UsedRole).toBool();
    const QFont nameFont = ui::font(isUsed ? Style::BodyBold : Style::Body);
    const QFont metaFont = ui::font(Style::Meta);
    const QFontMetrics nameMetrics(nameFont), metaMetrics(metaFont);
    const bool isRequired = index.data(FieldListModel::RequiredRole).toBool();
    const int left = rect.left() + textLeft;
    const int starWidth = isRequired ? nameMetrics.horizontalAdvance(u" *"_s) : 0;
    const QString sample = index.data(FieldListModel::SampleRole).toString();
    const int block = nameMetrics.height() + (sample.isEmpty() ? 0 : metaMetrics.height() - 1);
    int y = rect.top() + (rect.height() - 1 - block) / 2;

    const QString name = nameMetrics.elidedText(index.data().toString(), Qt::ElideRight, right - left - starWidth);
    painter->setFont(nameFont);
    painter->setPen(color(Token::Text));
    const QRect nameRect(left, y, right - left, nameMetrics.height());
    painter->drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (isRequired) {
        painter->setPen(color(Token::Bad));
        painter->drawText(nameRect.translated(nameMetrics.horizontalAdvance(name), 0), Qt::AlignLeft | Qt::AlignVCenter,
                          u" *"_s);
    }
    y += nameMetrics.height() - 1;
    painter->setFont(metaFont);
    painter->setPen(color(Token::Text3));
    painter->drawText(QRect(left, y, right - left, metaMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      metaMetrics.elidedText(sample, Qt::ElideRight, right - left));
}

void FieldDelegate::paintFrame(QPainter *painter, const QRect &rect, const QString &key) const
{
    if (!m_drawing.isActive)
        return;
    const QRect frame = rect.adjusted(1, 1, -1, -2);
    if (m_drawing.from == m_side) {
        if (m_drawing.key != key)
            return;
        painter->setPen(QPen(color(Token::Accent), 2));
    } else if (m_drawing.over == key) {
        const bool isPossible = m_drawing.fit.kind == core::Fit::Kind::Fits;
        painter->setPen(QPen(color(isPossible ? Token::Accent : Token::BadMark), 2));
    } else if (m_drawing.fits.contains(key)) {
        painter->setPen(QPen(color(Token::Accent), 2, Qt::CustomDashLine));
        QPen dashed = painter->pen();
        dashed.setDashPattern({3, 2});
        dashed.setCapStyle(Qt::FlatCap);
        painter->setPen(dashed);
    } else {
        return;
    }
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(frame);
}

} // namespace syncline::ui
