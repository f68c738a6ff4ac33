#include "ui/activity/activitymodel.h"

#include "ui/components/headings.h"
#include "ui/records/recordsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::ui::ActivityModel", text);
}

/// Not in the model: there tr() would be the one of its base class, whose texts nobody translates.
QStringList headNames()
{
    return {tr("Time"), tr("State"), tr("System"), tr("Kind"), tr("Record"), tr("What")};
}

/// With seconds for what happened today.
QString timeOf(core::Millis at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return time.date() == QDate::currentDate() ? QLocale().toString(time.time(), u"HH:mm:ss"_s) : whenText(at);
}

} // namespace

State stateOf(const core::ActivityLine &line)
{
    if (line.hasFailed())
        return State::Failing;
    if (line.outcome == "done"_L1 || line.outcome == "changed"_L1)
        return State::Ok;
    return line.outcome == "moved"_L1 ? State::Waiting : State::Off;
}

QString stateWord(const core::ActivityLine &line)
{
    static const QMap<QString, const char *> words{
        {u"done"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Done")},
        {u"changed"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Changed there")},
        {u"moved"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Next run")},
        {u"skipped"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Skipped")},
        {u"planned"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Not sent")},
        {u"refused"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Not taken")},
        {u"lost"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "Not known")}};
    return line.outcome == "failed"_L1 || !words.contains(line.outcome) ? tr("Failed") : tr(words.value(line.outcome));
}

QString actWord(const QString &kind)
{
    static const QMap<QString, const char *> words{
        {u"create"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "create")},
        {u"update"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "update")},
        {u"delete"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "delete")},
        {u"link"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "link")},
        {u"relink"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "link")},
        {u"unlink"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "unlink")},
        {u"agree"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "compare")},
        {u"archive"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "archive")},
        {u"read"_s, QT_TRANSLATE_NOOP("syncline::ui::ActivityModel", "read")}};
    return words.contains(kind) ? tr(words.value(kind)) : kind;
}

QString kindWord(const core::ActivityLine &line)
{
    const QString entity = line.entity == "company"_L1 ? tr("Company")
        : line.entity == "contact"_L1                  ? tr("Contact")
        : line.entity == "deal"_L1                     ? tr("Deal")
        : line.entity == "activity"_L1                 ? tr("Activity")
                                                       : line.entity;
    return tr("%1, %2").arg(entity, actWord(line.kind));
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole))
        return {};
    const core::ActivityLine *line = rowAt(index.row());
    if (!line)
        return role == Qt::DisplayRole && index.column() == Time ? QVariant(u"…"_s) : QVariant();
    if (role == Qt::AccessibleTextRole && index.column() == Time)
        return QStringList{kindWord(*line), line->title, stateWord(*line), line->what}.join(u", "_s);
    switch (Column(index.column())) {
    case Time:
        return role == Qt::ToolTipRole ? whenExactly(line->at) : timeOf(line->at);
    case StateColumn:
        return stateWord(*line);
    case SystemColumn:
        return systemTitle(line->system);
    case Kind:
        return kindWord(*line);
    case Record:
        return line->title;
    case What:
        return line->what;
    case Columns:
        break;
    }
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return heading(headNames().value(section), orientation, role);
}

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const ActivityModel *>(index.model());
    const core::ActivityLine *line = model->rowAt(index.row());
    painter->save();
    paintRow(*painter, option);
    QRect room = cellRoom(option, index);
    Token tone = index.column() == ActivityModel::Record || index.column() == ActivityModel::Kind ? Token::Text
                                                                                                  : Token::Text2;
    if (line && index.column() == ActivityModel::SystemColumn) {
        constexpr int tile = 18;
        const int top = room.center().y() - tile / 2;
        SystemTile::paint(*painter, QRect(room.left(), top, tile, tile), m_providers.value(line->system, line->system));
        const bool incoming = line->isError || line->integration == core::hubSystem;
        painter->drawPixmap(room.left() + tile + 6, room.center().y() - 7,
                            iconPixmap(incoming ? u"aleft"_s : u"aright"_s, 14, color(Token::Text3),
                                       painter->device()->devicePixelRatioF()));
        painter->restore();
        return;
    }
    if (line && index.column() == ActivityModel::StateColumn) {
        const State state = stateOf(*line);
        paintMark(*painter, QRectF(room.left(), room.center().y() - 5, 10, 10), state);
        room.adjust(16, 0, 0, 0);
        tone = wordToken(state);
    }
    painter->setFont(ui::font(Style::Body));
    painter->setPen(color(tone));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace syncline::ui
