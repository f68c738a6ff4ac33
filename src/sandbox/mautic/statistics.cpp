#include "sandbox/mautic/calls.h"
#include "sandbox/mautic/phptext.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultLimit = 100;

/// The contacts that a query names, or all: the tables of a real Mautic have an index by contact.
using Asked = std::optional<std::set<int>>;

struct Table
{
    QString name;
    QStringList columns;
    std::function<std::vector<QJsonObject>(const Store &, const Asked &)> rows;
};

void forContacts(const Store &store, const Asked &asked, const std::function<void(int, const Record &)> &visit)
{
    if (!asked) {
        for (const auto &[id, contact] : store.contacts)
            visit(id, contact);
        return;
    }
    for (const int id : *asked) {
        if (const auto contact = store.contacts.find(id); contact != store.contacts.end())
            visit(id, contact->second);
    }
}

QString number(qint64 value)
{
    return QString::number(value);
}

std::vector<QJsonObject> auditRows(const Store &store, const Asked &)
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

std::vector<QJsonObject> linkRows(const Store &store, const Asked &asked)
{
    std::vector<QJsonObject> rows;
    forContacts(store, asked, [&rows](int id, const Record &contact) {
        for (const CompanyLink &link : contact.links) {
            rows.push_back({{u"company_id"_s, number(link.company)},
                            {u"lead_id"_s, number(id)},
                            {u"date_added"_s, databaseTime(link.added)},
                            {u"is_primary"_s, link.isPrimary ? u"1"_s : u"0"_s}});
        }
    });
    return rows;
}

std::vector<QJsonObject> doNotContactRows(const Store &store, const Asked &asked)
{
    std::vector<QJsonObject> rows;
    forContacts(store, asked, [&rows](int id, const Record &contact) {
        for (const DoNotContact &entry : contact.doNotContact) {
            rows.push_back({{u"id"_s, number(entry.id)},
                            {u"lead_id"_s, number(id)},
                            {u"date_added"_s, databaseTime(entry.added)},
                            {u"reason"_s, number(entry.reason)},
                            {u"channel"_s, entry.channel},
                            {u"channel_id"_s, QJsonValue::Null},
                            {u"comments"_s, entry.comments}});
        }
    });
    return rows;
}

