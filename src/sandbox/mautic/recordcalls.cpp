#include "sandbox/mautic/calls.h"
#include "sandbox/mautic/phptext.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 30;

/// No upper bound, 0 is all; anything but a number of 0 or more is a 500.
Parsed<int> listLimit(const QJsonObject &query)
{
    const QString text = query["limit"_L1].toString();
    if (text.isEmpty())
        return defaultLimit;
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (!isNumber || limit < 0)
        return tl::unexpected(BadQuery());
    return limit;
}

QStringList selectedNames(const QJsonObject &query)
{
    QStringList names;
    for (const QJsonValue &name : query["select"_L1].toArray())
        names.append(name.toString());
    return names;
}

bool isBrokenSelect(const QStringList &names)
{
    return !names.isEmpty() && (!names.contains(u"id"_s) || names.contains(u"date_modified"_s));
}

struct Page
{
    std::vector<const Record *> records;
    qint64 total = 0;
};

/// Calls for each record that may match: those that the index knows, or all.
void visit(const std::map<int, Record> &table, const std::optional<QList<int>> &ids,
           const std::function<void(const Record &)> &each)
{
    if (!ids) {
        for (const auto &[id, record] : table)
            each(record);
        return;
    }
    for (const int id : *ids)
        each(table.at(id));
}

/// Sorts as far as the page reaches and cuts the page out.
void cut(Page &page, const Order &order, int start, int limit)
{
    const auto before = [&order](const Record *left, const Record *right) { return order(*left, *right); };
    const qint64 first = std::min<qint64>(start, page.total);
    const qint64 last = limit == 0 ? page.total : std::min(page.total, first + limit);
    std::partial_sort(page.records.begin(), page.records.begin() + last, page.records.end(), before);
    page.records.resize(std::size_t(last));
    page.records.erase(page.records.begin(), page.records.begin() + first);
}

struct Item
{
    QString key;
    QJsonObject body;
};

/// The items of a batch with their keys; nothing when one of them is no object.
std::optional<QList<Item>> batchItems(const QJsonValue &body)
{
    QList<Item> items;
    const QJsonArray array = body.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject() && !(array[i].isArray() && array[i].toArray().isEmpty()))
            return std::nullopt;
        items.append({QString::number(i), array[i].toObject()});
    }
    const QJsonObject object = body.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isObject())
            return std::nullopt;
        items.append({it.key(), it->toObject()});
    }
    return items;
}

struct BatchAnswer
{
    PhpEntries records, statusCodes, errors;

    void fail(const QString &key, int status, const QByteArray &error)
    {
        statusCodes.append({key, QByteArray::number(status)});
        errors.append({key, error});
    }
    void refuse(const QString &key, int status, const QString &message)
    {
        fail(key, status,
             R"({"message":)" + jsonText(message) + R"(,"code":)" + QByteArray::number(status) + R"(,"type":"api"})");
    }
    QByteArray json(const QString &name) const
    {
        PhpEntries parts{{name, phpArray(records)}, {u"statusCodes"_s, phpArray(statusCodes)}};
        if (!errors.isEmpty())
            parts.append({u"errors"_s, phpArray(errors)});
        return phpObject(parts);
    }
};

QList<int> idsIn(const QJsonValue &value)
{
    QList<int> ids;
    if (value.isString()) {
        for (const QString &id : value.toString().split(u',', Qt::SkipEmptyParts))
            ids.append(id.trimmed().toInt());
    }
    for (const QJsonValue &id : value.toArray())
        ids.append(id.toString().toInt());
    return ids;
}

} // namespace

RecordCalls::RecordCalls(Store &store, const Settings &settings, Object object)
    : m_store(store)
    , m_settings(settings)
    , m_object(object)
    , m_one(object == Object::Contact ? u"contact"_s : u"company"_s)
    , m_many(object == Object::Contact ? u"contacts"_s : u"companies"_s)
    , m_writer(store)
{
}

std::optional<Response> RecordCalls::answer(const Call &call)
{
    if (call.is("GET", 1))
        return list(call);
    if (call.is("POST", 2) && call.part(1) == "new"_L1)
        return create(call);
    if (call.path.size() == 3 && call.part(1) == "batch"_L1) {
        if (call.method == "POST" && call.part(2) == "new"_L1)
            return createBatch(call);
        if ((call.method == "PATCH" || call.method == "PUT") && call.part(2) == "edit"_L1)
            return editBatch(call);
        if (call.method == "DELETE" && call.part(2) == "delete"_L1)
            return removeBatch(call);
        return std::nullopt;
    }
    const int id = call.id(1);
    if (id <= 0)
        return std::nullopt;
    if (call.is("GET", 2))
        return read(id, call);
    if (call.path.size() == 3 && call.part(2) == "edit"_L1 && (call.method == "PATCH" || call.method == "PUT"))
        return edit(id, call);
    if (call.is("DELETE", 3) && call.part(2) == "delete"_L1)
        return remove(id, call);
    return std::nullopt;
}

