#include "sandbox/hubspot/calls.h"
#include "sandbox/hubspot/view.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 200;
constexpr int mostResults = 10'000;
constexpr qsizetype longestBody = 3'000;
constexpr int mostGroups = 5, mostFilters = 6, mostFiltersInAll = 18;

/// A value as search compares it: numbers and times as numbers, texts in lower case.
struct Comparable
{
    bool isNumber = false;
    double number = 0;
    QString text;

    std::partial_ordering operator<=>(const Comparable &other) const
    {
        if (isNumber && other.isNumber)
            return number <=> other.number;
        return text.compare(other.text) <=> 0;
    }
    bool operator==(const Comparable &other) const { return (*this <=> other) == std::partial_ordering::equivalent; }
};

Comparable comparable(const Property &property, const QString &value, bool isStored)
{
    if (property.type == "number"_L1)
        return {true, value.toDouble(), {}};
    if (property.type == "datetime"_L1 || property.type == "date"_L1) {
        if (const auto time = timeIn(value))
            return {true, double(*time), {}};
    }
    return {false, 0, isStored ? value.toLower() : value}; // whoever asks has to write in lower case
}

struct Filter
{
    const Property *property;
    QString op;
    QJsonValue value, highValue;
    QJsonArray values;

    bool matches(const Table &table, const Record &record) const
    {
        const auto shown = table.shown(record, property->name);
        const bool isKnown = shown && !shown->isEmpty();
        if (op == "HAS_PROPERTY"_L1 || op == "NOT_HAS_PROPERTY"_L1)
            return isKnown == (op == "HAS_PROPERTY"_L1);
        if (!isKnown)
            return op == "NEQ"_L1 || op == "NOT_IN"_L1;
        return compares(comparable(*property, *shown, true));
    }

private:
    Comparable asked(const QJsonValue &given) const
    {
        const QString text = given.toVariant().toString();
        return comparable(*property, op == "IN"_L1 || op == "NOT_IN"_L1 ? text : text.toLower(), false);
    }
    bool compares(const Comparable &held) const
    {
        if (op == "IN"_L1 || op == "NOT_IN"_L1) {
            const bool isIn = std::ranges::any_of(values, [&](const QJsonValue &one) { return held == asked(one); });
            return isIn == (op == "IN"_L1);
        }
        const Comparable wanted = asked(value);
        if (op == "EQ"_L1)
            return held == wanted;
        if (op == "NEQ"_L1)
            return !(held == wanted);
        if (op == "LT"_L1)
            return held < wanted;
        if (op == "LTE"_L1)
            return held <= wanted;
        if (op == "GT"_L1)
            return held > wanted;
        if (op == "GTE"_L1)
            return held >= wanted;
        if (op == "BETWEEN"_L1)
            return held >= wanted && held <= asked(highValue);
        const bool holds = held.text.contains(wanted.text);
        return op == "CONTAINS_TOKEN"_L1 ? holds : !holds;
    }
};

using Groups = QList<QList<Filter>>;
template<class T>
using Parsed = tl::expected<T, Trouble>;

Parsed<Groups> groupsIn(const Table &table, const QJsonArray &given)
{
    Groups groups;
    int filters = 0;
    for (const QJsonValue &group : given) {
        QList<Filter> list;
        for (const QJsonValue &filter : group["filters"_L1].toArray()) {
            const QString name = filter["propertyName"_L1].toString();
            const Property *property = table.property(name);
            if (!property)
                return tl::unexpected(invalidInput(u"There was a problem with the request: property %1 does not "
                                                   "exist."_s.arg(name)));
            list.append({property, filter["operator"_L1].toString(), filter["value"_L1], filter["highValue"_L1],
                         filter["values"_L1].toArray()});
        }
        filters += int(list.size());
        if (list.size() > mostFilters)
            return tl::unexpected(invalidInput(u"Too many filters in one group."_s));
        groups.append(list);
    }
    if (groups.size() > mostGroups || filters > mostFiltersInAll)
        return tl::unexpected(invalidInput(u"Too many filters."_s));
    return groups;
}

bool matches(const Groups &groups, const Table &table, const Record &record)
{
    const auto all = [&](const QList<Filter> &group) {
        return std::ranges::all_of(group, [&](const Filter &filter) { return filter.matches(table, record); });
    };
    return groups.isEmpty() || std::ranges::any_of(groups, all);
}

/// A text ("createdate", "-createdate" for descending) or an object.
void sortBy(const Table &table, const QJsonValue &sort, QList<const Record *> &found)
{
    QString name = sort.isString() ? sort.toString() : sort["propertyName"_L1].toString();
    const bool isDescending = name.startsWith(u'-') || sort["direction"_L1].toString() == "DESCENDING"_L1;
    name.remove(u'-');
    const Property *property = table.property(name);
    if (!property || (name == "hs_object_id"_L1 && !isDescending))
        return; // that is how they lie
    const auto key = [&](const Record *record) {
        return comparable(*property, table.shown(*record, name).value_or(QString()), true);
    };
    std::ranges::stable_sort(
        found, [&](const Record *a, const Record *b) { return isDescending ? key(a) > key(b) : key(a) < key(b); });
}

} // namespace

Response searchAnswer(const Store &store, const Table &table, const Call &call)
{
    const int limit = call.body["limit"_L1].toInt(10);
    const int offset = call.body["after"_L1].toVariant().toInt();
    if (QJsonDocument(call.body).toJson(QJsonDocument::Compact).size() > longestBody)
        return troubleReply(invalidInput(u"The request body is longer than 3000 characters."_s));
    if (limit < 1 || limit > largestPage || offset < 0)
        return troubleReply(invalidInput(u"The limit must be from 1 to %1."_s.arg(largestPage)));
    if (offset + limit > mostResults)
        return troubleReply(invalidInput(u"Paging past %1 results is not supported."_s.arg(mostResults)));
    const auto groups = groupsIn(table, call.body["filterGroups"_L1].toArray());
    if (!groups)
        return troubleReply(groups.error());
    QList<const Record *> found;
    for (const auto &[id, record] : table.records) {
        const Record *seen = store.indexed(table, record);
        if (seen && matches(*groups, table, *seen))
            found.append(seen);
    }
    sortBy(table, call.body["sorts"_L1].toArray().at(0), found);
    QStringList properties;
    for (const QJsonValue &name : call.body["properties"_L1].toArray())
        properties.append(name.toString());
    QJsonArray results;
    for (const Record *record : found.mid(offset, limit))
        results.append(recordJson(table, *record, properties));
    QJsonObject body{{u"total"_s, found.size()}, {u"results"_s, results}};
    if (offset + limit < found.size())
        addPaging(body, QString::number(offset + limit));
    return jsonReply(body);
}

} // namespace syncline::sandbox::hubspot
