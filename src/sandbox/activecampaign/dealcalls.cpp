#include "sandbox/activecampaign/calls.h"
#include "sandbox/activecampaign/times.h"

#include <algorithm>
#include <functional>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

class DealCalls
{
public:
    DealCalls(Store &store, const Settings &settings, const Call &call)
        : m_store(store)
        , m_settings(settings)
        , m_call(call)
    {
    }

    std::optional<Response> answer()
    {
        if (m_call.is("GET", 1))
            return list();
        if (m_call.is("POST", 1))
            return create();
        const int id = m_call.id(1);
        if (m_call.path.size() < 2)
            return std::nullopt;
        if (!m_store.deals.find(id))
            return noResult(u"Deal"_s, m_call.part(1));
        if (m_call.is("GET", 3) && m_call.part(2) == "dealCustomFieldData"_L1)
            return jsonReply(collection(m_call.part(2), paged(ownedRows(m_store.dealValues, id), m_call)));
        if (m_call.path.size() != 2)
            return std::nullopt;
        if (m_call.method == "GET")
            return one(*m_store.deals.find(id));
        if (m_call.method == "PUT")
            return update(id);
        if (m_call.method != "DELETE")
            return std::nullopt;
        m_store.removeDeal(id);
        return jsonReply({});
    }

private:
    /// The one that was changed last comes first; only some fields sort, and neither id nor mdate does.
    Response list() const
    {
        QList<const Row *> rows = m_store.dealsByCreation();
        if (const TimeFilters times(m_call); times.any())
            rows.removeIf([&](const Row *row) {
                return !times.pass(row->value("cdate"_L1).toInteger(), row->value("mdate"_L1).toInteger());
            });
        if (m_call.parameter(u"orders[cdate]"_s).compare("ASC"_L1, Qt::CaseInsensitive) != 0)
            std::ranges::stable_sort(rows, std::greater(),
                                     [](const Row *row) { return row->value("mdate"_L1).toInteger(); });
        const Listing listing = paged(rows, m_call);
        QJsonObject object = collection(u"deals"_s, listing);
        object.insert(u"meta"_s, QJsonObject{{u"total"_s, qint64(listing.total)}, {u"currencies"_s, QJsonObject()}});
        addValues(object, listing.rows);
        return jsonReply(object);
    }

    Response one(const Row &deal) const
    {
        QJsonObject object{{u"deal"_s, shown(deal)}};
        addValues(object, {&deal});
        return jsonReply(object);
    }

    void addValues(QJsonObject &object, const QList<const Row *> &deals) const
    {
        const QString part = u"dealCustomFieldData"_s;
        if (m_settings.takesInclude && m_call.parameter(u"include"_s).split(u',').contains(part))
            object.insert(part, valueColumns(m_store.dealValues, m_store.dealFields, deals, u"deal_id"_s));
    }

    QJsonObject body() const { return m_call.body["deal"_L1].toObject(); }
    bool says(const QString &name) const { return !textOf(body()[name]).isEmpty(); }

    std::optional<Response> missing() const
    {
        const auto lacks = [](const QString &name) {
            return refusal(u"The deal %1 was not provided."_s.arg(name), u"field_missing"_s, name);
        };
        for (const QString &name : {u"title"_s, u"value"_s, u"currency"_s}) {
            if (!says(name))
                return lacks(name);
        }
        if (!says(u"contact"_s) && !says(u"account"_s))
            return lacks(u"contact"_s);
        if (!says(u"group"_s) && !says(u"stage"_s))
            return lacks(u"group"_s);
        return says(u"owner"_s) ? std::nullopt : std::optional(lacks(u"owner"_s));
    }

    std::optional<Response> wrong() const
    {
        const auto is = [this](const QString &name, const Table &table) {
            return !says(name) || table.find(intOf(body()[name]));
        };
        const auto invalid = [](const QString &name) {
            return refusal(u"The deal %1 is not valid."_s.arg(name), u"field_invalid"_s, name);
        };
        const QList<QPair<QString, const Table *>> references{{u"contact"_s, &m_store.contacts},
                                                              {u"account"_s, &m_store.accounts},
                                                              {u"group"_s, &m_store.dealGroups},
                                                              {u"stage"_s, &m_store.dealStages},
                                                              {u"owner"_s, &m_store.users}};
        for (const auto &[name, table] : references) {
            if (!is(name, *table))
                return invalid(name);
        }
        const QString currency = textOf(body()["currency"_L1]);
        if (currency != currency.toLower())
            return invalid(u"currency"_s);
        if (says(u"value"_s) && textOf(body()["value"_L1]).toLongLong() < 0)
            return invalid(u"value"_s);
        return std::nullopt;
    }

