#include "core/mapping/referencevalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

Value::Items itemsOf(const Value &value)
{
    if (value.isList())
        return value.items();
    Value::Items items;
    for (const QString &id : value.members())
        items.append({id, {}, items.isEmpty() && !value.isSet()});
    return items;
}

} // namespace

QStringList referredIds(const Value &value)
{
    auto items = itemsOf(value);
    std::ranges::stable_sort(items, [](const ListItem &a, const ListItem &b) { return a.primary && !b.primary; });
    QStringList ids;
    for (const ListItem &item : items)
        ids << item.value;
    return ids;
}

Value withIds(const Value &value, FieldType type, const std::function<QString(const QString &)> &idFor)
{
    Value::Items items;
    for (const ListItem &item : itemsOf(value)) {
        const QString id = idFor(item.value);
        if (!id.isEmpty())
            items.append({id, {}, item.primary});
    }
    std::ranges::sort(items, {}, &ListItem::value);
    if (items.isEmpty())
        return Value::null();
    if (type == FieldType::Refs)
        return Value::list(items);
    const auto primary = std::ranges::find_if(items, &ListItem::primary);
    return Value::text(primary == items.end() ? items.first().value : primary->value);
}

Value referenceToHub(const MappingLine &line, const Value &raw, const References *references)
{
    if (raw.isBlank())
        return Value::null();
    const Value value = withIds(raw, line.hub.type, [&](const QString &id) {
        if (id.startsWith(placeholderPrefix))
            return id.mid(placeholderPrefix.size());
        return references ? references->hubOf(line.remote.refersTo, id) : QString();
    });
    return value.isBlank() ? Value::absent() : value;
}

Value referenceToRemote(const MappingLine &line, const Value &hubValue, const References *references)
{
    if (hubValue.isBlank())
        return Value::null();
    return withIds(hubValue, line.remote.type, [&](const QString &id) {
        const QString there = references ? references->remoteOf(line.remote.refersTo, id) : QString();
        return there.isEmpty() ? placeholderPrefix + id : there;
    });
}

} // namespace syncline::core
