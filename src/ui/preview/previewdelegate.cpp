#include "ui/preview/previewdelegate.h"

#include "ui/components/marks.h"
#include "ui/preview/previewmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int checkSize = 16;

struct WhatLook
{
    const char *icon;
    Token token;
};

WhatLook lookOf(const QString &kind)
{
    if (kind == "create"_L1)
        return {"plus", Token::Ok};
    if (kind == "update"_L1)
        return {"edit", Token::Accent};
    if (kind == "archive"_L1 || kind == "delete"_L1)
        return {"trash", Token::Bad};
    if (kind == "unlink"_L1)
        return {"unlink", Token::Text2};
    return {"link", Token::Text2};
}

State stateOf(const QString &outcome)
{
    return outcome == "reversed"_L1 ? State::Ok : outcome == "kept"_L1 ? State::Waiting : State::Failing;
}

QString cut(const QPainter &painter, const QString &text, int width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, width);
}

void paintText(QPainter &painter, const QRect &rect, const QString &text, Token token)
{
    painter.setPen(color(token));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, cut(painter, text, rect.width()));
}

Run wordOf(const core::ShownValue &value, Run::Look look)
{
    const bool text = value.kind == core::ShownValue::Kind::Text;
    return {text ? value.text.simplified() : shownText(value), text ? look : Run::Look::Word};
}

} // namespace

QList<Run> runsOf(const core::FieldChange &change, bool created)
{
    using Kind = core::ShownValue::Kind;
    if (created || change.before.kind != Kind::Text)
        return {wordOf(change.after, Run::Look::Added)};
    if (change.after.kind != Kind::Text)
        return {wordOf(change.before, Run::Look::Removed),
                {u"→"_s, Run::Look::Meta},
                wordOf(change.after, Run::Look::Word)};
    const QList<Piece> pieces = textDifference(change.before.text.simplified(), change.after.text.simplified());
    QList<Run> runs;
    const bool whole = pieces.size() == 2 && pieces[0].kind == Piece::Kind::Removed
        && pieces[1].kind == Piece::Kind::Added;
    for (const Piece &piece : pieces) {
        if (whole && !runs.isEmpty())
            runs.append({u"→"_s, Run::Look::Meta});
        runs.append({piece.text,
                     piece.kind == Piece::Kind::Same          ? Run::Look::Plain
                         : piece.kind == Piece::Kind::Removed ? Run::Look::Removed
                                                              : Run::Look::Added});
    }
    return runs;
}

QList<Run> runsOf(const core::PreviewRow &row)
{
    if (row.changes.isEmpty())
        return {{PreviewModel::tr("No field changes"), Run::Look::Meta}};
    const core::FieldChange &first = row.changes.first();
    QList<Run> runs{{first.label + u' ', Run::Look::Plain}};
    runs += runsOf(first, row.kind == "create"_L1 && row.outcome != "reversed"_L1);
    if (row.changes.size() > 1)
        runs.append({u' ' + PreviewModel::tr("and %1 more").arg(row.changes.size() - 1), Run::Look::Meta});
    return runs;
}

int paintRuns(QPainter &painter, const QRect &rect, const QList<Run> &runs, bool faded)
{
    int x = rect.left();
    const QFont base = painter.font();
    for (const Run &run : runs) {
        QFont look = base;
        Token token = faded ? Token::Text3 : Token::Text;
        std::optional<Token> ground;
        if (run.look == Run::Look::Removed) {
            look.setStrikeOut(true);
            token = Token::Bad;
            ground = Token::BadSoft;
        } else if (run.look == Run::Look::Added) {
            look.setUnderline(true);
            token = Token::Ok;
            ground = Token::OkSoft;
        } else if (run.look == Run::Look::Word) {
            look.setItalic(true);
            token = Token::Text3;
        } else if (run.look == Run::Look::Meta) {
            token = Token::Text2;
        }
        painter.setFont(look);
        const bool arrow = run.text == u"→"_s;
        const int left = rect.right() - x;
        if (left < 12)
            break;
        const QString text = painter.fontMetrics().elidedText(run.text, Qt::ElideRight, left - (arrow ? 10 : 0));
        const int width = painter.fontMetrics().horizontalAdvance(text);
        const int height = painter.fontMetrics().height();
        if (arrow)
            x += 5;
        const QRect place(x, rect.center().y() - height / 2, width, height);
        if (ground) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(*ground));
            painter.drawRoundedRect(place.adjusted(-2, -1, 2, 1), 2, 2);
        }
        painter.setPen(color(token));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += width + (arrow ? 5 : 0);
        if (text != run.text)
            break;
    }
    painter.setFont(base);
    return x - rect.left();
}