std::vector<QJsonObject> pointsRows(const Store &store, const Asked &)
{
    std::vector<QJsonObject> rows;
    rows.reserve(store.pointsLog.size());
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

/// Who is in a segment or campaign, or was taken out by hand.
std::vector<QJsonObject> memberRows(const Store &store, const QString &kind, const QString &column)
{
    std::vector<QJsonObject> rows;
    const auto things = store.things.find(kind);
    if (things == store.things.end())
        return rows;
    for (const auto &[id, thing] : things->second) {
        for (const Member &member : thing.members) {
            QJsonObject row{{column, number(id)},
                            {u"lead_id"_s, number(member.contact)},
                            {u"date_added"_s, databaseTime(member.added)},
                            {u"manually_removed"_s, member.isRemoved ? u"1"_s : u"0"_s},
                            {u"manually_added"_s, member.isRemoved ? u"0"_s : u"1"_s}};
            if (kind == "campaigns"_L1) {
                row.insert(u"date_last_exited"_s, QJsonValue::Null);
                row.insert(u"rotation"_s, u"1"_s);
            }
            rows.push_back(row);
        }
    }
    return rows;
}

std::vector<QJsonObject> noRows(const Store &, const Asked &)
{
    return {};
}

/// Tables of things that this sandbox has none of, with their columns.
constexpr const char *emptyTables[][2] = {
    {"asset_downloads",
     "asset_id code date_download email_id id ip_id lead_id referer source source_id tracking_id utm_campaign "
     "utm_content utm_medium utm_source utm_term"},
    {"campaign_lead_event_log",
     "campaign_id channel channel_id date_triggered event_id id ip_id is_scheduled lead_id metadata "
     "non_action_path_taken rotation system_triggered trigger_date"},
    {"channel_url_trackables", "channel channel_id hits redirect_id unique_hits"},
    {"dynamic_content_lead_data", "date_added dynamic_content_id id lead_id slot"},
    {"dynamic_content_stats",
     "date_sent dynamic_content_id id last_sent lead_id sent_count sent_details source source_id tokens"},
    {"email_stat_replies", "date_replied id message_id stat_id"},
    {"email_stats",
     "copy_id date_read date_sent email_address email_id id ip_id is_failed is_read last_opened lead_id list_id "
     "open_count open_details retry_count source source_id tokens tracking_hash viewed_in_browser"},
    {"email_stats_devices", "date_opened device_id id ip_id stat_id"},
    {"focus_stats", "date_added focus_id id lead_id type type_id"},
    {"form_submissions", "date_submitted form_id id ip_id lead_id page_id referer tracking_id"},
    {"ip_addresses", "id ip_address ip_details"},
    {"lead_categories", "category_id date_added id lead_id manually_added manually_removed"},
    {"lead_companies_change_log", "action_name company_id date_added event_name id lead_id type"},
    {"lead_devices",
     "client_info date_added device device_brand device_model device_os_name device_os_platform device_os_shortname "
     "device_os_version id lead_id tracking_id"},
    {"lead_event_log", "action bundle date_added id lead_id object object_id properties user_id user_name"},
    {"lead_frequencyrules",
     "channel date_added frequency_number frequency_time id lead_id pause_from_date pause_to_date preferred_channel"},
    {"lead_stages_change_log", "action_name date_added event_name id lead_id stage_id"},
    {"lead_utmtags",
     "date_added id lead_id query referer remote_host url user_agent utm_campaign utm_content utm_medium utm_source "
     "utm_term"},
    {"page_hits",
     "browser_languages city code country date_hit date_left device_id email_id id ip_id isp lead_id organization "
     "page_id page_language query redirect_id referer region remote_host source source_id tracking_id url url_title "
     "user_agent"},
    {"page_redirects",
     "checked_out checked_out_by checked_out_by_user created_by created_by_user date_added date_modified hits id "
     "is_published modified_by modified_by_user redirect_id unique_hits url"},
    {"point_lead_action_log", "date_fired ip_id lead_id point_id"},
    {"point_lead_event_log", "date_fired event_id ip_id lead_id"},
    {"push_notification_stats",
     "click_count click_details date_clicked date_read date_sent id ip_id is_clicked last_clicked lead_id list_id "
     "notification_id retry_count source source_id tokens tracking_hash"},
    {"sms_message_stats",
     "date_sent details id ip_id is_failed lead_id list_id sms_id source source_id tokens tracking_hash"},
    {"stage_lead_action_log", "date_fired ip_id lead_id stage_id"},
    {"tweet_stats",
     "date_sent favorite_count handle id is_failed lead_id response_details retry_count retweet_count source source_id "
     "tweet_id twitter_tweet_id"},
    {"video_hits",
     "browser_languages channel channel_id city code country date_hit date_left duration guid id ip_id isp lead_id "
     "organization page_language query referer region remote_host time_watched url user_agent"},
    {"webhook_logs", "date_added id note runtime status_code webhook_id"},
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

QList<Table> allTables()
{
    QList<Table> list{
        {u"audit_log"_s, words("action bundle date_added details id ip_address object object_id user_id user_name"),
         auditRows},
        {u"companies_leads"_s, words("company_id date_added is_primary lead_id"), linkRows},
        {u"campaign_leads"_s,
         words("campaign_id date_added date_last_exited lead_id manually_added manually_removed rotation"),
         [](const Store &store, const Asked &) { return memberRows(store, u"campaigns"_s, u"campaign_id"_s); }},
        {u"lead_lists_leads"_s, words("date_added leadlist_id lead_id manually_added manually_removed"),
         [](const Store &store, const Asked &) { return memberRows(store, u"segments"_s, u"leadlist_id"_s); }},
        {u"lead_donotcontact"_s, words("channel channel_id comments date_added id lead_id reason"), doNotContactRows},
        {u"lead_points_change_log"_s, words("action_name date_added delta event_name id ip_id lead_id type"),
         pointsRows},
    };
    for (const auto &[name, columns] : emptyTables)
        list.append({QString::fromLatin1(name), words(columns), noRows});
    std::ranges::sort(list, {}, &Table::name);
    return list;
}

const QList<Table> &tables()
{
    static const QList<Table> list = allTables();
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
    return controllerReply(jsonValue(QJsonObject{{u"availableTables"_s, names}, {u"tableColumns"_s, columns}}));
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
    std::vector<QJsonObject> rows = table.rows(store, idsAsked(query["where"_L1], u"lead_id"_s));
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