    Row columns() const
    {
        Row row;
        for (const QString &name :
             {u"title"_s, u"description"_s, u"value"_s, u"currency"_s, u"percent"_s, u"status"_s}) {
            if (body().contains(name))
                row.insert(name, textOf(body()[name]));
        }
        for (const QString &name : {u"contact"_s, u"account"_s, u"group"_s, u"stage"_s, u"owner"_s}) {
            if (body().contains(name))
                row.insert(name, intOf(body()[name]));
        }
        if (row.contains("stage"_L1)) // a stage knows its pipeline, and a pipeline its first stage
            row.insert(u"group"_s, m_store.dealStages.find(row["stage"_L1].toInt())->value("group"_L1));
        else if (row.contains("group"_L1))
            row.insert(u"stage"_s, m_store.firstStage(row["group"_L1].toInt()));
        return row;
    }

    void takeValues(int id)
    {
        for (const QJsonValue &entry : body()["fields"_L1].toArray()) {
            const QJsonValue value = entry["fieldValue"_L1];
            if (m_store.dealFields.find(intOf(entry["customFieldId"_L1])))
                m_store.setDealValue(id, intOf(entry["customFieldId"_L1]),
                                     value.isArray() ? value : QJsonValue(textOf(value)),
                                     entry["fieldCurrency"_L1].toString());
        }
    }

    Response written(int id, int status) const
    {
        QJsonObject deal = shown(*m_store.deals.find(id), Scalars::Mixed);
        QJsonArray fields;
        for (const Row *row : ownedRows(m_store.dealValues, id))
            fields.append(QJsonObject{{u"customFieldId"_s, row->value("customFieldId"_L1)},
                                      {u"fieldValue"_s, row->value("fieldValue"_L1)},
                                      {u"dealId"_s, QString::number(id)}});
        deal.insert(u"fields"_s, fields);
        return jsonReply({{u"deal"_s, deal}}, status);
    }

    Response create()
    {
        if (const auto refused = missing())
            return *refused;
        if (const auto refused = wrong())
            return *refused;
        const int id = m_store.addDeal(newDeal(columns()));
        takeValues(id);
        return written(id, 201);
    }

    Response update(int id)
    {
        if (const auto refused = wrong())
            return *refused;
        m_store.changeDeal(id, columns());
        takeValues(id);
        return written(id, 200);
    }

    Store &m_store;
    const Settings &m_settings;
    const Call &m_call;
};

Response pipelines(const Store &store, const Call &call)
{
    const Listing listing = paged(allRows(store.dealGroups), call);
    QJsonArray groups;
    QList<const Row *> stages;
    for (const Row *row : listing.rows) {
        QJsonObject group = shown(*row);
        QJsonArray ids;
        for (const Row *stage : ownedRows(store.dealStages, row->value("id"_L1).toInt())) {
            stages.append(stage);
            ids.append(QString::number(stage->value("id"_L1).toInt()));
        }
        group.insert(u"stages"_s, ids);
        groups.append(group);
    }
    QJsonObject object = collection(u"dealGroups"_s, listing);
    object.insert(u"dealGroups"_s, groups);
    object.insert(u"dealStages"_s, shownRows(stages));
    return jsonReply(object);
}

} // namespace

std::optional<Response> dealAnswer(Store &store, const Settings &settings, const Call &call)
{
    const QString area = call.part(0);
    if (area == "deals"_L1)
        return DealCalls(store, settings, call).answer();
    if (call.is("POST", 1) && area == "dealCustomFieldMeta"_L1) {
        Row row = call.body["dealCustomFieldMetum"_L1].toObject();
        if (textOf(row["fieldLabel"_L1]).isEmpty())
            return refusal(u"The label was not provided."_s, u"field_missing"_s, u"fieldLabel"_s);
        const int id = store.dealFields.insert(row);
        return jsonReply({{u"dealCustomFieldMetum"_s, shown(*store.dealFields.find(id))}}, 201);
    }
    if (!call.is("GET", 1))
        return std::nullopt;
    if (area == "dealGroups"_L1)
        return pipelines(store, call);
    if (area == "dealStages"_L1)
        return jsonReply(collection(area, paged(allRows(store.dealStages), call)));
    if (area == "dealTasktypes"_L1)
        return jsonReply(collection(area, paged(allRows(store.taskTypes), call)));
    if (area == "dealCustomFieldMeta"_L1)
        return jsonReply(collection(area, paged(allRows(store.dealFields), call)));
    if (area == "dealCustomFieldData"_L1) {
        const QString deal = call.filter(u"dealId"_s);
        return jsonReply(collection(
            area, paged(deal.isEmpty() ? allRows(store.dealValues) : ownedRows(store.dealValues, deal.toInt()), call)));
    }
    return std::nullopt;
}

Row newDeal(const Row &known)
{
    Row row{{u"description"_s, QString()},
            {u"status"_s, u"0"_s},
            {u"percent"_s, u"0"_s},
            {u"contact"_s, 0},
            {u"account"_s, 0},
            {u"nextdate"_s, QJsonValue::Null},
            {u"nexttaskid"_s, QJsonValue::Null},
            {u"edate"_s, QJsonValue::Null},
            {u"winProbability"_s, QJsonValue::Null},
            {u"activitycount"_s, u"0"_s},
            {u"hash"_s, u"ab12cd34"_s},
            {u"isDisabled"_s, false},
            {u"links"_s, QJsonArray()}};
    for (auto it = known.begin(); it != known.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

} // namespace syncline::sandbox::activecampaign
