#include "sandbox/suitecrm/legacy.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/values.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

struct SqlCondition
{
    int field = -1;
    QString op;
    QStringList values;
};

QJsonObject error(const QString &name, int number, const QString &description)
{
    return {{u"name"_s, name}, {u"number"_s, number}, {u"description"_s, description}};
}

QJsonObject named(const QString &name, const QJsonValue &value)
{
    return {{u"name"_s, name}, {u"value"_s, value}};
}

/// Options of a list field; for dates the searches that the web page offers.
QJsonValue optionsOf(const Field &field)
{
    static const std::vector<std::pair<QString, QString>> searches{{u"="_s, u"Equals"_s},
                                                                   {u"not_equal"_s, u"Not On"_s},
                                                                   {u"greater_than"_s, u"After"_s},
                                                                   {u"less_than"_s, u"Before"_s},
                                                                   {u"last_7_days"_s, u"Last 7 Days"_s},
                                                                   {u"next_7_days"_s, u"Next 7 Days"_s},
                                                                   {u"last_30_days"_s, u"Last 30 Days"_s},
                                                                   {u"next_30_days"_s, u"Next 30 Days"_s},
                                                                   {u"last_month"_s, u"Last Month"_s},
                                                                   {u"this_month"_s, u"This Month"_s},
                                                                   {u"next_month"_s, u"Next Month"_s},
                                                                   {u"last_year"_s, u"Last Year"_s},
                                                                   {u"this_year"_s, u"This Year"_s},
                                                                   {u"next_year"_s, u"Next Year"_s},
                                                                   {u"between"_s, u"Is Between"_s}};
    QJsonObject options;
    if (field.kind == FieldKind::Date || field.kind == FieldKind::DateTime) {
        for (const auto &[key, label] : searches)
            options.insert(key, named(key, label));
    }
    for (const auto &[key, label] : field.options)
        options.insert(key, named(key, label));
    return options.isEmpty() ? QJsonValue(QJsonArray()) : QJsonValue(options);
}

QJsonObject describedField(const Field &field)
{
    const QJsonValue length = field.meta["len"_L1];
    const QString type = field.meta["type"_L1].toString();
    const QString group = field.name == "date_modified"_L1 ? u"modified_by_name"_s
        : field.name == "date_entered"_L1                  ? u"created_by_name"_s
        : field.name == "email1"_L1                        ? field.name
                                                           : QString();
    return {{u"name"_s, field.name},
            {u"type"_s, type},
            {u"group"_s, group},
            {u"id_name"_s, QString()},
            {u"label"_s, field.label},
            {u"required"_s, field.meta["required"_L1].toVariant().toBool() ? 1 : 0},
            {u"options"_s, optionsOf(field)},
            {u"related_module"_s, QString()},
            {u"calculated"_s, false},
            {u"len"_s, length.isUndefined() ? QJsonValue(QString()) : QJsonValue(length.toVariant().toString())}};
}

std::optional<SqlCondition> condition(const ModuleSchema &schema, const QString &sql)
{
    static const QRegularExpression pattern(u"^\\s*\\(*\\s*(?:\\w+\\.)?(\\w+)\\s*(>=|<=|<>|!=|=|>|<|like|in)"
                                            "\\s*(\\(.*\\)|'(?:[^']|'')*'|-?[\\d.]+)\\s*\\)*\\s*$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(u"'((?:[^']|'')*)'|([\\d.]+)"_s);
    const QRegularExpressionMatch match = pattern.match(sql);
    if (!match.hasMatch() || !schema.has(match.captured(1)))
        return {};
    SqlCondition condition{schema.indexOf(match.captured(1)), match.captured(2).toLower(), {}};
    for (auto values = quoted.globalMatch(match.captured(3)); values.hasNext();) {
        const QRegularExpressionMatch value = values.next();
        condition.values.append(value.captured(1).replace(u"''"_s, u"'"_s) + value.captured(2));
    }
    return condition;
}

QString rawValue(const Record &record, int field)
{
    const QString &name = record.schema->fields[std::size_t(field)].name;
    if (name == "id"_L1)
        return record.id;
    return name == "deleted"_L1 ? QString(record.isDeleted ? u"1"_s : u"0"_s) : record.values[std::size_t(field)];
}

bool holds(const SqlCondition &condition, const Record &record)
{
    const QString value = rawValue(record, condition.field);
    if (condition.op == "in"_L1)
        return condition.values.contains(value, Qt::CaseInsensitive);
    const QString other = condition.values.value(0);
    if (condition.op == "like"_L1) {
        const QString pattern = QRegularExpression::escape(other).replace(u"%"_s, u".*"_s).replace(u"\\%"_s, u".*"_s);
        return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                                  QRegularExpression::CaseInsensitiveOption)
            .match(value)
            .hasMatch();
    }
    const int order = value.compare(other, Qt::CaseInsensitive);
    if (condition.op == "="_L1)
        return order == 0;
    if (condition.op == "<>"_L1 || condition.op == "!="_L1)
        return order != 0;
    return condition.op.startsWith(u'>') ? order > 0 || (order == 0 && condition.op.size() == 2)
                                         : order < 0 || (order == 0 && condition.op.size() == 2);
}

