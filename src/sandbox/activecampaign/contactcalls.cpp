#include "sandbox/activecampaign/calls.h"
#include "sandbox/activecampaign/times.h"

#include <algorithm>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

bool isAddress(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && text.indexOf(u'.', at) > at + 1 && !text.contains(u' ') && !text.endsWith(u'.');
}

class ContactCalls
{
public:
    ContactCalls(Store &store, const Settings &settings, const Call &call)
        : m_store(store)
        , m_settings(settings)
        , m_call(call)
    {
    }

    std::optional<Response> answer()
    {
        if (m_call.part(0) == "contact"_L1)
            return m_call.is("POST", 2) && m_call.part(1) == "sync"_L1 ? std::optional(upsert()) : std::nullopt;
        if (m_call.is("GET", 1))
            return list();
        if (m_call.is("POST", 1))
            return create();
        if (m_call.path.size() < 2)
            return std::nullopt;
        if (!m_store.contacts.find(m_call.id(1)))
            return missing();
        if (m_call.is("GET", 2))
            return one();
        if (m_call.is("PUT", 2))
            return update();
        if (m_call.is("DELETE", 2)) {
            m_store.removeContact(m_call.id(1));
            return jsonReply({});
        }
        return m_call.is("GET", 3) ? belonging() : std::nullopt;
    }

private:
    Response missing() const
    {
        if (m_call.method == "DELETE")
            return messageReply(404, u"No result found for contact with id "_s + m_call.part(1));
        return noResult(u"Subscriber"_s, m_call.part(1));
    }

    /// What a list is asked to keep to; read once, since it is held against every row.
    struct Wish
    {
        TimeFilters times;
        QString email, words;

        bool isAnything() const { return !times.any() && email.isEmpty() && words.isEmpty(); }
        bool passes(const Row &row) const
        {
            const auto has = [&](QLatin1StringView key) {
                return row[key].toString().contains(words, Qt::CaseInsensitive);
            };
            return (!times.any() || times.pass(row["cdate"_L1].toInteger(), row["udate"_L1].toInteger()))
                && (email.isEmpty() || row["email"_L1].toString().compare(email, Qt::CaseInsensitive) == 0)
                && (words.isEmpty() || has("email"_L1) || has("firstName"_L1) || has("lastName"_L1));
        }
    };

    /// Fifty thousand contacts are read by id in five hundred pages: none of them may look at all.
    std::optional<Listing> pageById(int above) const
    {
        const bool isById = m_call.parameter(u"orders[id]"_s).compare("ASC"_L1, Qt::CaseInsensitive) == 0;
        if (!isById || m_settings.countsWhole || !m_call.numbers(u"ids"_s).isEmpty())
            return std::nullopt;
        const std::span<const int> ids = m_store.contacts.idsAbove(above);
        const PageBounds bounds = pageBounds(m_call, qsizetype(ids.size()));
        Listing page{{}, qsizetype(ids.size())};
        for (const int id : ids.subspan(std::size_t(bounds.from), std::size_t(bounds.count)))
            page.rows.append(m_store.contacts.find(id));
        return page;
    }

    /// The rows behind an id, by id; fewer where the call names ids or an address.
    QList<const Row *> candidates(int above) const
    {
        QList<const Row *> rows;
        const QString email = m_call.parameter(u"email"_s);
        QList<int> ids = m_call.numbers(u"ids"_s);
        if (ids.isEmpty() && !email.isEmpty())
            ids = {m_store.contactByEmail(email)};
        std::ranges::sort(ids);
        for (const int id : std::as_const(ids)) {
            if (const Row *row = m_store.contacts.find(id))
                rows.append(row);
        }
        const auto &all = m_store.contacts.rows();
        for (auto it = all.upper_bound(above); ids.isEmpty() && it != all.end(); ++it)
            rows.append(&it->second);
        return rows;
    }

