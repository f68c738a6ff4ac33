#include "sandbox/mautic/hooks.h"
#include "sandbox/mautic/phptext.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QUrl>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

using What = Happening::What;

struct Trigger
{
    const char *name, *label, *description;
};

constexpr Trigger triggers[] = {
    {"mautic.company_post_save", "Company Create/Update Event", "Triggered when a company is created/updated"},
    {"mautic.company_post_delete", "Company Deleted Event", "Triggered when a company is deleted"},
    {"mautic.lead_channel_subscription_changed", "Contact Channel Subscription Change Event",
     "Triggered when a contact's channel subscription status changes."},
    {"mautic.lead_company_change", "Contact Company Subscription Change Event",
     "Triggered when a commpany is added or removed to/from contact"},
    {"mautic.lead_post_delete", "Contact Deleted Event", "Triggered when a contact is deleted."},
    {"mautic.lead_post_save_new", "Contact Identified Event", "Triggered when a contact is identified."},
    {"mautic.lead_points_change", "Contact Points Changed Event", "Triggered when a contact's points are modified."},
    {"mautic.lead_list_change", "Contact Segment Membership Change Event",
     "Triggered when a contact segment membership is changed"},
    {"mautic.lead_post_save_update", "Contact Updated Event", "Triggered when a contact is updated."},
    {"mautic.email_on_open", "Email Open Event", "mautic.email.webhook.event.open_desc"},
    {"mautic.email_on_send", "Email Send Event", "mautic.email.webhook.event.send_desc"},
    {"mautic.form_on_submit", "Form Submit Event", "mautic.form.webhook.event.form.submit_desc"},
    {"mautic.page_on_hit", "Page Hit Event", "mautic.page.webhook.event.hit_desc"},
    {"mautic.sms_on_send", "Text Send Event", "mautic.sms.webhook.event.send_desc"},
};

QByteArray textOrNull(const QString &text)
{
    return text.isEmpty() ? "null"_ba : jsonText(text);
}

/// After a delete it has no id any more.
QByteArray hookJson(const Hook &hook, bool isDeleted = false)
{
    QByteArray names = "[";
    for (const QString &trigger : hook.triggers)
        names += (names.size() > 1 ? "," : "") + jsonText(trigger);
    return R"({"isPublished":)" + QByteArray(hook.isPublished ? "true" : "false") + R"(,"dateAdded":)"
        + jsonTime(hook.added) + R"(,"dateModified":null,"createdBy":)"
        + (hook.createdBy.userId == 0 ? "null"_ba : QByteArray::number(hook.createdBy.userId)) + R"(,"createdByUser":)"
        + jsonText(hook.createdBy.name) + R"(,"modifiedBy":null,"modifiedByUser":null,"id":)"
        + (isDeleted ? "null"_ba : QByteArray::number(hook.id)) + R"(,"name":)" + jsonText(hook.name)
        + R"(,"description":)" + textOrNull(hook.description) + R"(,"webhookUrl":)" + jsonText(hook.url)
        + R"(,"secret":)" + jsonText(hook.secret) + R"(,"eventsOrderbyDir":)" + textOrNull(hook.order)
        + R"(,"category":null,"triggers":)" + names + "]}";
}

Response triggersReply()
{
    PhpEntries entries;
    for (const Trigger &trigger : triggers) {
        entries.append({QString::fromLatin1(trigger.name),
                        R"({"label":)" + jsonText(QString::fromLatin1(trigger.label)) + R"(,"description":)"
                            + jsonText(QString::fromLatin1(trigger.description)) + '}'});
    }
    return controllerReply(R"({"triggers":)" + phpObject(entries) + '}');
}

Response listReply(const Store &store)
{
    PhpEntries entries;
    for (auto hook = store.hooks.rbegin(); hook != store.hooks.rend(); ++hook)
        entries.append({QString::number(hook->first), hookJson(hook->second)});
    return controllerReply(R"({"total":)" + QByteArray::number(qint64(store.hooks.size())) + R"(,"hooks":)"
                           + (entries.isEmpty() ? "[]"_ba : phpObject(entries)) + '}');
}

