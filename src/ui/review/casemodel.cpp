#include "ui/review/casemodel.h"

#include "core/services/searchtext.h"
#include "ui/components/marks.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QLocale>
#include <QPainter>
#include <QTreeView>

namespace syncline::ui {

void CaseModel::setGroups(const QList<CaseGroup> &groups)
{
    if (groups == m_all)
        return;
    m_all = groups;
    rebuild();
}

void CaseModel::setFilter(const QString &text)
{
    const QString filter = core::searchText(text);
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void CaseModel::rebuild()
{
    beginResetModel();
    m_groups.clear();
    for (const CaseGroup &group : std::as_const(m_all)) {
        CaseGroup shown{group.key, group.title, {}};
        for (const CaseLine &line : group.lines) {
            if (m_filter.isEmpty() || core::searchText(QString(line.title + u' ' + line.second)).contains(m_filter))
                shown.lines.append(line);
        }
        if (!shown.lines.isEmpty())
            m_groups.append(shown);
    }
    endResetModel();
}

int CaseModel::caseCount() const
{
    int count = 0;
    for (const CaseGroup &group : m_groups)
        count += int(group.lines.size());
    return count;
}

int CaseModel::placeOf(const QString &id) const
{
    int place = 0;
    for (const CaseGroup &group : m_groups) {
        for (const CaseLine &line : group.lines) {
            if (line.id == id)
                return place;
            ++place;
        }
    }
    return -1;
}

QString CaseModel::idAt(int place) const
{
    for (const CaseGroup &group : m_groups) {
        if (place < group.lines.size())
            return place < 0 ? QString() : group.lines.at(place).id;
        place -= int(group.lines.size());
    }
    return {};
}

QModelIndex CaseModel::indexOf(const QString &id) const
{
    for (int g = 0; g < m_groups.size(); ++g) {
        for (int c = 0; c < m_groups.at(g).lines.size(); ++c) {
            if (m_groups.at(g).lines.at(c).id == id)
                return index(c, 0, index(g, 0));
        }
    }
    return {};
}

const CaseGroup *CaseModel::groupOf(const QString &id) const
{
    const QModelIndex found = indexOf(id);
    return found.isValid() ? &m_groups.at(found.parent().row()) : nullptr;
}

QModelIndex CaseModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    // A group has id 0, a case the number of its group and one.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex CaseModel::parent(const QModelIndex &index) const
{
    return !index.isValid() || index.internalId() == 0 ? QModelIndex() : createIndex(int(index.internalId()) - 1, 0);
}

int CaseModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0 ? int(m_groups.at(parent.row()).lines.size()) : 0;
}

QVariant CaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0) {
        const CaseGroup &group = m_groups.at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return group.title;
        case Qt::AccessibleTextRole:
            return tr("%1, %2 cases").arg(group.title).arg(group.lines.size());
        case CountRole:
            return int(group.lines.size());
        default:
            return {};
        }
    }
    const CaseLine &line = m_groups.at(int(index.internalId()) - 1).lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(line.title + QStringLiteral(", ") + line.second);
    case IdRole:
        return line.id;
    case SecondRole:
        return line.second;
    default:
        return {};
    }
}

Qt::ItemFlags CaseModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == 0 ? Qt::ItemFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable)
                                   : Qt::ItemFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
}

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect box = option.rect;
    const bool isGroup = !index.parent().isValid(), isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(box, color(isSelected ? Token::AccentSoft : isGroup ? Token::Alt : Token::Surface));
    painter->setPen(color(Token::Border));
    painter->drawLine(box.bottomLeft(), box.bottomRight());
    const int margin = metrics::cardGap;
    if (isGroup) {
        const auto *tree = qobject_cast<const QTreeView *>(option.widget);
        const QString chevron = tree && tree->isExpanded(index) ? QStringLiteral("down") : QStringLiteral("right");
        constexpr int size = 12;
        painter->drawPixmap(box.left() + margin, box.center().y() - size / 2 + 1,
                            iconPixmap(chevron, size, color(Token::Text2), painter->device()->devicePixelRatioF()));
        const int badge = Badge::paint(*painter, QPoint(box.right() - margin + 1, box.center().y() + 1),
                                       BadgeKind::Decide, QLocale().toString(index.data(CaseModel::CountRole).toInt()));
        painter->setPen(color(Token::Text));
        painter->setFont(ui::font(Style::BodyBold));
        const QRect room = box.adjusted(margin + size + 6, 0, -margin - badge - 8, 0);
        painter->drawText(room, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    } else {
        const QRect room = box.adjusted(margin, 5, -margin, -5);
        painter->setPen(color(Token::Text));
        painter->setFont(ui::font(Style::BodyBold));
        painter->drawText(room, Qt::AlignTop,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->setPen(color(isSelected ? Token::Text2 : Token::Text3));
        painter->setFont(ui::font(Style::Meta));
        painter->drawText(room, Qt::AlignBottom,
                          painter->fontMetrics().elidedText(index.data(CaseModel::SecondRole).toString(),
                                                            Qt::ElideRight, room.width()));
    }
    painter->restore();
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int lines = QFontMetrics(font(Style::BodyBold)).height() + QFontMetrics(font(Style::Meta)).height() + 12;
    return {100, index.parent().isValid() ? std::max(metrics::twoLineRow, lines) : metrics::rowHeight};
}

} // namespace syncline::ui
