#include "ui/records/valuesmodel.h"

#include "ui/components/headings.h"
#include "ui/records/recordsmodel.h"
#include "ui/theme/fonts.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void ValuesModel::set(const core::RecordBoard &board)
{
    m_board = board;
    rebuild();
}

void ValuesModel::setOnlyDifferences(bool only)
{
    m_onlyDifferences = only;
    rebuild();
}

void ValuesModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (const core::RecordValue &value : std::as_const(m_board.values)) {
        if (!m_onlyDifferences || value.differs() || !value.conflict.isEmpty())
            m_rows.append(value);
    }
    endResetModel();
}

QString ValuesModel::fieldAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).field : QString();
}

int ValuesModel::rowOf(const QString &field) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).field == field)
            return row;
    }
    return -1;
}

QString ValuesModel::textOf(const QString &field) const
{
    const auto found = std::ranges::find(m_board.values, field, &core::RecordValue::field);
    return found != m_board.values.cend() && found->value.isReadable() ? found->value.display() : QString();
}

int ValuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3 + int(m_board.systems.size());
}

QString ValuesModel::systemOf(int column) const
{
    if (column == 1)
        return u"hub"_s;
    return column > 1 && column - 2 < m_board.systems.size() ? m_board.systems.at(column - 2).name : QString();
}

ValuesModel::Cell ValuesModel::cell(int row, int column) const
{
    const core::RecordValue &value = m_rows.at(row);
    Cell cell;
    const auto say = [&](const QString &text) { cell.spans = {{Span::Kind::Same, text}}; };
    if (column == 0) {
        cell.isName = true;
        say(value.label);
    } else if (column == 1) {
        say(valueText(value.value, &cell.isWord));
    } else if (column < columnCount() - 1) {
        const auto &side = value.sides.at(column - 2);
        if (!side.mapped) {
            cell.isWord = true;
            say(ValuesModel::tr("not mapped"));
        } else if (!value.conflict.isEmpty() && side.value.isReadable() && !side.value.isBlank()
                   && !value.value.isBlank()) {
            cell.spans = difference(value.value.display(), side.value.display());
        } else {
            say(valueText(side.value, &cell.isWord));
        }
    } else {
        cell.isMeta = true;
        cell.isConflict = !value.conflict.isEmpty();
        const QString who = value.by == core::personAuthor ? tr("by hand") : value.by;
        QStringList parts{who, value.at ? whenText(*value.at) : QString()};
        parts.removeAll(QString());
        say(cell.isConflict ? tr("Waits for you") : parts.join(u", "_s));
    }
    return cell;
}

QVariant ValuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    QString text;
    for (const Span &span : cell(index.row(), index.column()).spans)
        text += span.kind == Span::Kind::Removed ? QString() : span.text;
    if (role == Qt::AccessibleTextRole && index.column() > 0)
        return QString(m_rows.at(index.row()).label + u", "_s
                       + headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + u": "_s + text);
    return text;
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString name = section == 0  ? tr("Field")
        : section == columnCount() - 1 ? tr("Set by")
                                       : systemTitle(systemOf(section));
    return heading(name, orientation, role);
}

void ValuesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto cell = static_cast<const ValuesModel *>(index.model())->cell(index.row(), index.column());
    painter->save();
    paintRow(*painter, option);
    const QRect room = option.rect.adjusted(12, 0, -4, 0);
    QFont shown = font(cell.isName ? Style::BodyBold : Style::Body);
    shown.setItalic(cell.isWord);
    const Token tone = cell.isConflict ? Token::Warn
        : cell.isWord                  ? Token::Text3
        : cell.isMeta                  ? Token::Text2
                                       : Token::Text;
    QList<Span> spans = cell.spans;
    const QFontMetrics metrics(shown);
    if (spans.size() == 1)
        spans.first().text = metrics.elidedText(spans.first().text.simplified(), Qt::ElideRight, room.width());
    const int top = room.top() + (room.height() - metrics.height()) / 2;
    paintSpans(*painter, QRect(room.left(), top, room.width(), metrics.height()), spans, shown, color(tone));
    painter->restore();
}

} // namespace syncline::ui
