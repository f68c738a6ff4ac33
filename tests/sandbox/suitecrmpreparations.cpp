#include "sandbox/suitecrmexchange.h"

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

Preparation configured(const QJsonObject &switches)
{
    return [switches](SuiteCrmWorld &world, Request &) { world.configure(switches); };
}

Preparation ensured(const QString &module, const QString &id, const QJsonObject &fields)
{
    return [=](SuiteCrmWorld &world, Request &) { world.ensure(module, id, fields); };
}

Preparation deleted(const QString &module, const QString &id, const QString &at = {})
{
    return [=](SuiteCrmWorld &world, Request &) {
        world.ensure(module, id, {});
        world.crm().edit({{u"action"_s, u"delete"_s}, {u"entity"_s, module}, {u"id"_s, id}});
        if (!at.isEmpty())
            world.ensure(module, id, {{u"date_modified"_s, at}});
    };
}

Preparation both(const Preparation &first, const Preparation &second)
{
    return [=](SuiteCrmWorld &world, Request &asked) {
        first(world, asked);
        second(world, asked);
    };
}

Preparation replaced(const QByteArray &from, const QByteArray &to)
{
    return [=](SuiteCrmWorld &, Request &asked) { asked.body.replace(from, to); };
}

const QByteArray passwordForm =
    "grant_type=password&client_id=demo-password&client_secret=demo&username=demo&password=demo";

QByteArray refreshForm(const QByteArray &token)
{
    return "grant_type=refresh_token&client_id=demo-password&client_secret=demo&refresh_token=" + token;
}

void refreshOnce(SuiteCrmWorld &world, Request &asked)
{
    QByteArray refresh;
    world.token(passwordForm, &refresh);
    asked.body = refreshForm(refresh);
}

void refreshTwice(SuiteCrmWorld &world, Request &asked)
{
    refreshOnce(world, asked);
    world.token(asked.body);
}

void oldTokenAfterRefresh(SuiteCrmWorld &world, Request &asked)
{
    QByteArray refresh;
    setBearer(asked, world.token(passwordForm, &refresh));
    world.token(refreshForm(refresh));
}

void expiredToken(SuiteCrmWorld &world, Request &)
{
    world.configure({{u"expire_tokens"_s, true}});
}

void linkedAddress(SuiteCrmWorld &world, const QString &contact, const QString &id, const QString &address)
{
    world.ensure(u"EmailAddresses"_s, id,
                 {{u"email_address"_s, address}, {u"email_address_caps"_s, address.toUpper()}});
    world.link(u"Contacts"_s, contact, u"email_addresses"_s, u"EmailAddress"_s, id);
}

void unlinkedAddress(SuiteCrmWorld &world, const QString &contact, const QString &id, const QString &address)
{
    linkedAddress(world, contact, id, address);
    const QString path = u"module/Contacts/%1/relationships/email_addresses/%2"_s.arg(contact, id);
    world.send("DELETE", path.toLatin1());
}

/// A contact that had the address that the filter looks for, but has it no more.
Preparation formerAddress(const QString &contact, const QString &address)
{
    return [=](SuiteCrmWorld &world, Request &) {
        unlinkedAddress(world, contact, u"aaaaaaaa-0000-0000-0000-000000000001"_s, address);
    };
}

void addressLinkedTwice(SuiteCrmWorld &world, Request &)
{
    const QString contact = u"cbe601db-acbe-fa77-328c-6b04fe1ddaf2"_s;
    const QString address = u"aaaaaaaa-0000-0000-0000-000000000002"_s;
    world.ensure(u"Contacts"_s, contact, {{u"last_name"_s, u"RelDM"_s}, {u"email1"_s, QString()}});
    unlinkedAddress(world, contact, address, u"reldm2@example.com"_s);
    world.link(u"Contacts"_s, contact, u"email_addresses"_s, u"EmailAddress"_s, address);
}