QByteArray RecordCalls::json(const Record &record, const ContactView &view) const
{
    return m_object == Object::Contact ? contactJson(m_store, record, view) : companyJson(m_store, record, view);
}

bool RecordCalls::allows(const char *action) const
{
    return m_settings.allows(m_many, QString::fromLatin1(action));
}

bool RecordCalls::isVisible(const Record &record, const Call &call) const
{
    return !m_settings.onlyOwn || m_object == Object::Company || record.owner == call.actor.userId;
}

Response RecordCalls::list(const Call &call)
{
    if (!allows("read"))
        return forbiddenReply();
    const auto where = wherePredicate(m_store, m_object, call.query["where"_L1]);
    const auto search = searchPredicate(m_store, m_object, call.query["search"_L1].toString(), call.actor);
    const auto order = listOrder(m_store, m_object, call.query);
    const auto limit = listLimit(call.query);
    ContactView view;
    view.select = selectedNames(call.query);
    view.isMinimal = call.query["minimal"_L1].toString().toInt() == 1;
    if (!where || !search || !order || !limit || isBrokenSelect(view.select))
        return brokenReply();
    // A trap of the real server: any `where` lifts the restriction to one's own contacts.
    const bool isRestricted = m_settings.onlyOwn && call.query["where"_L1].isUndefined();
    const Predicate matches = [&](const Record &record) {
        return (!isRestricted || isVisible(record, call)) && (*where)(record) && (*search)(record);
    };
    const int start = std::max(0, call.query["start"_L1].toString().toInt());
    const bool isTableOrder = isOrderById(call.query);
    Page rows;
    visit(m_store.table(m_object), candidates(m_store, m_object, call.query["where"_L1]), [&](const Record &record) {
        if (!matches(record))
            return;
        ++rows.total;
        // In the table's own order the page is cut while counting.
        const bool isInside = rows.total > start && (*limit == 0 || rows.total <= qint64(start) + *limit);
        if (!isTableOrder || isInside)
            rows.records.push_back(&record);
    });
    if (!isTableOrder)
        cut(rows, *order, start, *limit);
    return controllerReply(pageJson(rows.records, rows.total, view));
}

