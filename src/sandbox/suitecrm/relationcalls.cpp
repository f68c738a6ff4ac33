#include "sandbox/suitecrm/relationcalls.h"

#include "sandbox/suitecrm/phptext.h"

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

const QStringList listParameters{u"filter"_s, u"page"_s, u"sort"_s};
const QString listParametersListed =
    u"\"filter\", \"id\", \"linkFieldName\", \"moduleName\", \"page\", \"sort\", \"sourceBean\""_s;

bool isEmailLink(const QString &link)
{
    return link == "email_addresses"_L1 || link == "email_addresses_primary"_L1;
}

bool areContactAndAccount(const Record &a, const Record &b)
{
    return a.schema->module == "Contacts"_L1 && b.schema->module == "Accounts"_L1;
}

/// Name of a module in the sentences about a new link.
QString labelOf(const ModuleSchema &schema)
{
    return schema.label;
}

} // namespace

Outcome<Record *> RelationCalls::source(const QString &module, const QString &id) const
{
    const ModuleSchema *schema = m_site.store.schemas().find(module);
    if (!schema)
        return tl::unexpected(unknownModule(module));
    if (!isIdShape(id))
        return tl::unexpected(invalidId(id));
    Record *record = m_site.store.findLive(*schema, id);
    if (!record)
        return tl::unexpected(refusal(u"%1 module with id %2 is not found"_s.arg(module, id)));
    if (m_site.isDenied(*schema) || !m_site.mayTouch(*record))
        return tl::unexpected(accessDenied());
    return record;
}

Outcome<const ModuleSchema *> RelationCalls::target(const ModuleSchema &schema, const QString &link) const
{
    const int field = schema.indexOf(link);
    if (field < 0 || schema.fields[std::size_t(field)].kind != FieldKind::Link)
        return tl::unexpected(refusal(u"Cannot load relationship %1 for %2 module"_s.arg(link, schema.singular)));
    if (isEmailLink(link))
        return &m_site.store.schema(u"EmailAddresses"_s);
    for (const auto &module : m_site.store.schemas().all()) {
        if (module->module.toLower() == link)
            return module.get();
    }
    return nullptr;
}

std::vector<const Record *> RelationCalls::related(const Record &record, const QString &link,
                                                   const ModuleSchema &module)
{
    std::vector<const Record *> found;
    if (isEmailLink(link)) {
        const bool primaryOnly = link == "email_addresses_primary"_L1;
        for (const EmailLink &email : record.emails) {
            if (!email.isRemoved && !email.address->isDeleted
                && (primaryOnly ? email.isPrimary || email.isHidden : !email.isHidden))
                found.push_back(email.address);
        }
        return found;
    }
    if (record.schema->module == "Accounts"_L1 && module.module == "Contacts"_L1) {
        for (const Record *contact : m_site.store.contactsOf(record))
            found.push_back(contact);
        return found;
    }
    if (record.schema->module == "Contacts"_L1 && module.module == "Accounts"_L1) {
        if (const Record *account = m_site.store.findLive(module, record.value(u"account_id"_s)))
            found.push_back(account);
        return found;
    }
    for (const Record *other : m_site.store.related(record, module))
        found.push_back(other);
    return found;
}

Response RelationCalls::list(const QString &module, const QString &id, const QString &link, const Request &request)
{
    const Outcome<Record *> record = source(module, id);
    if (!record)
        return record.error();
    const Outcome<const ModuleSchema *> other = target(*(*record)->schema, link);
    if (!other)
        return other.error();
    PageOfRows page;
    page.countsRecords = true;
    page.emptyMessage = u"There is no relationship set in %1 module with %2 link field"_s.arg(
        (*record)->schema->singular, link);
    if (!*other)
        return message(page.emptyMessage, m_site.clock.now());
    const Query query(request.query);
    const Outcome<ListQuery> list = readListQuery(m_site.store.schemas(), **other, query, listParameters,
                                                  listParametersListed);
    if (!list)
        return list.error();
    if (list->failsInDatabase)
        return databaseFailure();
    page.rows = related(**record, link, **other);
    std::erase_if(page.rows, [&list](const Record *row) { return matches(*list, *row) == 0; });
    sortRows(*list, page.rows);
    page.total = qint64(page.rows.size());
    const QString path = u"V8/module/%1/%2/relationships/%3"_s.arg(module, id, link);
    return listAnswer(m_site, page, *list, query, path, RecordPlace::Related);
}