/// The recorded answers show neither title nor city, which the filter asks for.
void everybodyIsChiefInCologne(SuiteCrmWorld &world, Request &)
{
    for (const QJsonValue &record : world.crm().records(u"Contacts"_s))
        world.ensure(u"Contacts"_s, record["id"_L1].toString(),
                     {{u"title"_s, u"CEO"_s},
                      {u"primary_address_city"_s, u"Köln"_s},
                      {u"date_modified"_s, record["date_modified"_L1]}});
}

const QJsonObject berlin{{u"user_decimal_comma"_s, true},
                         {u"user_date_format"_s, u"d.m.Y"_s},
                         {u"user_time_format"_s, u"H:i"_s},
                         {u"user_zone"_s, u"Europe/Berlin"_s}};
const QJsonObject newYork{{u"user_time_format"_s, u"h:ia"_s}, {u"user_zone"_s, u"America/New_York"_s}};
const QJsonObject seconds{{u"user_date_format"_s, u"Y-m-d"_s}, {u"user_time_format"_s, u"H:i:s"_s}};

const QJsonArray ownerOnly{u"Contacts"_s, u"Opportunities"_s};

} // namespace

const QHash<QString, Preparation> &preparations()
{
    const QString byPatch = u"1ed9730f-41a0-c00b-b8b0-6b04fd7232a1"_s;
    static const QHash<QString, Preparation> list{
        {u"acl_account_create_forbidden"_s, configured({{u"read_only"_s, QJsonArray{u"Accounts"_s}}})},
        {u"acl_account_delete_forbidden"_s, configured({{u"read_only"_s, QJsonArray{u"Accounts"_s}}})},
        {u"acl_account_update_forbidden"_s, configured({{u"read_only"_s, QJsonArray{u"Accounts"_s}}})},
        {u"acl_contact_delete_not_owner"_s, configured({{u"owner_only"_s, ownerOnly}})},
        {u"acl_contact_list_owner_only"_s, configured({{u"owner_only"_s, ownerOnly}})},
        {u"acl_contact_list_owner_only_after_create"_s,
         both(configured({{u"owner_only"_s, ownerOnly}}),
              ensured(u"Contacts"_s, u"2f057099-f8b3-5ae3-ae1e-6b04ff36b348"_s, {{u"assigned_user_id"_s, u"1"_s}}))},
        {u"acl_contact_read_not_owner"_s, configured({{u"owner_only"_s, ownerOnly}})},
        {u"acl_contact_update_not_owner"_s, configured({{u"owner_only"_s, ownerOnly}})},
        {u"acl_leads_list_disabled"_s, configured({{u"deny"_s, QJsonArray{u"Leads"_s}}})},
        {u"acl_opportunities_list_owner_only"_s, configured({{u"owner_only"_s, ownerOnly}})},
        {u"bearer_after_logout"_s, [](SuiteCrmWorld &world, Request &) { world.send("POST", "logout"); }},
        {u"contact_create_with_existing_id"_s, ensured(u"Contacts"_s, ownContactId, {})},
        {u"contact_create_with_id_of_deleted"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"contact_delete_twice"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"contact_list_deleted_filter"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"contact_read_deleted"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"contact_undelete_by_patch"_s, deleted(u"Contacts"_s, byPatch)},
        {u"contact_update_deleted"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"email_filter_after_change"_s,
         formerAddress(u"1236a033-283c-33d4-f963-6b0501f90fb1"_s, u"after@example.com"_s)},
        {u"email_update_email1_when_no_primary"_s,
         [](SuiteCrmWorld &world, Request &) {
             world.ensure(u"Contacts"_s, contactId, {{u"email1"_s, QString()}});
             linkedAddress(world, contactId, u"aaaaaaaa-0000-0000-0000-000000000003"_s, u"third@example.com"_s);
         }},
        {u"expired_bearer"_s, expiredToken},
        {u"tampered_bearer"_s, [](SuiteCrmWorld &world, Request &asked) { setBearer(asked, world.bearer() + 'x'); }},
        {u"filter_deleted_1_page1"_s,
         both(deleted(u"Contacts"_s, ownContactId, u"2026-11-24 01:00:00"_s),
              deleted(u"Contacts"_s, byPatch, u"2026-11-24 02:00:00"_s))},
        {u"filter_deleted_1_page2"_s,
         both(deleted(u"Contacts"_s, ownContactId, u"2026-11-24 01:00:00"_s),
              deleted(u"Contacts"_s, byPatch, u"2026-11-24 02:00:00"_s))},
        {u"filter_deleted_1_page_past_end"_s, deleted(u"Contacts"_s, ownContactId)},
        {u"filter_deleted_since"_s,
         deleted(u"Contacts"_s, u"71f3cdd5-8107-4016-1723-6b04fec91427"_s, u"2026-11-24 03:04:41"_s)},
        {u"filter_deleted_since_next"_s,
         deleted(u"Contacts"_s, u"71f3cdd5-8107-4016-1723-6b04fec91427"_s, u"2026-11-24 03:04:41"_s)},
        {u"filter_and"_s, everybodyIsChiefInCologne},
        {u"filter_or"_s, everybodyIsChiefInCologne},
        {u"filter_date_eq_minute"_s,
         ensured(u"Contacts"_s, contactId, {{u"date_modified"_s, u"2026-10-01 00:07:01"_s}})},
        {u"filter_date_eq_second"_s,
         ensured(u"Contacts"_s, u"4b0c0c69-466b-646d-d5d0-6b04fe68b90c"_s,
                 {{u"date_modified"_s, u"2026-10-01 00:07:01"_s}})},
        {u"filter_email1_duplicate_rows"_s, addressLinkedTwice},
        {u"filter_email1_of_unlinked"_s, formerAddress(contactId, u"Changed.Mail@example.com"_s)},
        {u"legacy_v41_get_entry_list_deleted"_s,
         deleted(u"Contacts"_s, u"10dbb3b5-72aa-a9c4-8544-6b04ff92f785"_s, u"2026-11-24 03:06:31"_s)},
        {u"legacy_v41_invalid_login_id"_s, configured({{u"end_sessions"_s, true}})},
        {u"legacy_v41_login_bad"_s, replaced("fe01ce2a7fbac8fafaed7c982a04e229", "0000")},
        {u"list_tasks"_s, ensured(u"Contacts"_s, contactId, {{u"email1"_s, u"third@example.com"_s}})},
        {u"old_access_token_after_refresh"_s, oldTokenAfterRefresh},
        {u"patch_null_value"_s, ensured(u"Contacts"_s, contactId, {{u"title"_s, u"hasvalue"_s}})},
        {u"php_timezone_berlin"_s, configured({{u"php_zone"_s, u"Europe/Berlin"_s}})},
        {u"rel_delete_contact_account_twice"_s, ensured(u"Contacts"_s, contactId, {{u"account_id"_s, QString()}})},
        {u"token_refresh"_s, refreshOnce},
        {u"token_refresh_reused"_s, refreshTwice},
        {u"token_wrong_client_secret"_s, replaced("client_secret=demo", "client_secret=wrong")},
        {u"token_wrong_password"_s, replaced("password=demo", "password=hunter2")},
        {u"user_berlin_opportunity_amount"_s, configured(berlin)},
        {u"user_berlin_read_task"_s, configured(berlin)},
        {u"user_berlin_task_create_db"_s, configured(berlin)},
        {u"user_berlin_task_create_iso"_s, configured(berlin)},
        {u"user_berlin_task_create_user"_s, configured(berlin)},
        {u"user_newyork_opportunity_amount"_s, configured(newYork)},
        {u"user_newyork_read_task"_s, configured(newYork)},
        {u"user_newyork_task_create_db"_s, configured(newYork)},
        {u"user_newyork_task_create_iso"_s, configured(newYork)},
        {u"user_newyork_task_create_user"_s, configured(newYork)},
        {u"user_seconds_opportunity_amount"_s, configured(seconds)},
        {u"user_seconds_read_task"_s, configured(seconds)},
        {u"user_seconds_task_create_db"_s, configured(seconds)},
        {u"user_seconds_task_create_iso"_s, configured(seconds)},
        {u"user_seconds_task_create_user"_s, configured(seconds)},
    };
    return list;
}
