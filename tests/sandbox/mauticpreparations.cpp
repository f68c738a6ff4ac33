#include "sandbox/mauticpreparations.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

Preparation configured(const QJsonObject &switches)
{
    return [switches](MauticWorld &world, Request &) { world.crm().configure(switches); };
}

Preparation denying(const QString &area)
{
    return configured({{u"deny"_s, QJsonArray{area}}});
}

Preparation edited(int id, const QJsonObject &fields)
{
    return [id, fields](MauticWorld &world, Request &) {
        world.edit({{u"action"_s, u"update"_s}, {u"entity"_s, u"contacts"_s}, {u"id"_s, id}, {u"fields"_s, fields}});
    };
}

Preparation bodyInstead(const QByteArray &body)
{
    return [body](MauticWorld &, Request &asked) { asked.body = body; };
}

Preparation after(const QByteArray &method, const QByteArray &target, const QJsonValue &body = {})
{
    return [=](MauticWorld &world, Request &) { world.send(method, target, body); };
}

Preparation authorized(const QByteArray &value)
{
    return [value](MauticWorld &, Request &asked) { setAuthorization(asked, value); };
}

Preparation contactNamed(const QString &email, int count = 1)
{
    return [=](MauticWorld &world, Request &) {
        for (int i = 0; i < count; ++i)
            world.edit({{u"action"_s, u"create"_s},
                        {u"entity"_s, u"contacts"_s},
                        {u"fields"_s, QJsonObject{{u"email"_s, email}}}});
    };
}

QJsonArray manyItems(int count)
{
    QJsonArray items;
    for (int i = 0; i < count; ++i)
        items.append(QJsonObject{{u"firstname"_s, u"Many%1"_s.arg(i)}});
    return items;
}

/// An authorization code as the browser would bring it, put into the recorded form.
void withCode(MauticWorld &world, Request &asked)
{
    const Response redirect = world.crm().handle(request(
        "GET",
        "/oauth/v2/authorize?client_id=demo&redirect_uri=http%3A%2F%2F127.0.0.1%3A8699%2Fcallback&response_type="
        "code&state=xyz"));
    QByteArray location;
    for (const auto &[name, value] : redirect.headers)
        location = name == "Location" ? value : location;
    asked.body.replace("code=REDACTED", QByteArray(location.mid(location.indexOf("code="))));
}

} // namespace

void setAuthorization(Request &asked, const QByteArray &value)
{
    asked.headers.removeIf([](const auto &header) { return header.first == "Authorization"; });
    if (!value.isEmpty())
        asked.headers.append({"Authorization"_ba, value});
}