Response RelationCalls::add(const QString &module, const QString &id, const QString &link, const Request &request)
{
    const Outcome<Record *> record = source(module, id);
    if (!record)
        return record.error();
    const Outcome<QJsonObject> data = bodyData(request, {u"id"_s, u"type"_s});
    if (!data)
        return data.error();
    const QString otherModule = (*data)["type"_L1].toString();
    const Outcome<Record *> other = source(otherModule, (*data)["id"_L1].toString());
    if (!other)
        return other.error();
    const ModuleSchema &from = *(*record)->schema;
    const ModuleSchema &to = *(*other)->schema;
    const QString name = link.isEmpty() ? to.module == "EmailAddresses"_L1 ? u"email_addresses"_s : to.module.toLower()
                                        : link;
    if (const Outcome<const ModuleSchema *> end = target(from, name); !end)
        return end.error();
    relate(**record, name, **other);
    if (link.isEmpty())
        return message(u"%1 with id %2 has been added to %3 with id %4"_s.arg(to.singular, (*other)->id, from.singular,
                                                                              (*record)->id),
                       m_site.clock.now(), 201);
    const QString sentence = u"%1 record with id %2 has been related to %3 record with id %4 using link %5"_s.arg(
        labelOf(to), (*other)->id, labelOf(from), (*record)->id, name);
    const auto line = [](const char *key, const QString &value, const char *end = ",\n") -> QByteArray {
        return "        \"" + QByteArray(key) + "\": " + jsonString(value) + end;
    };
    const QByteArray body = "{\n    \"meta\": {\n" + line("message", sentence) + line("sourceModule", from.module)
        + line("sourceModuleLabel", labelOf(from)) + line("sourceId", (*record)->id) + line("relatedModule", to.module)
        + line("relatedModuleLabel", labelOf(to)) + line("relatedId", (*other)->id)
        + line("relationshipLink", name, "\n") + "    },\n    \"data\": []\n}";
    return success(body, m_site.clock.now(), 201);
}

void RelationCalls::relate(Record &record, const QString &link, Record &other)
{
    if (isEmailLink(link))
        m_site.store.linkEmail(record, {&other, false, false, link == "email_addresses_primary"_L1});
    else if (areContactAndAccount(record, other))
        m_site.store.set(record, u"account_id"_s, other.id);
    else if (areContactAndAccount(other, record))
        m_site.store.set(other, u"account_id"_s, record.id);
    else
        m_site.store.relate(record, other);
}

Response RelationCalls::remove(const QString &module, const QString &id, const QString &link, const QString &relatedId)
{
    const Outcome<Record *> record = source(module, id);
    if (!record)
        return record.error();
    const ModuleSchema &schema = *(*record)->schema;
    const Outcome<const ModuleSchema *> end = target(schema, link);
    if (!end)
        return end.error();
    Record *other = *end ? m_site.store.findLive(**end, relatedId) : nullptr;
    if (!other || !unrelate(**record, *other))
        return failed(u"Module with %1 id is not related to %2"_s.arg(relatedId, schema.singular));
    return message(u"Relationship has been deleted between %1 with id %2 and %3 with id %4"_s.arg(
                       schema.singular, (*record)->id, other->schema->singular, other->id),
                   m_site.clock.now());
}

bool RelationCalls::unrelate(Record &record, Record &other)
{
    if (other.schema->module == "EmailAddresses"_L1) {
        bool isLinked = false;
        for (const EmailLink &link : record.emails)
            isLinked = isLinked || (link.address == &other && !link.isRemoved);
        m_site.store.unlinkEmail(record, other);
        return isLinked;
    }
    Record *contact = areContactAndAccount(record, other) ? &record
        : areContactAndAccount(other, record)             ? &other
                                                          : nullptr;
    if (!contact)
        return m_site.store.unrelate(record, other);
    const Record &account = contact == &record ? other : record;
    if (contact->value(u"account_id"_s) != account.id)
        return false;
    m_site.store.set(*contact, u"account_id"_s, {});
    return true;
}

} // namespace syncline::sandbox::suitecrm