void sortBy(std::vector<Record *> &rows, const ModuleSchema &schema, const QString &orderBy)
{
    const QStringList words = orderBy.split(u' ', Qt::SkipEmptyParts);
    const int field = schema.indexOf(words.value(0).section(u'.', -1));
    if (field < 0)
        return;
    const bool isDescending = words.value(1).toLower() == "desc"_L1;
    std::stable_sort(rows.begin(), rows.end(), [&](const Record *a, const Record *b) {
        const int order = rawValue(*a, field).compare(rawValue(*b, field), Qt::CaseInsensitive);
        return isDescending ? order > 0 : order < 0;
    });
}

} // namespace

Response Legacy::handle(const Request &request)
{
    const QUrlQuery form(QString::fromUtf8(QByteArray(request.body).replace('+', ' ')));
    const QString method = form.queryItemValue(u"method"_s);
    const QJsonObject arguments =
        QJsonDocument::fromJson(form.queryItemValue(u"rest_data"_s, QUrl::FullyDecoded).toUtf8()).object();
    const auto answer = [](const QJsonObject &body) {
        return Response{200,
                        {{"Content-Type", "application/json; charset=UTF-8"},
                         {"Cache-Control", "no-store, no-cache, must-revalidate"},
                         {"Pragma", "no-cache"}},
                        compactJson(body),
                        false};
    };
    if (method == "get_server_info"_L1)
        return answer(serverInfo());
    if (method == "login"_L1)
        return answer(login(arguments));
    if (!m_sessions.contains(arguments["session"_L1].toString()))
        return answer(error(u"Invalid Session ID"_s, 11, u"The session ID is invalid"_s));
    const ModuleSchema *schema = m_site.store.schemas().find(arguments["module_name"_L1].toString());
    if (!schema)
        return answer(error(u"Module Does Not Exist"_s, 20, u"This module is not available on this server"_s));
    if (m_site.isDenied(*schema))
        return answer(error(u"Access Denied"_s, 40, u"You do not have access"_s));
    if (method == "get_entry_list"_L1)
        return answer(entryList(*schema, arguments));
    if (method == "get_entry"_L1)
        return answer(entry(*schema, arguments));
    if (method == "get_entries_count"_L1)
        return answer(entriesCount(*schema, arguments));
    if (method == "get_module_fields"_L1)
        return answer(moduleFields(*schema, arguments));
    if (method == "set_entries"_L1)
        return answer(setEntries(*schema, arguments));
    return answer(error(u"Function Does Not Exist"_s, 1, u"The function %1 does not exist"_s.arg(method)));
}

QJsonObject Legacy::serverInfo() const
{
    return {{u"flavor"_s, u"CE"_s},
            {u"version"_s, u"6.5.25"_s},
            {u"suitecrm_version"_s, u"7.14.6"_s},
            {u"gmt_time"_s, databaseTime(m_site.clock.now())}};
}

QJsonObject Legacy::login(const QJsonObject &arguments)
{
    const QJsonObject user = arguments["user_auth"_L1].toObject();
    const QByteArray expected = QCryptographicHash::hash("demo", QCryptographicHash::Md5).toHex();
    if (user["user_name"_L1].toString() != "demo"_L1 || user["password"_L1].toString().toLatin1() != expected)
        return error(u"Invalid Login"_s, 10, u"Login attempt failed please check the username and password"_s);
    const QString session = m_site.store.newId().remove(u'-').left(26);
    m_sessions.insert(session);
    const Settings &settings = m_site.settings;
    const QList<QPair<QString, QJsonValue>> values{
        {u"user_id"_s, administratorId},
        {u"user_name"_s, u"demo"_s},
        {u"user_language"_s, u"en_us"_s},
        {u"user_currency_id"_s, QJsonValue::Null},
        {u"user_is_admin"_s, true},
        {u"user_default_team_id"_s, QJsonValue::Null},
        {u"user_default_dateformat"_s, settings.userDateFormat},
        {u"user_default_timeformat"_s, settings.userTimeFormat},
        {u"user_number_separator"_s, settings.userHasDecimalComma ? u"."_s : u","_s},
        {u"user_decimal_separator"_s, settings.userHasDecimalComma ? u","_s : u"."_s},
        {u"mobile_max_list_entries"_s, QJsonValue::Null},
        {u"mobile_max_subpanel_entries"_s, QJsonValue::Null},
        {u"user_currency_name"_s, u"Euro"_s}};
    QJsonObject list;
    for (const auto &[name, value] : values)
        list.insert(name, named(name, value));
    return {{u"id"_s, session}, {u"module_name"_s, u"Users"_s}, {u"name_value_list"_s, list}};
}