QSize PreviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), metrics::rowHeight};
}

void PreviewDelegate::paintWhat(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const
{
    const QRect words = rect.adjusted(22, 0, 0, 0);
    const QRect sign(rect.left(), rect.center().y() - 7, metrics::icon, metrics::icon);
    if (m_undo) {
        paintMark(painter, QRectF(rect.left(), rect.center().y() - 5, 10, 10), stateOf(row.outcome));
        paintText(painter, rect.adjusted(16, 0, 0, 0), writeKindWord(row.outcome), wordToken(stateOf(row.outcome)));
        return;
    }
    const WhatLook look = lookOf(row.kind);
    const QColor tint = color(in ? look.token : Token::Text3);
    painter.drawPixmap(
        sign, iconPixmap(QString::fromLatin1(look.icon), metrics::icon, tint, painter.device()->devicePixelRatioF()));
    paintText(painter, words, writeKindWord(row.kind), in ? look.token : Token::Text3);
}

void PreviewDelegate::paintRecord(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const
{
    QRect words = rect;
    if (m_undo) {
        SystemTile::paint(painter, QRect(rect.left(), rect.center().y() - 8, 18, 18), row.provider);
        words.adjust(24, 0, 0, 0);
    }
    paintText(painter, words, row.record, in || m_undo ? Token::Text : Token::Text3);
}

void PreviewDelegate::paintChange(QPainter &painter, const QRect &rect, const core::PreviewRow &row, bool in) const
{
    paintRuns(painter, rect, runsOf(row), !in && !m_undo);
}

void PreviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, color(Token::AccentSoft));
    painter->setPen(color(Token::Border));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(Token::Border));
    const bool in = index.data(PreviewModel::InRole).toBool();
    const QVariant held = index.data(PreviewModel::RowRole);
    const QRect rect = option.rect.adjusted(metrics::gap, 0, -metrics::gap, -1);
    if (index.column() == PreviewModel::Check) {
        QStyleOptionViewItem box = option;
        box.features |= QStyleOptionViewItem::HasCheckIndicator;
        box.rect = QRect(option.rect.center().x() - checkSize / 2, option.rect.center().y() - checkSize / 2, checkSize,
                         checkSize);
        const bool enabled = index.flags().testFlag(Qt::ItemIsUserCheckable);
        box.state = (in ? QStyle::State_On : QStyle::State_Off)
            | (enabled ? QStyle::State_Enabled : QStyle::State_None);
        const QWidget *widget = option.widget;
        if (enabled || m_undo)
            (widget ? widget->style() : QApplication::style())
                ->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, widget);
    } else if (held.isValid()) {
        const auto row = held.value<core::PreviewRow>();
        painter->setFont(font(Style::Body));
        if (index.column() == PreviewModel::What)
            paintWhat(*painter, rect, row, in);
        else if (index.column() == PreviewModel::Record)
            paintRecord(*painter, rect, row, in);
        else if (index.column() == PreviewModel::Change)
            paintChange(*painter, rect, row, in);
        else
            paintText(*painter, rect, index.data().toString(),
                      index.data(PreviewModel::ChangedRole).toBool() ? Token::Warn : Token::Text2);
    }
    painter->restore();
}

bool PreviewDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (index.column() != PreviewModel::Check || event->type() != QEvent::MouseButtonRelease
        || !index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->pos()))
        return false;
    const bool in = index.data(PreviewModel::InRole).toBool();
    return model->setData(index, in ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace syncline::ui