/// Triggers that do not exist are accepted, and none at all; a secret is made up where none was sent.
Response createReply(Store &store, const Call &call)
{
    const QJsonObject body = call.body.toObject();
    const QString url = body["webhookUrl"_L1].toString();
    if (const QUrl parsed(url, QUrl::StrictMode); !parsed.isValid() || parsed.host().isEmpty()) {
        const QString problem = u"A valid URL is required."_s;
        return refusalReply({400, u"webhookUrl: "_s + problem, {{u"webhookUrl"_s, problem}}});
    }
    Hook hook;
    hook.id = ++store.lastHook;
    hook.name = body["name"_L1].toString();
    hook.description = body["description"_L1].toString();
    hook.url = url;
    const QByteArray madeUp = QCryptographicHash::hash(QByteArray::number(hook.id), QCryptographicHash::Sha256).toHex();
    hook.secret = body["secret"_L1].toString(QString::fromLatin1(madeUp));
    hook.order = body["eventsOrderbyDir"_L1].toString();
    hook.isPublished = body["isPublished"_L1].toVariant().toBool() || body["isPublished"_L1].isUndefined();
    hook.added = store.now();
    hook.createdBy = call.actor;
    for (const QJsonValue &trigger : body["triggers"_L1].toArray())
        hook.triggers.append(trigger.toString());
    store.hooks.emplace(hook.id, hook);
    Response response = controllerReply(R"({"hook":)" + hookJson(hook) + '}', 201);
    response.headers.append({"Location", "/api/hooks/" + QByteArray::number(hook.id)});
    return response;
}

QString triggerOf(const Happening &happening)
{
    if (happening.object == Object::Company)
        return happening.what == What::Removed ? u"mautic.company_post_delete"_s : u"mautic.company_post_save"_s;
    switch (happening.what) {
    case What::Created:
        return u"mautic.lead_post_save_new"_s;
    case What::Changed:
        return u"mautic.lead_post_save_update"_s;
    case What::Removed:
        break;
    }
    return u"mautic.lead_post_delete"_s;
}

/// Nothing for a visitor without a name, and for a record that is gone again.
std::optional<QByteArray> eventJson(Store &store, const Happening &happening)
{
    const bool isContact = happening.object == Object::Contact;
    const QByteArray key = isContact ? R"("contact":)" : R"("company":)";
    const QByteArray timestamp = R"(,"timestamp":)" + jsonTime(store.now()) + '}';
    if (happening.what == What::Removed)
        return R"({"id":)" + QByteArray::number(happening.id) + ',' + key + R"({"id":null})" + timestamp;
    const Record *record = store.find(happening.object, happening.id);
    if (!record || (isContact && record->identified == 0))
        return {};
    return '{' + key + (isContact ? contactJson(store, *record) : companyJson(store, *record)) + timestamp;
}

} // namespace

std::optional<Response> hookAnswer(Store &store, const Settings &settings, const Call &call)
{
    if (!settings.allows(u"hooks"_s, call.method == "GET" ? u"read"_s : u"edit"_s))
        return forbiddenReply();
    if (call.is("GET", 1))
        return listReply(store);
    if (call.is("GET", 2) && call.part(1) == "triggers"_L1)
        return triggersReply();
    if (call.is("POST", 2) && call.part(1) == "new"_L1)
        return createReply(store, call);
    const auto hook = store.hooks.find(call.id(1));
    const bool isDelete = call.is("DELETE", 3) && call.part(2) == "delete"_L1;
    if (!isDelete && !call.is("GET", 2))
        return std::nullopt;
    if (hook == store.hooks.end())
        return itemNotFound();
    Response response = controllerReply(R"({"hook":)" + hookJson(hook->second, isDelete) + '}');
    if (isDelete)
        store.hooks.erase(hook);
    return response;
}

QList<Outbox::Letter> lettersOf(Store &store)
{
    QList<Outbox::Letter> letters;
    const QList<Happening> happened = std::exchange(store.happenings, {});
    if (store.hooks.empty())
        return letters;
    QList<Happening> sent;
    for (const Happening &happening : happened) {
        const bool isPartOfCreate = happening.what == What::Changed
            && sent.contains(Happening{happening.object, happening.id, What::Created});
        const auto event = sent.contains(happening) || isPartOfCreate ? std::nullopt : eventJson(store, happening);
        if (!event)
            continue;
        sent.append(happening);
        const QString trigger = triggerOf(happening);
        const QByteArray body = '{' + jsonText(trigger) + ":[" + *event + "]}";
        for (const auto &[id, hook] : store.hooks) {
            if (!hook.isPublished || !hook.triggers.contains(trigger))
                continue;
            const QByteArray signature =
                QMessageAuthenticationCode::hash(body, hook.secret.toUtf8(), QCryptographicHash::Sha256).toBase64();
            letters.append({hook.url.toUtf8(),
                            {{"User-Agent", "GuzzleHttp/7"},
                             {"Content-Type", "application/json"},
                             {"Webhook-Signature", signature}},
                            body});
        }
    }
    return letters;
}

} // namespace syncline::sandbox::mautic
