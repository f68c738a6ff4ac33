#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

/// What a note or a task may be about, by its word for it.
const Table *subjects(const Store &store, const QString &reltype)
{
    const QMap<QString, const Table *> tables{{u"Subscriber"_s, &store.contacts},
                                              {u"Deal"_s, &store.deals},
                                              {u"CustomerAccount"_s, &store.accounts},
                                              {u"DealTask"_s, &store.tasks}};
    return tables.value(reltype);
}

QJsonObject shownActivity(const Row &row)
{
    QJsonObject object = shown(row);
    const QString type = row["reltype"_L1].toString();
    object.insert(
        u"owner"_s,
        QJsonObject{{u"type"_s, type == "Subscriber"_L1 ? u"contact"_s : u"deal"_s}, {u"id"_s, object["relid"_L1]}});
    return object;
}

QJsonObject activities(const QString &plural, const Listing &listing)
{
    QJsonArray rows;
    for (const Row *row : listing.rows)
        rows.append(shownActivity(*row));
    return {{plural, rows}, {u"meta"_s, QJsonObject{{u"total"_s, QString::number(listing.total)}}}};
}

class NoteCalls
{
public:
    NoteCalls(Store &store, const Call &call) : m_store(store), m_call(call) {}

    std::optional<Response> answer()
    {
        if (m_call.is("GET", 1))
            return jsonReply(activities(u"notes"_s, paged(allRows(m_store.notes), m_call)));
        if (m_call.is("POST", 1))
            return create();
        const Row *row = m_store.notes.find(m_call.id(1));
        if (m_call.path.size() != 2)
            return std::nullopt;
        if (!row) // not a 404
            return messageReply(403, u"No Result found for Note with id "_s + m_call.part(1));
        if (m_call.method == "GET")
            return jsonReply({{u"note"_s, shownActivity(*row)}});
        if (m_call.method == "DELETE") {
            m_store.notes.erase(m_call.id(1));
            return jsonReply({});
        }
        return m_call.method == "PUT" ? std::optional(update(*row)) : std::nullopt;
    }

private:
    QJsonObject body() const { return m_call.body["note"_L1].toObject(); }

    /// All three are wanted, also by a PUT.
    std::optional<Response> wrong() const
    {
        for (const QString &name : {u"note"_s, u"reltype"_s, u"relid"_s}) {
            if (textOf(body()[name]).isEmpty())
                return refusal(u"The note's %1 was not provided."_s.arg(name), u"field_missing"_s, name);
        }
        const Table *table = subjects(m_store, body()["reltype"_L1].toString());
        if (!table || !table->find(intOf(body()["relid"_L1])))
            return refusal(u"The note's relid is not valid."_s, u"field_invalid"_s, u"relid"_s);
        return std::nullopt;
    }

    Row columns() const
    {
        return {{u"note"_s, textOf(body()["note"_L1])},
                {u"reltype"_s, textOf(body()["reltype"_L1])},
                {u"relid"_s, intOf(body()["relid"_L1])},
                {u"mdate"_s, qint64(m_store.now())}};
    }

    Response create()
    {
        if (const auto refused = wrong())
            return *refused;
        Row row = columns();
        row.insert(u"cdate"_s, qint64(m_store.now()));
        row.insert(u"userid"_s, 1);
        row.insert(u"is_draft"_s, u"0"_s);
        const int id = m_store.notes.insert(row);
        return jsonReply({{u"note"_s, shownActivity(*m_store.notes.find(id))}}, 201);
    }

    Response update(Row row)
    {
        if (const auto refused = wrong())
            return *refused;
        const Row changes = columns();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            row.insert(it.key(), it.value());
        m_store.notes.replace(m_call.id(1), row);
        return jsonReply({{u"note"_s, shownActivity(row)}});
    }

    Store &m_store;
    const Call &m_call;
};

class TaskCalls
{
public:
    TaskCalls(Store &store, const Call &call) : m_store(store), m_call(call) {}

    std::optional<Response> answer()
    {
        if (m_call.is("GET", 1)) // 201 is what the reference says of a GET
            return jsonReply(activities(u"dealTasks"_s, paged(allRows(m_store.tasks), m_call)), 201);
        if (m_call.is("POST", 1))
            return create();
        const Row *row = m_store.tasks.find(m_call.id(1));
        if (m_call.path.size() != 2)
            return std::nullopt;
        if (!row)
            return noResult(u"DealTask"_s, m_call.part(1));
        if (m_call.method == "GET")
            return jsonReply({{u"dealTask"_s, shownActivity(*row)}}, 201);
        if (m_call.method == "DELETE") {
            m_store.tasks.erase(m_call.id(1));
            return jsonReply({});
        }
        return m_call.method == "PUT" ? std::optional(update(*row)) : std::nullopt;
    }

private:
    QJsonObject body() const { return m_call.body["dealTask"_L1].toObject(); }

    Row columns() const
    {
        Row row;
        for (const QString &name : {u"title"_s, u"note"_s, u"duedate"_s, u"edate"_s, u"status"_s}) {
            if (body().contains(name))
                row.insert(name, textOf(body()[name]));
        }
        for (const QString &name : {u"relid"_s, u"dealTasktype"_s, u"assignee"_s}) {
            if (body().contains(name))
                row.insert(name, intOf(body()[name]));
        }
        if (body().contains("ownerType"_L1))
            row.insert(u"reltype"_s, body()["ownerType"_L1].toString() == "contact"_L1 ? u"Subscriber"_s : u"Deal"_s);
        row.insert(u"udate"_s, qint64(m_store.now()));
        return row;
    }

    Response create()
    {
        for (const QString &name : {u"relid"_s, u"duedate"_s, u"dealTasktype"_s}) {
            if (textOf(body()[name]).isEmpty())
                return refusal(u"The task's %1 was not provided."_s.arg(name), u"field_missing"_s, name);
        }
        Row row = columns();
        if (!row.contains("reltype"_L1))
            row.insert(u"reltype"_s, u"Deal"_s);
        const Table *table = subjects(m_store, row["reltype"_L1].toString());
        if (!table->find(row["relid"_L1].toInt()))
            return refusal(u"The task's relid is not valid."_s, u"field_invalid"_s, u"relid"_s);
        row.insert(u"cdate"_s, qint64(m_store.now()));
        if (!row.contains("status"_L1))
            row.insert(u"status"_s, u"0"_s);
        const int id = m_store.tasks.insert(row);
        return jsonReply({{u"dealTask"_s, shownActivity(*m_store.tasks.find(id))}}, 201);
    }

    Response update(Row row)
    {
        const Row changes = columns();
        for (auto it = changes.begin(); it != changes.end(); ++it)
            row.insert(it.key(), it.value());
        m_store.tasks.replace(m_call.id(1), row);
        return jsonReply({{u"dealTask"_s, shownActivity(row)}});
    }

    Store &m_store;
    const Call &m_call;
};

} // namespace

std::optional<Response> activityAnswer(Store &store, const Call &call)
{
    if (call.part(0) == "notes"_L1)
        return NoteCalls(store, call).answer();
    return call.part(0) == "dealTasks"_L1 ? TaskCalls(store, call).answer() : std::nullopt;
}

} // namespace syncline::sandbox::activecampaign
