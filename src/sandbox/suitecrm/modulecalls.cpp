#include "sandbox/suitecrm/modulecalls.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/values.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultListSize = 20;

const QStringList listParameters{u"fields"_s, u"filter"_s, u"page"_s, u"sort"_s};
const QString listParametersListed = u"\"fields\", \"filter\", \"moduleName\", \"page\", \"sort\""_s;

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').first().trimmed().toLower();
    return type == "application/json" || type == "application/vnd.api+json";
}

std::optional<Response> refusedAttribute(const ModuleSchema &schema, const QJsonObject &attributes)
{
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (!schema.has(it.key()))
            return refusal(u"Property %1 in %2 module is invalid"_s.arg(it.key(), schema.singular));
        if (it.value().isArray() || it.value().isObject())
            return refusal(u"Expected argument of type \"string\", \"array\" given"_s);
    }
    return {};
}

std::optional<Response> missingOption(const QJsonObject &data, const QStringList &required)
{
    for (const QString &key : required) {
        if (!data.contains(key))
            return refusal(u"The required option \"%1\" is missing."_s.arg(key));
    }
    return {};
}

QByteArray link(const QString &path, const Query &query, int page, bool exists)
{
    return exists ? jsonString(QString(path + u'?' + query.withPage(page))) : QByteArray("null");
}

QByteArray links(const QString &path, const Query &query, const Page &page, qint64 pages)
{
    const bool isLast = page.number >= pages;
    return ",\n    \"links\": {\n        \"first\": " + link(path, query, 1, page.number > 1)
        + ",\n        \"prev\": " + link(path, query, page.number - 1, page.number > 1)
        + ",\n        \"next\": " + link(path, query, page.number + 1, !isLast)
        + ",\n        \"last\": " + link(path, query, int(pages), !isLast) + "\n    }";
}

QByteArray meta(const PageOfRows &page, qint64 pages, std::size_t rows)
{
    QByteArray text = "    \"meta\": {\n";
    if (page.countsRecords)
        text += "        \"total-records\": " + QByteArray::number(page.total) + ",\n";
    return text + "        \"total-pages\": " + QByteArray::number(pages)
        + ",\n        \"records-on-this-page\": " + QByteArray::number(qulonglong(rows)) + "\n    },\n";
}

} // namespace

bool isIdShape(const QString &id)
{
    static const QRegularExpression shape(u"^(\\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(id).hasMatch();
}

Response invalidId(const QString &id)
{
    return refusal(u"The option \"id\" with value \"%1\" is invalid."_s.arg(id));
}

Response unknownModule(const QString &name)
{
    return refusal(u"Module %1 does not exist"_s.arg(name));
}

Outcome<QJsonObject> bodyData(const Request &request, const QStringList &required)
{
    const QJsonObject body = isJson(request.header("Content-Type")) ? QJsonDocument::fromJson(request.body).object()
                                                                    : QJsonObject();
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (it.key() != "data"_L1)
            return tl::unexpected(
                refusal(u"The option \"%1\" does not exist. Defined options are: \"data\"."_s.arg(it.key())));
    }
    if (std::optional<Response> missing = missingOption(body, {u"data"_s}))
        return tl::unexpected(*missing);
    const QJsonObject data = body["data"_L1].toObject();
    const bool takesAttributes = required.value(0) != "id"_L1 || required.size() == 1;
    const QString known = takesAttributes ? u"\"attributes\", \"id\", \"type\""_s : u"\"id\", \"type\""_s;
    if (body["data"_L1].isArray())
        return tl::unexpected(refusal(u"The option \"0\" does not exist. Defined options are: %1."_s.arg(known)));
    for (auto it = data.begin(); it != data.end(); ++it) {
        if (it.key() != "type"_L1 && it.key() != "id"_L1 && !(takesAttributes && it.key() == "attributes"_L1))
            return tl::unexpected(
                refusal(u"The option \"%1\" does not exist. Defined options are: %2."_s.arg(it.key(), known)));
    }
    if (std::optional<Response> missing = missingOption(data, required))
        return tl::unexpected(*missing);
    return data;
}

Response listAnswer(Installation &site, const PageOfRows &page, const ListQuery &list, const Query &query,
                    const QString &path, RecordPlace place)
{
    const Page wanted = list.page.value_or(
        Page{1, place == RecordPlace::Related ? int(page.rows.size()) + 1 : defaultListSize});
    const std::size_t from = std::min(page.rows.size(), std::size_t(wanted.offset()));
    const std::size_t to = std::min(page.rows.size(), from + std::size_t(wanted.size));
    if (from == to)
        return message(page.emptyMessage, site.clock.now());
    for (std::size_t i = from; i < to; ++i) {
        if (page.rows[i]->isDeleted) // each record is loaded one by one, and a deleted one cannot be loaded
            return notFound(page.rows[i]->schema->module, page.rows[i]->id);
    }
    const qint64 pages = (page.total + wanted.size - 1) / wanted.size;
    QByteArray body = "{\n";
    body.reserve(int(to - from) * 3500 + 1000);
    if (list.page || place == RecordPlace::Related)
        body += meta(page, pages, to - from);
    body += "    \"data\": [";
    for (std::size_t i = from; i < to; ++i) {
        body += i == from ? "\n        " : ",\n        ";
        site.renderer.append(body, *page.rows[i], place, list.fields, path.section(u'/', 2, 2));
    }
    body += "\n    ]";
    if (list.page)
        body += links(path, query, *list.page, pages);
    return success(body + "\n}", site.clock.now());
}