    Listing searched(int above, const Wish &wish) const
    {
        QList<const Row *> wanted = candidates(m_settings.countsWhole ? 0 : above);
        wanted.removeIf([&](const Row *row) { return !wish.passes(*row); });
        const qsizetype all = wanted.size();
        if (m_settings.countsWhole)
            wanted.removeIf([above](const Row *row) { return row->value("id"_L1).toInt() <= above; });
        sort(wanted);
        Listing listing = paged(wanted, m_call);
        if (m_settings.countsWhole)
            listing.total = all;
        return listing;
    }

    Response list()
    {
        const int above = m_call.parameter(u"id_greater"_s).toInt();
        const Wish wish{TimeFilters(m_call), m_call.parameter(u"email"_s), m_call.parameter(u"search"_s)};
        const auto byId = wish.isAnything() ? pageById(above) : std::nullopt;
        const Listing listing = byId ? *byId : searched(above, wish);
        QJsonObject object = collection(u"contacts"_s, listing);
        object.insert(u"scoreValues"_s, QJsonArray());
        addSideLoads(object, listing.rows);
        return jsonReply(object);
    }

    /// Only what is named is sorted by; a list without an order has the newest first.
    void sort(QList<const Row *> &rows) const
    {
        for (const auto key : {"id"_L1, "cdate"_L1, "email"_L1}) {
            const QString way = m_call.parameter(u"orders["_s + key + u']');
            if (way.isEmpty())
                continue;
            if (key != "id"_L1) // they come by id
                std::ranges::stable_sort(rows, [&](const Row *left, const Row *right) {
                    const QJsonValue a = left->value(key), b = right->value(key);
                    return a.isDouble() ? a.toInteger() < b.toInteger() : a.toString() < b.toString();
                });
            if (way.compare("DESC"_L1, Qt::CaseInsensitive) == 0)
                std::ranges::reverse(rows);
            return;
        }
        std::ranges::reverse(rows);
    }

    void addSideLoads(QJsonObject &object, const QList<const Row *> &rows) const
    {
        if (!m_settings.takesInclude)
            return;
        const QStringList included = m_call.parameter(u"include"_s).split(u',', Qt::SkipEmptyParts);
        QJsonArray contacts = object["contacts"_L1].toArray();
        for (const QString &name : included) {
            const Table *table = tableNamed(name);
            if (!table)
                continue;
            QJsonArray all;
            for (qsizetype i = 0; i < rows.size(); ++i) {
                QJsonArray ids;
                for (const Row *row : ownedRows(*table, rows[i]->value("id"_L1).toInt())) {
                    all.append(shown(*row));
                    ids.append(QString::number(row->value("id"_L1).toInt()));
                }
                QJsonObject contact = contacts[i].toObject();
                contact.insert(name, ids);
                contacts[i] = contact;
            }
            object.insert(name, all);
        }
        object.insert(u"contacts"_s, contacts);
    }

    const Table *tableNamed(const QString &name) const
    {
        const QMap<QString, const Table *> tables{{u"fieldValues"_s, &m_store.fieldValues},
                                                  {u"accountContacts"_s, &m_store.accountContacts},
                                                  {u"contactTags"_s, &m_store.contactTags},
                                                  {u"contactLists"_s, &m_store.contactLists}};
        return tables.value(name);
    }

    Response one() const
    {
        const int id = m_call.id(1);
        QJsonObject object{{u"contactAutomations"_s, QJsonArray()},
                           {u"deals"_s, QJsonArray()},
                           {u"geoAddresses"_s, QJsonArray()},
                           {u"geoIps"_s, QJsonArray()},
                           {u"contact"_s, shown(*m_store.contacts.find(id))}};
        for (const QString &name : {u"contactLists"_s, u"fieldValues"_s, u"accountContacts"_s})
            object.insert(name, shownRows(ownedRows(*tableNamed(name), id)));
        return jsonReply(object);
    }