const QHash<QString, Preparation> &preparations()
{
    static const QHash<QString, Preparation> list{
        {u"api-disabled"_s, configured({{u"api_enabled"_s, false}})},
        {u"api-disabled-token"_s, configured({{u"api_enabled"_s, false}})},
        {u"auth-basic-ok"_s, authorized("Basic " + QByteArray("admin:demo").toBase64())},
        {u"auth-basic-wrong"_s, authorized("Basic " + QByteArray("demo:wrong").toBase64())},
        {u"auth-bearer-expired"_s, configured({{u"expire_tokens"_s, true}})},
        {u"auth-bearer-invalid"_s, authorized("Bearer nonsense")},
        {u"auth-bearer-user"_s, authorized("Bearer demo")},
        {u"auth-bearer-query"_s,
         [](MauticWorld &world, Request &asked) {
             setAuthorization(asked, {});
             asked.query.replace("REDACTED", world.token());
         }},
        {u"auth-none"_s, authorized({})},
        {u"basic-auth-disabled"_s, configured({{u"basic_auth"_s, false}})},
        {u"oauth-token-basic-client"_s, authorized("Basic " + QByteArray("demo:demo").toBase64())},
        {u"oauth-token-authorization-code"_s, withCode},
        {u"oauth-token-wrong-redirect"_s, withCode},
        {u"oauth-token-wrong-secret"_s,
         [](MauticWorld &, Request &asked) { asked.body.replace("client_secret=demo", "client_secret=wrong"); }},
        {u"oauth-token-refresh"_s,
         [](MauticWorld &world, Request &asked) {
             QByteArray refresh;
             world.newTokens("grant_type=password&username=demo&password=demo", &refresh);
             asked.body.replace("=REDACTED", QByteArray("=" + refresh));
         }},
        {u"oauth-token-refresh-reuse"_s,
         [](MauticWorld &world, Request &asked) {
             QByteArray refresh;
             world.newTokens("grant_type=password&username=demo&password=demo", &refresh);
             world.newTokens("grant_type=refresh_token&refresh_token=" + refresh);
             asked.body.replace("=REDACTED", QByteArray("=" + refresh));
         }},
        {u"forbidden-batch-edit"_s, denying(u"contacts:edit"_s)},
        {u"forbidden-batch-new"_s, denying(u"contacts:create"_s)},
        {u"forbidden-contact-create"_s, denying(u"contacts:create"_s)},
        {u"forbidden-contact-delete"_s, denying(u"contacts:delete"_s)},
        {u"forbidden-contact-edit"_s, denying(u"contacts:edit"_s)},
        {u"viewer-fields-list"_s, denying(u"fields"_s)},
        {u"owner-contact-get-other"_s, configured({{u"only_own"_s, true}})},
        {u"owner-contacts"_s, configured({{u"only_own"_s, true}})},
        {u"owner-contacts-with-where"_s, configured({{u"only_own"_s, true}})},
        {u"rate-limit-headers"_s, configured({{u"rate_limit"_s, 5}})},
        {u"rate-limited"_s,
         [](MauticWorld &world, Request &) {
             world.crm().configure({{u"rate_limit"_s, 5}});
             for (int i = 0; i < 5; ++i)
                 world.send("GET", "/api/users/self");
         }},
        {u"companies-list-empty"_s, [](MauticWorld &world, Request &) { world.crm().reset(); }},
        {u"contacts-list-empty"_s, [](MauticWorld &world, Request &) { world.crm().reset(); }},
        {u"company-create"_s, after("DELETE", "/api/companies/2/delete")},
        {u"company-remove-contact"_s, after("POST", "/api/companies/2/contact/40/add")},
        {u"company-add-contact-again"_s, after("POST", "/api/companies/2/contact/40/add")},
        {u"contact-companies"_s, after("POST", "/api/companies/2/contact/40/add")},
        {u"contact-companies-two"_s,
         [](MauticWorld &world, Request &) {
             world.send("POST", "/api/companies/2/contact/40/add");
             world.send("POST", "/api/companies/5/contact/40/add");
         }},
        {u"companies-search-contacts-of-company"_s, after("POST", "/api/companies/2/contact/40/add")},
        {u"contacts-search-by-company"_s, after("POST", "/api/companies/2/contact/40/add")},
        {u"contact-delete-again"_s, after("DELETE", "/api/contacts/310/delete")},
        {u"contact-get-deleted"_s, after("DELETE", "/api/contacts/310/delete")},
        {u"contact-dnc-add"_s, edited(40, {{u"company"_s, u"Neue Firma KG"_s}})},
        {u"contacts-list-two-full"_s, after("POST", "/api/fields/contact/new", QJsonObject{{u"label"_s, u"Nope"_s}})},
        {u"contact-dnc-remove"_s,
         [](MauticWorld &world, Request &asked) {
             edited(40, {{u"company"_s, u"Neue Firma KG"_s}})(world, asked);
             world.send("POST", "/api/contacts/40/dnc/email/add", QJsonObject{{u"reason"_s, 3}});
         }},
        {u"contact-get-dnc"_s, after("POST", "/api/contacts/320/dnc/email/add", QJsonObject{{u"reason"_s, 3}})},
        {u"contact-get-with-owner"_s, edited(50, {{u"owner"_s, 1}})},
        {u"contact-patch-owner-null"_s, edited(50, {{u"owner"_s, 1}})},
        {u"contact-patch-stage-null"_s, edited(50, {{u"stage"_s, 2}})},
        {u"contact-create-full"_s, after("DELETE", "/api/contacts/3/delete")},
        {u"contact-create-minimal"_s, after("DELETE", "/api/contacts/1/delete")},
        {u"contact-patch-email-of-other-contact"_s, contactNamed(u"merge.a@example.test"_s)},
        {u"contact-put-email-of-other-contact"_s, contactNamed(u"merge.a@example.test"_s)},
        {u"contacts-after-parallel-upserts"_s, contactNamed(u"race@example.test"_s, 2)},
        {u"contact-patch-while-duplicate-email-exists"_s,
         [](MauticWorld &world, Request &asked) {
             contactNamed(u"race@example.test"_s, 2)(world, asked);
             asked.path = "/api/contacts/"
                 + QByteArray::number(world.crm().records(u"contacts"_s).last()["id"_L1].toInt()) + "/edit";
         }},
        {u"contact-new-upsert-existing-email"_s, edited(24, {{u"city"_s, u"Latency"_s}})},
        {u"contact-patch-bad-date2"_s, edited(3, {{u"x_date"_s, u"2024-12-31"_s}})},
        {u"contact-patch-bool-0-overwrite"_s, edited(3, {{u"x_bool"_s, 0}})},
        {u"contact-patch-bool-string"_s, edited(3, {{u"x_bool"_s, 0}})},
        {u"contact-patch-date-empty-overwrite"_s,
         edited(
             3,
             {{u"x_date"_s, u"2024-01-02"_s}, {u"x_datetime"_s, u"2024-01-02 03:04:00"_s}, {u"x_time"_s, u"10:10"_s}})},
        {u"contact-patch-datetime-garbage"_s, edited(3, {{u"x_datetime"_s, u"2024-06-01"_s}})},
        {u"contact-patch-empty-string"_s, edited(3, {{u"city"_s, u"Bonn"_s}})},
        {u"contact-patch-fill"_s, edited(3, {{u"x_bool"_s, QJsonValue()}, {u"x_multi"_s, QJsonArray()}})},
        {u"contact-patch-int-zero"_s, edited(3, {{u"x_int"_s, 5}})},
        {u"contact-patch-int-zero-overwrite"_s, edited(3, {{u"x_int"_s, 5}})},
        {u"contact-patch-multi-array"_s, edited(3, {{u"x_multi"_s, QJsonArray()}})},
        {u"contact-patch-multi-empty-array"_s,
         [](MauticWorld &world, Request &asked) {
             edited(3, {{u"x_multi"_s, QJsonArray()}})(world, asked);
             edited(3, {{u"x_multi"_s, QJsonArray{u"b"_s, u"a"_s}}})(world, asked);
         }},
        {u"contact-patch-multi-pipe"_s, edited(3, {{u"x_multi"_s, QJsonArray{u"b"_s, u"c"_s}}})},
        {u"contact-patch-null"_s, edited(3, {{u"city"_s, u"Bonn"_s}})},
        {u"contact-patch-points-zero"_s, edited(3, {{u"points"_s, 15}})},
        {u"contact-patch-time-bad"_s, edited(3, {{u"x_time"_s, u"23:59"_s}})},
        {u"contact-put-zero"_s, edited(3, {{u"x_bool"_s, QJsonValue()}})},
        {u"contacts-batch-new-200"_s,
         [](MauticWorld &, Request &asked) { asked.body = QJsonDocument(manyItems(200)).toJson(); }},
        {u"contacts-batch-new-201"_s,
         [](MauticWorld &, Request &asked) { asked.body = QJsonDocument(manyItems(201)).toJson(); }},
        {u"contacts-batch-new-100"_s,
         [](MauticWorld &, Request &asked) { asked.body = QJsonDocument(manyItems(100)).toJson(); }},
        {u"contacts-where-isNotNull"_s, edited(5, {{u"x_extid"_s, u"B-1"_s}})},
        {u"error-invalid-utf8"_s, bodyInstead("{\"firstname\": \"\xff\xfe\"}")},
        {u"error-json-string"_s, bodyInstead("\"hello\"")},
        {u"field-create-bad-type"_s, {}},
        {u"stats-audit_log"_s, after("DELETE", "/api/contacts/5/delete")},
        {u"viewer-stats-audit_log"_s, after("DELETE", "/api/contacts/5/delete")},
        {u"stats-audit_log-company-delete"_s, after("DELETE", "/api/companies/2/delete")},
        {u"stats-audit_log-merge"_s,
         [](MauticWorld &world, Request &) {
             world.edit({{u"action"_s, u"merge"_s}, {u"entity"_s, u"contacts"_s}, {u"id"_s, 5}, {u"into"_s, 6}});
         }},
        {u"stats-companies_leads"_s, after("POST", "/api/companies/5/contact/6/add")},
        {u"stats-lead_points_change_log"_s, after("POST", "/api/contacts/6/points/plus/10")},
    };
    return list;
}