Response ModuleCalls::list(const QString &module, const Request &request)
{
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return unknownModule(module);
    const Query query(request.query);
    const Outcome<ListQuery> list = readListQuery(m_site.store.schemas(), *schema, query, listParameters,
                                                  listParametersListed);
    if (!list)
        return list.error();
    if (m_site.isDenied(*schema))
        return accessDenied();
    if (list->failsInDatabase)
        return databaseFailure();
    PageOfRows page;
    if (!m_site.settings.emptyModules.contains(schema->module))
        page.rows = rows(*schema, *list);
    page.total = qint64(page.rows.size());
    std::erase_if(page.rows, [this](const Record *record) { return !m_site.mayTouch(*record); });
    return listAnswer(m_site, page, *list, query, u"V8/module/"_s + module, RecordPlace::Listed);
}

/// What an index holds for a condition, nothing where there is none.
std::optional<std::vector<const Record *>> ModuleCalls::indexed(const ModuleSchema &schema,
                                                                const Condition &condition) const
{
    if (condition.op != Operator::Equal)
        return std::nullopt;
    const QString &field = schema.fields[std::size_t(condition.field)].name;
    std::vector<const Record *> found;
    const auto take = [&found](const QList<Record *> &records) {
        found.insert(found.end(), records.begin(), records.end());
    };
    if (condition.isEmail) {
        for (const Record *address : m_site.store.addressesByText(condition.value))
            take(m_site.store.usersOf(*address));
        std::erase_if(found, [&](const Record *user) { return user->schema != &schema; });
    } else if (field == "email_address_caps"_L1 && !condition.value.isEmpty()) {
        take(m_site.store.addressesByCaps(condition.value));
    } else if (field == "email_address"_L1 && !condition.value.isEmpty()) {
        take(m_site.store.addressesByText(condition.value));
    } else if (field == "id"_L1) {
        const Records &records = m_site.store.records(schema);
        if (const auto known = records.find(condition.value.toLower()); known != records.end())
            found.push_back(&known->second);
    } else {
        return std::nullopt;
    }
    return found;
}

/// What the indexes hold for the whole query: for each of its conditions where any will do, else for one of them.
std::optional<std::vector<const Record *>> ModuleCalls::indexed(const ModuleSchema &schema,
                                                                const ListQuery &query) const
{
    if (!query.matchesAny) {
        for (const Condition &condition : query.conditions) {
            if (auto found = indexed(schema, condition))
                return found;
        }
        return std::nullopt;
    }
    std::vector<const Record *> all;
    for (const Condition &condition : query.conditions) {
        const auto found = indexed(schema, condition);
        if (!found)
            return std::nullopt;
        all.insert(all.end(), found->begin(), found->end());
    }
    return query.conditions.empty() ? std::nullopt : std::optional(all);
}

/// Records among which all matches are, in the order of their ids.
std::vector<const Record *> ModuleCalls::candidates(const ModuleSchema &schema, const ListQuery &query) const
{
    if (auto found = indexed(schema, query)) {
        std::ranges::sort(*found, {}, [](const Record *record) { return record->id.toLower(); });
        found->erase(std::unique(found->begin(), found->end()), found->end());
        return *std::move(found);
    }
    const Records &records = m_site.store.records(schema);
    auto from = records.begin();
    for (const Condition &condition : query.conditions) {
        if (!query.matchesAny && condition.op == Operator::Greater
            && schema.fields[std::size_t(condition.field)].name == "id"_L1)
            from = records.upper_bound(condition.value.toLower());
    }
    std::vector<const Record *> rest;
    for (; from != records.end(); ++from)
        rest.push_back(&from->second);
    return rest;
}

std::vector<const Record *> ModuleCalls::rows(const ModuleSchema &schema, const ListQuery &query) const
{
    std::vector<const Record *> rows;
    for (const Record *record : candidates(schema, query)) {
        for (int count = matches(query, *record); count > 0; --count)
            rows.push_back(record);
    }
    sortRows(query, rows);
    return rows;
}

Response ModuleCalls::get(const QString &module, const QString &id, const Request &request)
{
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return unknownModule(module);
    if (!isIdShape(id))
        return invalidId(id);
    const Query query(request.query);
    if (std::optional<Response> unknown = unknownParameter(query, {u"fields"_s},
                                                           u"\"fields\", \"id\", \"moduleName\""_s))
        return *unknown;
    const Outcome<FieldSelection> fields = readFields(m_site.store.schemas(), *schema, query);
    if (!fields)
        return fields.error();
    const Record *record = m_site.store.findLive(*schema, id);
    if (!record)
        return notFound(module, id);
    if (m_site.isDenied(*schema) || !m_site.mayTouch(*record))
        return accessDenied();
    QByteArray body = "{\n    \"data\": ";
    m_site.renderer.append(body, *record, RecordPlace::Single, *fields, module);
    return success(body + "\n}", m_site.clock.now());
}

