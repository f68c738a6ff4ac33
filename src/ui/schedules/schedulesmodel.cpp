#include "ui/schedules/schedulesmodel.h"

#include "ui/components/headings.h"
#include "ui/preview/times.h"
#include "ui/schedules/schedulewords.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

void SchedulesModel::set(const QList<core::ScheduleInfo> &schedules)
{
    beginResetModel();
    m_schedules = schedules;
    endResetModel();
}

const core::ScheduleInfo *SchedulesModel::at(int row) const
{
    return row >= 0 && row < m_schedules.size() ? &m_schedules.at(row) : nullptr;
}

int SchedulesModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_schedules.size(); ++row) {
        if (m_schedules.at(row).schedule.id == id)
            return row;
    }
    return -1;
}

QVariant SchedulesModel::text(const core::ScheduleInfo &info, int column) const
{
    switch (Column(column)) {
    case On:
        return QString();
    case Between:
        return systemWords(info);
    case What:
        return whatWords(info.schedule);
    case When:
        return whenWords(info.schedule.timing);
    case Next:
        return info.nextAt ? shortTime(*info.nextAt) : u"–"_s;
    case Last:
        return lastWords(info);
    case StateColumn:
        return scheduleWord(info);
    case Columns:
        break;
    }
    return {};
}

QVariant SchedulesModel::data(const QModelIndex &index, int role) const
{
    const core::ScheduleInfo *info = index.isValid() ? at(index.row()) : nullptr;
    if (!info)
        return {};
    if (role == Qt::DisplayRole)
        return text(*info, index.column());
    if (role == Qt::CheckStateRole && index.column() == On)
        return int(info->schedule.enabled ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::AccessibleTextRole && index.column() == On) {
        return QStringList{info->schedule.enabled ? tr("on") : tr("off"), systemWords(*info), whatWords(info->schedule),
                           whenWords(info->schedule.timing), scheduleWord(*info)}
            .join(u", "_s);
    }
    if (role == Qt::AccessibleTextRole)
        return text(*info, index.column());
    if (role == Qt::ToolTipRole && index.column() == Next && info->nextAt)
        return exactTime(*info->nextAt);
    if (role == Qt::ToolTipRole && index.column() >= Last)
        return info->lastDetail;
    return {};
}

bool SchedulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const core::ScheduleInfo *info = at(index.row());
    if (!info || role != Qt::CheckStateRole)
        return false;
    Q_EMIT switchWanted(info->schedule.id, value.toInt() == int(Qt::Checked));
    return true;
}

Qt::ItemFlags SchedulesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == On ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant SchedulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{tr("On"), tr("Between"), tr("What"), tr("When"), tr("Next"), tr("Last"), tr("State")};
    return heading(names.value(section), orientation, role);
}

RowDelegate::Look SchedulesDelegate::lookOf(const QModelIndex &index) const
{
    const core::ScheduleInfo *info = static_cast<const SchedulesModel *>(index.model())->at(index.row());
    if (info && index.column() == SchedulesModel::StateColumn)
        return {wordToken(scheduleMark(*info)), scheduleMark(*info)};
    return {info && !info->schedule.enabled ? Token::Text2 : Token::Text};
}

void SchedulesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    if (index.column() != SchedulesModel::On)
        return;
    constexpr int width = 30, height = 16, margin = 2;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
    const QRect room = cellRoom(option, index);
    const QRectF track(room.left(), room.center().y() - height / 2.0, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(isOn ? Token::AccentFill : Token::Line));
    painter->drawRoundedRect(track, height / 2.0, height / 2.0);
    painter->setBrush(color(Token::OnAccent));
    const qreal knob = height - 2 * margin;
    painter->drawEllipse(
        QRectF(isOn ? track.right() - margin - knob : track.left() + margin, track.top() + margin, knob, knob));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(color(Token::Accent), 2));
        painter->drawRoundedRect(track.adjusted(-3, -3, 3, 3), height / 2.0 + 3, height / 2.0 + 3);
    }
    painter->restore();
}

bool SchedulesDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                                    const QModelIndex &index)
{
    const bool isClick = event->type() == QEvent::MouseButtonRelease
        && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool isKey = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (index.column() != SchedulesModel::On || (!isClick && !isKey))
        return false;
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked);
    return model->setData(index, int(isOn ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

} // namespace syncline::ui
