#include "ui/integrations/integrationlist.h"

#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

enum Role { ProviderRole = Qt::UserRole, KindsRole, StateRole, WordRole, AgoRole };

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("syncline::ui::IntegrationList", text, nullptr, count);
}

} // namespace

Condition conditionOf(const core::IntegrationInfo &info)
{
    if (info.state == "paused"_L1)
        return {State::Off, tr("Paused")};
    if (info.health.status == "healthy"_L1)
        return {State::Ok, tr("Healthy")};
    if (info.health.isSignInRefused)
        return {State::Failing, tr("Needs sign-in")};
    if (info.health.status == "down"_L1)
        return {State::Failing, tr("Down")};
    if (info.health.status == "throttled"_L1)
        return {State::Waiting, tr("Slowed by their limit")};
    return {State::Off, tr("Not tested")};
}

QString ago(std::optional<core::Millis> at)
{
    if (!at)
        return tr("never");
    constexpr qint64 minute = 60'000;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 since = QDateTime::currentMSecsSinceEpoch() - *at;
    if (since < minute)
        return tr("now");
    if (since < hour)
        return tr("%1 min ago").arg(since / minute);
    if (since < day)
        return tr("%1 h ago").arg(since / hour);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(*at).date(), QLocale::ShortFormat);
}

void IntegrationModel::set(QList<core::IntegrationInfo> list)
{
    beginResetModel();
    m_list = std::move(list);
    endResetModel();
}

const core::IntegrationInfo *IntegrationModel::at(int row) const
{
    return row >= 0 && row < m_list.size() ? &m_list[row] : nullptr;
}

int IntegrationModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_list.size(); ++row) {
        if (m_list[row].name == name)
            return row;
    }
    return -1;
}

int IntegrationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

QVariant IntegrationModel::data(const QModelIndex &index, int role) const
{
    const core::IntegrationInfo *info = index.isValid() ? at(index.row()) : nullptr;
    if (info == nullptr)
        return {};
    const Condition condition = conditionOf(*info);
    switch (role) {
    case Qt::DisplayRole:
        return info->name;
    case Qt::AccessibleTextRole:
        return QString(info->name + u", "_s + providerName(info->provider) + u", "_s + condition.word);
    case Qt::ToolTipRole:
        return info->url;
    case ProviderRole:
        return info->provider;
    case KindsRole:
        return info->entities.isEmpty() ? tr("nothing mapped yet") : info->entities.join(u", "_s);
    case StateRole:
        return int(condition.state);
    case WordRole:
        return condition.word;
    case AgoRole:
        return ago(info->health.at);
    default:
        return {};
    }
}

void IntegrationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, color(Token::AccentSoft));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), color(Token::Border));
    constexpr int tile = 28;
    const QRect square(row.left() + metrics::cardGap, row.top() + (row.height() - tile) / 2, tile, tile);
    SystemTile::paint(*painter, square, index.data(ProviderRole).toString());
    const QRect room = row.adjusted(metrics::cardGap + tile + metrics::gap, 10, -metrics::cardGap, -10);
    const auto text = [&](const QRect &where, Style style, Token token, Qt::Alignment side, const QString &words) {
        painter->setFont(ui::font(style));
        painter->setPen(color(token));
        painter->drawText(where, int(side), painter->fontMetrics().elidedText(words, Qt::ElideRight, where.width()));
    };
    const QString word = index.data(WordRole).toString();
    const auto state = State(index.data(StateRole).toInt());
    const int wordWidth = QFontMetrics(ui::font(Style::Body)).horizontalAdvance(word);
    const QRect words = room.adjusted(0, 0, -wordWidth - 24, 0);
    text(words, Style::BodyBold, Token::Text, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
    text(words, Style::Meta, Token::Text3, Qt::AlignLeft | Qt::AlignBottom, index.data(KindsRole).toString());
    text(room, Style::Body, wordToken(state), Qt::AlignRight | Qt::AlignTop, word);
    text(room, Style::Meta, Token::Text3, Qt::AlignRight | Qt::AlignBottom, index.data(AgoRole).toString());
    const int lineHeight = QFontMetrics(ui::font(Style::Body)).height();
    paintMark(*painter, QRectF(room.right() - wordWidth - 16, room.top() + (lineHeight - 10) / 2.0, 10, 10), state);
    painter->restore();
}

QSize IntegrationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int words = QFontMetrics(ui::font(Style::Body)).height() + QFontMetrics(ui::font(Style::Meta)).height();
    return {metrics::leastPane, std::max(metrics::integrationRow, words + 24)};
}

} // namespace syncline::ui
