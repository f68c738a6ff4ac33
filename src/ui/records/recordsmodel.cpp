#include "ui/records/recordsmodel.h"

#include "ui/components/headings.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("syncline::ui::RecordsModel", text);
}

} // namespace

void RecordsModel::setEntity(const QString &entity)
{
    m_entity = entity;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns - 1);
}

std::optional<core::RecordQuery::Order> RecordsModel::orderOf(int column)
{
    switch (column) {
    case Name:
        return core::RecordQuery::Order::Name;
    case Email:
        return core::RecordQuery::Order::Email;
    case Company:
        return core::RecordQuery::Order::Company;
    case Changed:
        return core::RecordQuery::Order::Changed;
    default:
        return std::nullopt;
    }
}

QVariant RecordsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Changed ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const core::RecordLine *line = rowAt(index.row());
    if (!line)
        return role == Qt::DisplayRole && index.column() == Name ? QVariant(u"…"_s) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return QStringList{line->name, wordOf(line->state), line->systems.join(u' ')}.join(u", "_s);
    switch (Column(index.column())) {
    case Name:
        return line->name.isEmpty() ? line->id : line->name;
    case Email:
        return line->email;
    case Company:
        return line->company;
    case Stage:
        return line->stage;
    case In:
        return role == Qt::DisplayRole ? QVariant(line->systems) : QVariant(line->systems.join(u", "_s));
    case StateColumn:
        return role == Qt::ToolTipRole && line->state == core::RecordQuery::State::InSync
            ? QVariant()
            : QVariant(wordOf(line->state));
    case Changed:
        return role == Qt::ToolTipRole ? whenExactly(line->changed) : whenText(line->changed);
    case Columns:
        break;
    }
    return {};
}

QString RecordsModel::fileText(const core::RecordLine &line, Column column)
{
    switch (column) {
    case Name:
        return line.name;
    case Email:
        return line.email;
    case Company:
        return line.company;
    case Stage:
        return line.stage;
    case In:
        return line.systems.join(u", "_s);
    case StateColumn:
        return wordOf(line.state);
    case Changed:
        return QDateTime::fromMSecsSinceEpoch(line.changed, Qt::UTC).toString(Qt::ISODate);
    case Columns:
        break;
    }
    return {};
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList names{word("Name"),   word("E-mail"), m_entity == "company"_L1 ? word("Domain") : word("Company"),
                            word("Stage"),  word("In"),     word("State"),
                            word("Changed")};
    return heading(names.value(section), orientation, role, section == Changed ? Qt::AlignRight : Qt::AlignLeft);
}

void RecordsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRow(*painter, option);
    const QRect room = cellRoom(option, index);
    if (index.column() == RecordsModel::In) {
        constexpr int tile = 18;
        int left = room.left();
        for (const QString &system : index.data().toStringList()) {
            SystemTile::paint(*painter, QRect(left, room.center().y() - tile / 2, tile, tile),
                              m_providers.value(system, system));
            left += tile + 6;
        }
        painter->restore();
        return;
    }
    QRect text = room;
    Token tone = index.column() == RecordsModel::Name || index.column() == RecordsModel::Company ? Token::Text
                                                                                                 : Token::Text2;
    if (index.column() == RecordsModel::StateColumn) {
        const auto *model = static_cast<const RecordsModel *>(index.model());
        if (const core::RecordLine *line = model->rowAt(index.row())) {
            const State state = markOf(line->state);
            paintMark(*painter, QRectF(room.left(), room.center().y() - 5, 10, 10), state);
            text.adjust(16, 0, 0, 0);
            tone = wordToken(state);
        }
    }
    painter->setFont(font(option.state.testFlag(QStyle::State_Selected) && index.column() == RecordsModel::Name
                              ? Style::BodyBold
                              : Style::Body));
    painter->setPen(color(tone));
    painter->drawText(text, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()),
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace syncline::ui
