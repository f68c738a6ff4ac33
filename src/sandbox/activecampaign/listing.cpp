#include "sandbox/activecampaign/calls.h"

#include <algorithm>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 100;

} // namespace

QString Call::parameter(const QString &name) const
{
    QString found;
    for (const auto &[key, value] : query) {
        if (key == name)
            found = value;
    }
    return found;
}

bool Call::has(const QString &name) const
{
    return std::ranges::any_of(query, [&](const auto &pair) { return pair.first == name; });
}

QList<int> Call::numbers(const QString &name) const
{
    QList<int> list;
    for (const auto &[key, value] : query) {
        if (key == name + u"[]"_s)
            list.append(value.toInt());
    }
    return list;
}

PageBounds pageBounds(const Call &call, qsizetype total, int usualLimit)
{
    const int asked = call.has(u"limit"_s) ? call.parameter(u"limit"_s).toInt() : usualLimit;
    const int limit = asked <= 0 ? usualLimit : std::min(asked, largestPage);
    const qsizetype from = std::min<qsizetype>(std::max(0, call.parameter(u"offset"_s).toInt()), total);
    return {from, std::min<qsizetype>(limit, total - from)};
}

Listing paged(const QList<const Row *> &rows, const Call &call, int usualLimit)
{
    const PageBounds bounds = pageBounds(call, rows.size(), usualLimit);
    return {rows.mid(bounds.from, bounds.count), rows.size()};
}

QList<const Row *> allRows(const Table &table)
{
    QList<const Row *> rows;
    rows.reserve(table.size());
    for (const auto &[id, row] : table.rows())
        rows.append(&row);
    return rows;
}

QList<const Row *> ownedRows(const Table &table, int owner)
{
    QList<const Row *> rows;
    for (const int id : table.ofOwner(owner))
        rows.append(table.find(id));
    return rows;
}

QJsonArray shownRows(const QList<const Row *> &rows)
{
    QJsonArray array;
    for (const Row *row : rows)
        array.append(shown(*row));
    return array;
}

QJsonObject collection(const QString &plural, const Listing &listing)
{
    return {{plural, shownRows(listing.rows)}, {u"meta"_s, QJsonObject{{u"total"_s, QString::number(listing.total)}}}};
}

} // namespace syncline::sandbox::activecampaign
