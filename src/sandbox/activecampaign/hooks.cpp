#include "sandbox/activecampaign/hooks.h"

#include <QUrl>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *eventNames[] = {
    "subscribe",
    "unsubscribe",
    "update",
    "subscriber_note",
    "contact_tag_added",
    "contact_tag_removed",
    "contact_task_add",
    "account_add",
    "account_update",
    "account_contact_add",
    "account_contact_update",
    "list_add",
    "sent",
    "open",
    "click",
    "reply",
    "forward",
    "share",
    "bounce",
    "deal_add",
    "deal_update",
    "deal_note_add",
    "deal_pipeline_add",
    "deal_stage_add",
    "deal_task_add",
    "deal_task_complete",
    "deal_tasktype_add",
    "sms_sent",
    "sms_reply",
    "sms_unsub",
};

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    for (const QJsonValue &text : list.toArray())
        found << text.toString();
    return found;
}

Response create(Store &store, const Call &call)
{
    const QJsonObject wanted = call.body["webhook"_L1].toObject();
    const QUrl url(wanted["url"_L1].toString(), QUrl::StrictMode);
    if (wanted["name"_L1].toString().isEmpty())
        return refusal(u"The webhook name was not provided."_s, u"field_missing"_s, u"name"_s);
    if (!url.isValid() || url.host().isEmpty())
        return refusal(u"The webhook url is not valid."_s, u"invalid_url"_s, u"url"_s);
    Row row{{u"cdate"_s, qint64(store.now())}, {u"state"_s, u"1"_s}};
    for (const QString &key : {u"name"_s, u"url"_s, u"events"_s, u"sources"_s, u"listid"_s})
        row.insert(key, wanted[key]);
    const int id = store.webhooks.insert(row);
    return jsonReply({{u"webhook"_s, shown(*store.webhooks.find(id))}}, 201);
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray formOf(const QList<QPair<QString, QString>> &fields)
{
    QByteArray form;
    for (const auto &[name, value] : fields)
        form += (form.isEmpty() ? "" : "&") + encoded(name) + '=' + encoded(value);
    return form;
}

QByteArray bodyOf(const Store &store, const Happening &happening, const QString &source)
{
    QList<QPair<QString, QString>> fields{{u"type"_s, happening.event},
                                          {u"date_time"_s, zonedTime(store.now())},
                                          {u"initiated_from"_s, source},
                                          {u"initiated_by"_s, source},
                                          {u"list"_s, u"0"_s}};
    if (const Row *contact = store.contacts.find(happening.contact)) {
        fields.append({{u"contact[id]"_s, QString::number(happening.contact)},
                       {u"contact[email]"_s, contact->value("email"_L1).toString()},
                       {u"contact[first_name]"_s, contact->value("firstName"_L1).toString()},
                       {u"contact[last_name]"_s, contact->value("lastName"_L1).toString()},
                       {u"contact[phone]"_s, contact->value("phone"_L1).toString()}});
    }
    if (const Row *deal = store.deals.find(happening.deal)) {
        fields.append({{u"deal[id]"_s, QString::number(happening.deal)},
                       {u"deal[title]"_s, deal->value("title"_L1).toString()},
                       {u"deal[value]"_s, textOf(deal->value("value"_L1))},
                       {u"deal[currency]"_s, deal->value("currency"_L1).toString()}});
    }
    return formOf(fields);
}

} // namespace

std::optional<Response> hookAnswer(Store &store, const Call &call)
{
    if (call.is("GET", 2) && call.part(0) == "webhook"_L1 && call.part(1) == "events"_L1) {
        QJsonArray names;
        for (const char *name : eventNames)
            names.append(QString::fromLatin1(name));
        return jsonReply({{u"webhookEvents"_s, names}});
    }
    if (call.part(0) != "webhooks"_L1)
        return std::nullopt;
    if (call.is("GET", 1))
        return jsonReply(collection(u"webhooks"_s, paged(allRows(store.webhooks), call)));
    if (call.is("POST", 1))
        return create(store, call);
    const Row *row = store.webhooks.find(call.id(1));
    if (call.path.size() != 2 || (call.method != "GET" && call.method != "DELETE"))
        return std::nullopt;
    if (!row)
        return noResult(u"Webhook"_s, call.part(1));
    const Response response = jsonReply(call.method == "GET" ? QJsonObject{{u"webhook"_s, shown(*row)}}
                                                             : QJsonObject());
    if (call.method == "DELETE")
        store.webhooks.erase(call.id(1));
    return response;
}

QList<Outbox::Letter> lettersOf(Store &store, const QString &source)
{
    QList<Outbox::Letter> letters;
    QList<Happening> sent;
    for (const Happening &happening : std::exchange(store.happenings, {})) {
        if (sent.contains(happening))
            continue;
        sent.append(happening);
        for (const auto &[id, hook] : store.webhooks.rows()) {
            if (!texts(hook["events"_L1]).contains(happening.event) || !texts(hook["sources"_L1]).contains(source))
                continue;
            letters.append({hook["url"_L1].toString().toUtf8(),
                            {{"Content-Type", "application/x-www-form-urlencoded"}},
                            bodyOf(store, happening, source)});
        }
    }
    return letters;
}

} // namespace syncline::sandbox::activecampaign