Response ModuleCalls::saved(const Record &record) const
{
    QByteArray body = "{\n    \"data\": ";
    body.reserve(8000);
    m_site.renderer.append(body, record, RecordPlace::Saved, {}, {});
    return success(body + "\n}", m_site.clock.now(), 201);
}

/// A record that was not loaded again after the save: seconds show, and the author is the name used at sign-in.
QByteArray ModuleCalls::raw(const Record &record) const
{
    Settings settings = m_site.settings;
    settings.deliversSeconds = true;
    Record copy = record;
    copy.rendered = {};
    copy.values[std::size_t(record.schema->indexOf(u"date_entered"_s))] = QString();
    QByteArray body = "{\n    \"data\": ";
    Renderer(m_site.store, settings).append(body, copy, RecordPlace::Saved, {}, {});
    return body.replace("\"modified_by_name\": \"Administrator\"", "\"modified_by_name\": \"demo\"") + "\n}";
}

Response ModuleCalls::create(const Request &request)
{
    const Outcome<QJsonObject> data = bodyData(request, {u"type"_s});
    if (!data)
        return data.error();
    const QString module = (*data)["type"_L1].toString();
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return unknownModule(module);
    const QString id = (*data)["id"_L1].toString();
    if (data->contains("id"_L1) && !isIdShape(id))
        return invalidId(id);
    const QJsonObject attributes = (*data)["attributes"_L1].toObject();
    if (std::optional<Response> refused = refusedAttribute(*schema, attributes))
        return *refused;
    if (m_site.isReadOnly(*schema))
        return accessDenied();
    if (!id.isEmpty() && m_site.store.find(*schema, id))
        return failed(u"Bean %1 with id %2 is already exist"_s.arg(module, id));
    if (attributes.contains("id"_L1))
        return createdWithoutId(*schema, attributes);
    return saved(m_writer.create(*schema, id, attributes));
}

/// The program takes the id for that of a known record and updates a row that is not there: 201, nothing stored.
Response ModuleCalls::createdWithoutId(const ModuleSchema &schema, const QJsonObject &attributes)
{
    Record record;
    record.schema = &schema;
    record.id = attributes["id"_L1].toString();
    record.values.resize(schema.fields.size());
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        const Field &field = schema.fields[i];
        if (attributes.contains(field.name) && field.isColumn && field.name != "id"_L1)
            record.values[i] = storedValue(field, attributes[field.name], m_site.settings);
        else if (field.name == "date_modified"_L1)
            record.values[i] = databaseTime(m_site.clock.now());
        else if (field.name == "modified_user_id"_L1)
            record.values[i] = m_site.user;
    }
    return success(raw(record).replace("\"deleted\": \"0\"", "\"deleted\": 0"), m_site.clock.now(), 201);
}

Response ModuleCalls::update(const Request &request)
{
    const Outcome<QJsonObject> data = bodyData(request, {u"type"_s, u"id"_s});
    if (!data)
        return data.error();
    const QString module = (*data)["type"_L1].toString();
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return unknownModule(module);
    const QString id = (*data)["id"_L1].toString();
    if (!isIdShape(id))
        return invalidId(id);
    const QJsonObject attributes = (*data)["attributes"_L1].toObject();
    if (std::optional<Response> refused = refusedAttribute(*schema, attributes))
        return *refused;
    Record *record = m_site.store.findLive(*schema, id);
    if (!record)
        return notFound(module, id);
    if (m_site.isReadOnly(*schema) || !m_site.mayTouch(*record))
        return accessDenied();
    const Field &deleted = schema->fields[std::size_t(schema->indexOf(u"deleted"_s))];
    if (storedValue(deleted, attributes["deleted"_L1], m_site.settings) == "1"_L1)
        return deletedByUpdate(*record, attributes);
    m_writer.update(*record, attributes);
    return saved(*record);
}

Response ModuleCalls::deletedByUpdate(Record &record, const QJsonObject &attributes)
{
    m_writer.update(record, attributes);
    m_writer.remove(record);
    return success(raw(record), m_site.clock.now(), 201);
}

Response ModuleCalls::remove(const QString &module, const QString &id)
{
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return unknownModule(module);
    if (!isIdShape(id))
        return invalidId(id);
    Record *record = m_site.store.findLive(*schema, id);
    if (!record)
        return notFound(module, id);
    if (m_site.isReadOnly(*schema) || !m_site.mayTouch(*record))
        return accessDenied();
    m_writer.remove(*record);
    return message(u"Record with id %1 is deleted"_s.arg(id), m_site.clock.now());
}

} // namespace syncline::sandbox::suitecrm
