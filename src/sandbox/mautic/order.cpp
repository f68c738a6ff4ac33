#include "sandbox/mautic/columns.h"
#include "sandbox/mautic/query.h"

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

struct OrderColumn
{
    Column column;
    bool isDescending = false;
};

/// -1, 0, 1; nulls come first, as in the database.
int compared(const Column &column, const Record &left, const Record &right)
{
    if (column.kind != Column::Kind::Text) {
        const double a = column.number(left).value_or(-1e300);
        const double b = column.number(right).value_or(-1e300);
        return a < b ? -1 : (a > b ? 1 : 0);
    }
    const QJsonValue a = column.text(left);
    const QJsonValue b = column.text(right);
    if (a.isNull() || b.isNull())
        return int(b.isNull()) - int(a.isNull()) == 0 ? 0 : (a.isNull() ? -1 : 1);
    return collated(a.toString()).compare(collated(b.toString()));
}

Parsed<bool> isDescending(const QString &direction)
{
    const QString lower = direction.toLower();
    if (lower.isEmpty() || lower == "asc"_L1)
        return false;
    if (lower == "desc"_L1)
        return true;
    return tl::unexpected(BadQuery());
}

Parsed<std::vector<OrderColumn>> orderColumns(const Store &store, Object object, const QJsonObject &query)
{
    QList<QPair<QString, QString>> wanted;
    for (const QString &name : query["orderBy"_L1].toString().split(u',', Qt::SkipEmptyParts))
        wanted.append({name.trimmed(), query["orderByDir"_L1].toString()});
    for (const QJsonValue &item : listOf(query["order"_L1]))
        wanted.append({item["col"_L1].toString(), item["dir"_L1].toString()});
    std::vector<OrderColumn> columns;
    for (const auto &[name, direction] : wanted) {
        const std::optional<Column> known = column(store, object, name);
        const Parsed<bool> descending = isDescending(direction);
        if (!known || !descending)
            return tl::unexpected(BadQuery());
        columns.push_back({*known, *descending});
    }
    return columns;
}

} // namespace

bool isOrderById(const QJsonObject &query)
{
    return query["orderBy"_L1] == "id"_L1 && !query.contains("order"_L1)
        && query["orderByDir"_L1].toString().toLower() != "desc"_L1;
}

Parsed<Order> listOrder(const Store &store, Object object, const QJsonObject &query)
{
    const auto columns = orderColumns(store, object, query);
    if (!columns)
        return tl::unexpected(columns.error());
    if (columns->empty() && object == Object::Contact) {
        // The real order is by last activity, with ties in no order at all: never by id.
        return [](const Record &left, const Record &right) {
            return std::uint32_t(left.id) * 2654435761U < std::uint32_t(right.id) * 2654435761U;
        };
    }
    return [columns = *columns](const Record &left, const Record &right) {
        for (const OrderColumn &order : columns) {
            if (const int result = compared(order.column, left, right); result != 0)
                return (result < 0) != order.isDescending;
        }
        return left.id < right.id;
    };
}

} // namespace syncline::sandbox::mautic