std::optional<std::vector<Record *>> Legacy::select(const ModuleSchema &schema, const QJsonObject &arguments)
{
    static const QRegularExpression conjunction(u"\\s+and\\s+"_s, QRegularExpression::CaseInsensitiveOption);
    std::vector<SqlCondition> conditions;
    const QString query = arguments["query"_L1].toString().trimmed();
    for (const QString &part : query.split(conjunction, Qt::SkipEmptyParts)) {
        const std::optional<SqlCondition> read = condition(schema, part);
        if (!read)
            return {};
        conditions.push_back(*read);
    }
    const bool withDeleted = arguments["deleted"_L1].toVariant().toInt() != 0;
    std::vector<Record *> rows;
    for (auto &[id, record] : m_site.store.records(schema)) {
        const bool fits = std::all_of(conditions.begin(), conditions.end(),
                                      [&record = record](const SqlCondition &sql) { return holds(sql, record); });
        if (fits && (withDeleted || !record.isDeleted) && m_site.mayTouch(record))
            rows.push_back(&record);
    }
    sortBy(rows, schema, arguments["order_by"_L1].toString());
    return rows;
}

QJsonObject Legacy::described(const Record &record, const QJsonArray &fields) const
{
    QJsonObject values;
    for (std::size_t i = 0; i < record.schema->fields.size(); ++i) {
        const Field &field = record.schema->fields[i];
        if (field.kind != FieldKind::Link && (fields.isEmpty() || fields.contains(field.name)))
            values.insert(field.name, named(field.name, escaped(m_site.renderer.shownValue(record, int(i)))));
    }
    return {{u"id"_s, record.id}, {u"module_name"_s, record.schema->module}, {u"name_value_list"_s, values}};
}

QJsonObject Legacy::entryList(const ModuleSchema &schema, const QJsonObject &arguments)
{
    const std::optional<std::vector<Record *>> rows = select(schema, arguments);
    if (!rows)
        return error(u"Unknown Error"_s, -1, u"Database failure. Please refer to suitecrm.log for details."_s);
    const int asked = arguments["max_results"_L1].toVariant().toInt();
    const std::size_t limit = asked > 0 ? std::size_t(asked) : 20;
    const int start = std::max(0, arguments["offset"_L1].toVariant().toInt());
    const std::size_t offset = std::min(rows->size(), std::size_t(start));
    const std::size_t end = std::min(rows->size(), offset + limit);
    QJsonArray entries;
    for (std::size_t i = offset; i < end; ++i)
        entries.append(described(*(*rows)[i], arguments["select_fields"_L1].toArray()));
    return {{u"result_count"_s, entries.size()},
            {u"total_count"_s, QString::number(rows->size())},
            {u"next_offset"_s, qint64(end)},
            {u"entry_list"_s, entries},
            {u"relationship_list"_s, QJsonArray()}};
}

QJsonObject Legacy::entry(const ModuleSchema &schema, const QJsonObject &arguments)
{
    const Record *record = m_site.store.findLive(schema, arguments["id"_L1].toString());
    QJsonArray entries;
    if (record)
        entries.append(described(*record, arguments["select_fields"_L1].toArray()));
    return {{u"entry_list"_s, entries}, {u"relationship_list"_s, QJsonArray()}};
}

QJsonObject Legacy::entriesCount(const ModuleSchema &schema, const QJsonObject &arguments)
{
    const std::optional<std::vector<Record *>> rows = select(schema, arguments);
    return {{u"result_count"_s, QString::number(rows ? rows->size() : 0)}};
}

QJsonObject Legacy::moduleFields(const ModuleSchema &schema, const QJsonObject &arguments) const
{
    const QJsonArray wanted = arguments["fields"_L1].toArray();
    QJsonObject fields, links;
    for (const Field &field : schema.fields) {
        if (!wanted.isEmpty() && !wanted.contains(field.name))
            continue;
        if (field.kind == FieldKind::Link)
            links.insert(field.name,
                         QJsonObject{{u"name"_s, field.name},
                                     {u"type"_s, u"link"_s},
                                     {u"relationship"_s, field.meta["relationship"_L1]},
                                     {u"module"_s, QString()},
                                     {u"bean_name"_s, QString()}});
        else
            fields.insert(field.name, describedField(field));
    }
    return {{u"module_name"_s, schema.module},
            {u"table_name"_s, schema.table},
            {u"module_fields"_s, fields},
            {u"link_fields"_s, links}};
}

QJsonObject Legacy::setEntries(const ModuleSchema &schema, const QJsonObject &arguments)
{
    QJsonArray ids;
    for (const QJsonValue &list : arguments["name_value_lists"_L1].toArray()) {
        QJsonObject attributes;
        for (const QJsonValue &pair : list.toArray())
            attributes.insert(pair["name"_L1].toString(), pair["value"_L1]);
        const QString id = attributes.take(u"id"_s).toString();
        Record *known = id.isEmpty() ? nullptr : m_site.store.findLive(schema, id);
        if (!known) {
            known = &m_writer.create(schema, {}, attributes);
        } else if (attributes["deleted"_L1].toVariant().toInt() == 1) {
            m_writer.remove(*known);
        } else {
            m_writer.update(*known, attributes);
        }
        ids.append(known->id);
    }
    return {{u"ids"_s, ids}};
}

} // namespace syncline::sandbox::suitecrm