    std::optional<Response> belonging() const
    {
        const Table *table = tableNamed(m_call.part(2));
        if (!table)
            return std::nullopt;
        return jsonReply(collection(m_call.part(2), paged(ownedRows(*table, m_call.id(1)), m_call)));
    }

    QJsonObject body() const { return m_call.body["contact"_L1].toObject(); }

    /// The fields that a write takes; others are ignored without a word.
    Row columns() const
    {
        Row row;
        for (const QString &name : {u"email"_s, u"firstName"_s, u"lastName"_s, u"phone"_s}) {
            if (body().contains(name))
                row.insert(name, textOf(body()[name]));
        }
        return row;
    }

    void takeValues(int id)
    {
        for (const QJsonValue &entry : body()["fieldValues"_L1].toArray()) {
            const int field = intOf(entry["field"_L1]);
            if (m_store.fields.find(field)) // an unknown field is ignored without a word
                m_store.setFieldValue(id, field, textOf(entry["value"_L1]));
        }
    }

    Response written(int id, int status) const
    {
        QJsonObject contact = shown(*m_store.contacts.find(id), Scalars::Mixed);
        contact.insert(u"links"_s, QJsonArray()); // an empty object of PHP
        return jsonReply({{u"fieldValues"_s, shownRows(ownedRows(m_store.fieldValues, id))}, {u"contact"_s, contact}},
                         status);
    }

    std::optional<Response> addressRefusal(int self) const
    {
        const QString email = textOf(body()["email"_L1]);
        if (email.isEmpty())
            return self == 0 ? std::optional(refusal(u"Email address is missing."_s, u"field_missing"_s, u"email"_s))
                             : std::nullopt;
        if (!isAddress(email))
            return refusal(u"Email address is not valid."_s, u"field_invalid"_s, u"email"_s);
        const int holder = m_store.contactByEmail(email);
        if (holder != 0 && holder != self)
            return refusal(u"Email address already exists in the system"_s, u"duplicate"_s, u"email"_s);
        return std::nullopt;
    }

    Response create()
    {
        if (const auto refused = addressRefusal(0))
            return *refused;
        const int id = m_store.addContact(newContact(columns()));
        takeValues(id);
        return written(id, 201);
    }

    Response update()
    {
        const int id = m_call.id(1);
        if (const auto refused = addressRefusal(id))
            return *refused;
        m_store.changeContact(id, columns());
        takeValues(id);
        return written(id, 200);
    }

    Response upsert()
    {
        const int known = m_store.contactByEmail(textOf(body()["email"_L1]));
        if (known == 0)
            return create();
        m_store.changeContact(known, columns());
        takeValues(known);
        return written(known, 200);
    }

private:
    Store &m_store;
    const Settings &m_settings;
    const Call &m_call;
};

} // namespace

std::optional<Response> contactAnswer(Store &store, const Settings &settings, const Call &call)
{
    return ContactCalls(store, settings, call).answer();
}

Row newContact(const Row &known)
{
    Row row{{u"email"_s, QString()},
            {u"firstName"_s, QString()},
            {u"lastName"_s, QString()},
            {u"phone"_s, QString()},
            {u"orgid"_s, 0},
            {u"deleted"_s, u"0"_s},
            {u"deleted_at"_s, QJsonValue::Null},
            {u"anonymized"_s, u"0"_s},
            {u"bounced_hard"_s, u"0"_s},
            {u"bounced_soft"_s, u"0"_s},
            {u"bounced_date"_s, u"0000-00-00"_s},
            {u"hash"_s, u"c0ffee"_s},
            {u"ip"_s, u"0"_s},
            {u"ua"_s, QJsonValue::Null},
            {u"scoreValues"_s, QJsonArray()},
            {u"links"_s, QJsonArray()},
            {u"organization"_s, QJsonValue::Null}};
    for (auto it = known.begin(); it != known.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

} // namespace syncline::sandbox::activecampaign
