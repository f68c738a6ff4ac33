#include "sandbox/mautic/calls.h"
#include "sandbox/mautic/phptext.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 100;

struct Table
{
    QString name;
    QStringList columns;
    std::function<std::vector<QJsonObject>(const Store &)> rows;
};

QString number(qint64 value)
{
    return QString::number(value);
}

std::vector<QJsonObject> auditRows(const Store &store)
{
    std::vector<QJsonObject> rows;
    rows.reserve(store.audit.size());
    for (const AuditRow &row : store.audit) {
        rows.push_back({{u"id"_s, number(row.id)},
                        {u"user_id"_s, number(row.actor.userId)},
                        {u"user_name"_s, row.actor.name},
                        {u"bundle"_s, u"lead"_s},
                        {u"object"_s, row.object},
                        {u"object_id"_s, number(row.objectId)},
                        {u"action"_s, row.action},
                        {u"details"_s, QString::fromUtf8(row.details)},
                        {u"date_added"_s, databaseTime(row.at)},
                        {u"ip_address"_s, u"127.0.0.1"_s}});
    }
    return rows;
}

std::vector<QJsonObject> linkRows(const Store &store)
{
    std::vector<QJsonObject> rows;
    for (const auto &[id, contact] : store.contacts) {
        for (const CompanyLink &link : contact.links) {
            rows.push_back({{u"company_id"_s, number(link.company)},
                            {u"lead_id"_s, number(id)},
                            {u"date_added"_s, databaseTime(link.added)},
                            {u"is_primary"_s, link.isPrimary ? u"1"_s : u"0"_s}});
        }
    }
    return rows;
}

std::vector<QJsonObject> doNotContactRows(const Store &store)
{
    std::vector<QJsonObject> rows;
    for (const auto &[id, contact] : store.contacts) {
        for (const DoNotContact &entry : contact.doNotContact) {
            rows.push_back({{u"id"_s, number(entry.id)},
                            {u"lead_id"_s, number(id)},
                            {u"date_added"_s, databaseTime(entry.added)},
                            {u"reason"_s, number(entry.reason)},
                            {u"channel"_s, entry.channel},
                            {u"channel_id"_s, QJsonValue::Null},
                            {u"comments"_s, entry.comments}});
        }
    }
    return rows;
}

std::vector<QJsonObject> pointsRows(const Store &store)
{
    std::vector<QJsonObject> rows;
    for (const PointsRow &row : store.pointsLog) {
        rows.push_back({{u"id"_s, number(row.id)},
                        {u"lead_id"_s, number(row.contact)},
                        {u"ip_id"_s, u"1"_s},
                        {u"type"_s, u"API"_s},
                        {u"event_name"_s, row.event},
                        {u"action_name"_s, u"API"_s},
                        {u"delta"_s, number(row.delta)},
                        {u"date_added"_s, databaseTime(row.at)}});
    }
    return rows;
}

std::vector<QJsonObject> noRows(const Store &)
{
    return {};
}

const QList<Table> &tables()
{
    static const QList<Table> list{
        {u"audit_log"_s,
         {u"action"_s, u"bundle"_s, u"date_added"_s, u"details"_s, u"id"_s, u"ip_address"_s, u"object"_s, u"object_id"_s,
          u"user_id"_s, u"user_name"_s},
         auditRows},
        {u"campaign_leads"_s, {u"campaign_id"_s, u"date_added"_s, u"lead_id"_s}, noRows},
        {u"companies_leads"_s, {u"company_id"_s, u"date_added"_s, u"is_primary"_s, u"lead_id"_s}, linkRows},
        {u"email_stats"_s, {u"id"_s, u"email_id"_s, u"lead_id"_s, u"date_sent"_s}, noRows},
        {u"lead_donotcontact"_s,
         {u"channel"_s, u"channel_id"_s, u"comments"_s, u"date_added"_s, u"id"_s, u"lead_id"_s, u"reason"_s},
         doNotContactRows},
        {u"lead_lists_leads"_s, {u"date_added"_s, u"lead_id"_s, u"leadlist_id"_s}, noRows},
        {u"lead_points_change_log"_s,
         {u"action_name"_s, u"date_added"_s, u"delta"_s, u"event_name"_s, u"id"_s, u"ip_id"_s, u"lead_id"_s, u"type"_s},
         pointsRows},
    };
    return list;
}

/// An unknown name is no error: the answer is this overview.
Response overview()
{
    QJsonArray names;
    QJsonObject columns;
    for (const Table &table : tables()) {
        names.append(table.name);
        columns.insert(table.name, QJsonArray::fromStringList(table.columns));
    }
    return controllerReply(
        jsonValue(QJsonObject{{u"availableTables"_s, names}, {u"tableColumns"_s, columns}}));
}

bool comesBefore(const QString &left, const QString &right)
{
    bool areNumbers[2];
    const qint64 a = left.toLongLong(&areNumbers[0]);
    const qint64 b = right.toLongLong(&areNumbers[1]);
    return areNumbers[0] && areNumbers[1] ? a < b : left < right;
}

void sortRows(std::vector<QJsonObject> &rows, const QJsonValue &order)
{
    const QJsonArray columns = order.toArray();
    for (qsizetype i = columns.size() - 1; i >= 0; --i) {
        const QString name = columns[i]["col"_L1].toString();
        const bool isDescending = columns[i]["dir"_L1].toString().toLower() == "desc"_L1;
        std::ranges::stable_sort(rows, [&](const QJsonObject &left, const QJsonObject &right) {
            const QString a = left[name].toString();
            const QString b = right[name].toString();
            return isDescending ? comesBefore(b, a) : comesBefore(a, b);
        });
    }
}

Response tableReply(const Store &store, const Table &table, const QJsonObject &query)
{
    const auto matches = rowPredicate(query["where"_L1]);
    for (const QJsonValue &item : query["where"_L1].toArray()) {
        if (!table.columns.contains(item["col"_L1].toString()))
            return brokenReply();
    }
    std::vector<QJsonObject> rows = table.rows(store);
    std::erase_if(rows, [&](const QJsonObject &row) { return !(*matches)(row); });
    sortRows(rows, query["order"_L1]);
    const QString limitText = query["limit"_L1].toString();
    const std::size_t limit = limitText.isEmpty() ? defaultLimit : limitText.toUInt();
    const std::size_t start = query["start"_L1].toString().toUInt();
    QByteArray json = R"({"total":")" + QByteArray::number(qsizetype(rows.size())) + R"(","stats":[)";
    for (std::size_t i = start; i < rows.size() && (limit == 0 || i < start + limit); ++i)
        json += (json.endsWith('[') ? "" : ",") + jsonValue(rows[i]);
    return controllerReply(json + "]}");
}

} // namespace

std::optional<Response> statisticsAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (call.method != "GET" || call.path.size() > 2)
        return std::nullopt;
    if (!settings.allows(u"stats"_s, call.part(1)))
        return forbiddenReply();
    const auto table = std::ranges::find(tables(), call.part(1), &Table::name);
    return table == tables().end() ? overview() : tableReply(store, *table, call.query);
}

} // namespace syncline::sandbox::mautic