QByteArray RecordCalls::pageJson(const std::vector<const Record *> &records, qint64 total,
                                 const ContactView &view) const
{
    QByteArray json = R"({"total":")" + QByteArray::number(total) + R"(",)" + jsonText(m_many) + ":{";
    json.reserve(qsizetype(records.size()) * 14'000 + 100);
    for (const Record *record : records) {
        json += json.endsWith('{') ? "\"" : ",\"";
        json += QByteArray::number(record->id) + "\":";
        json += RecordCalls::json(*record, view);
    }
    json += "}}";
    return json;
}

Response RecordCalls::read(int id, const Call &call)
{
    const Record *record = m_store.find(m_object, id);
    if (!record)
        return itemNotFound();
    if (!allows("read") || !isVisible(*record, call))
        return forbiddenReply();
    return controllerReply('{' + jsonText(m_one) + ':' + json(*record) + '}');
}

WriteOutcome RecordCalls::write(Record *record, const QJsonObject &body, WriteKind kind, const Actor &actor)
{
    return m_object == Object::Contact ? m_writer.writeContact(record, body, kind, actor)
                                       : m_writer.writeCompany(record, body, kind, actor);
}

Response RecordCalls::outcomeReply(const WriteOutcome &outcome, int goodStatus)
{
    if (outcome.isBroken)
        return brokenReply();
    if (outcome.refusal)
        return refusalReply(*outcome.refusal);
    ContactView view;
    view.inMemory = &outcome.inMemory;
    const Record &record = m_store.table(m_object).at(outcome.id);
    Response response = controllerReply('{' + jsonText(m_one) + ':' + json(record, view) + '}', goodStatus);
    if (goodStatus == 201) {
        response.headers.append({"Location", "/api/" + m_many.toLatin1() + '/' + QByteArray::number(outcome.id)});
    }
    return response;
}

Response RecordCalls::create(const Call &call)
{
    if (!allows("create"))
        return forbiddenReply();
    const QJsonObject body = call.body.toObject();
    const WriteOutcome outcome = m_object == Object::Contact ? m_writer.upsertContact(body, call.actor)
                                                             : m_writer.upsertCompany(body, call.actor);
    return outcomeReply(outcome, outcome.isCreated ? 201 : 200);
}

Response RecordCalls::edit(int id, const Call &call)
{
    Record *record = m_store.find(m_object, id);
    const bool isPut = call.method == "PUT";
    if (!record && !isPut)
        return itemNotFound();
    if (!allows(record ? "edit" : "create") || (record && !isVisible(*record, call)))
        return forbiddenReply();
    const WriteOutcome outcome = write(record, call.body.toObject(), isPut ? WriteKind::Put : WriteKind::Patch,
                                       call.actor);
    return outcomeReply(outcome, outcome.isCreated ? 201 : 200);
}

Response RecordCalls::remove(int id, const Call &call)
{
    const Record *record = m_store.find(m_object, id);
    if (!record)
        return itemNotFound();
    if (!allows("delete") || !isVisible(*record, call))
        return forbiddenReply();
    ContactView view;
    view.isDeleted = true;
    const QByteArray text = json(*record, view);
    m_store.remove(m_object, id, call.actor);
    return controllerReply('{' + jsonText(m_one) + ':' + text + '}');
}

std::optional<Response> RecordCalls::batchRefusal(const Call &call) const
{
    const auto items = batchItems(call.body);
    if (items && items->size() > m_settings.batchLimit) {
        return controllerError(500, u"A max of %1 entities are supported at a time."_s.arg(m_settings.batchLimit));
    }
    return items ? std::nullopt : std::optional(brokenReply());
}

Response RecordCalls::createBatch(const Call &call)
{
    if (const auto refusal = batchRefusal(call))
        return *refusal;
    if (!allows("create"))
        return forbiddenReply();
    BatchAnswer answer;
    const QList<Item> items = *batchItems(call.body);
    for (const Item &item : items) {
        const WriteOutcome outcome = m_object == Object::Contact
            ? m_writer.upsertContact(item.body, call.actor)
            : write(nullptr, item.body, WriteKind::Create, call.actor);
        if (outcome.isBroken)
            return brokenReply();
        if (outcome.refusal) {
            answer.fail(item.key, outcome.refusal->code, refusalJson(*outcome.refusal, true));
            continue;
        }
        ContactView view;
        view.inMemory = &outcome.inMemory;
        answer.records.append({item.key, json(m_store.table(m_object).at(outcome.id), view)});
        answer.statusCodes.append({item.key, outcome.isCreated ? "201" : "200"});
    }
    return controllerReply(answer.json(m_many), 201);
}

/// The records of a batch are found first, without gaps for items that have no id, and paired with the bodies
/// afterwards: one item without id shifts all that follow (docs/crm/mautic.md, "Batches").
Response RecordCalls::editBatch(const Call &call)
{
    if (const auto refusal = batchRefusal(call))
        return *refusal;
    const QList<Item> items = *batchItems(call.body);
    QList<int> ids;
    QSet<int> withoutId;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items[i].body.contains("id"_L1))
            ids.append(items[i].body["id"_L1].toVariant().toInt());
        else
            withoutId.insert(int(i));
    }
    const bool isPut = call.method == "PUT";
    BatchAnswer answer;
    QSet<int> seen;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString &key = items[i].key;
        Record *record = m_store.find(m_object, ids.value(i, 0));
        if (record && seen.contains(record->id))
            return brokenReply();
        if (!record && !isPut) {
            answer.refuse(key, 404, itemNotFoundText);
            continue;
        }
        if (!allows(record ? "edit" : "create") || (record && !isVisible(*record, call))) {
            answer.refuse(key, 403, forbiddenText);
            continue;
        }
        const WriteOutcome outcome = write(record, items[i].body, isPut ? WriteKind::Put : WriteKind::Patch,
                                           call.actor);
        if (outcome.isBroken)
            return brokenReply();
        const Record *shown = outcome.id != 0 ? m_store.find(m_object, outcome.id) : record;
        ContactView view;
        view.inMemory = &outcome.inMemory;
        if (shown) {
            seen.insert(shown->id);
            answer.records.append({key, json(*shown, view)});
        }
        if (outcome.refusal)
            answer.fail(key, outcome.refusal->code, refusalJson(*outcome.refusal, true));
        else if (withoutId.contains(int(i)))
            answer.refuse(key, 400, u"mautic.api.call.id_missing"_s);
        else
            answer.statusCodes.append({key, outcome.isCreated ? "201" : "200"});
    }
    return controllerReply(answer.json(m_many));
}

Response RecordCalls::removeBatch(const Call &call)
{
    if (!allows("delete"))
        return forbiddenReply();
    PhpEntries removed;
    for (const int id : idsIn(call.query["ids"_L1])) {
        const Record *record = m_store.find(m_object, id);
        if (!record || !isVisible(*record, call))
            continue;
        removed.append({QString::number(removed.size()), json(*record)});
        m_store.remove(m_object, id, call.actor);
    }
    return controllerReply('{' + jsonText(m_many) + ':' + phpArray(removed) + '}');
}

} // namespace syncline::sandbox::mautic
