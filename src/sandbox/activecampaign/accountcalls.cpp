#include "sandbox/activecampaign/calls.h"

#include <algorithm>

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

class AccountCalls
{
public:
    AccountCalls(Store &store, const Settings &settings, const Call &call)
        : m_store(store)
        , m_settings(settings)
        , m_call(call)
    {
    }

    std::optional<Response> answer()
    {
        if (m_call.is("GET", 1))
            return list();
        if (m_call.is("POST", 1))
            return create();
        const int id = m_call.id(1);
        if (m_call.path.size() != 2)
            return std::nullopt;
        if (!m_store.accounts.find(id))
            return notFound();
        if (m_call.method == "GET")
            return jsonReply({{u"account"_s, shown(*m_store.accounts.find(id))}});
        if (m_call.method == "PUT")
            return update(id);
        if (m_call.method != "DELETE")
            return std::nullopt;
        m_store.removeAccount(id);
        return jsonReply({});
    }

private:
    static Response notFound()
    {
        const QJsonObject error{
            {u"status"_s, 404}, {u"title"_s, u"Not Found"_s}, {u"detail"_s, u"Account not found"_s}};
        return jsonReply({{u"errors"_s, QJsonArray{error}}}, 404);
    }

    /// By name, whatever order is asked for: a rename or a delete shifts the pages.
    Response list() const
    {
        const QString words = m_call.parameter(u"search"_s);
        QList<const Row *> rows = m_store.accountsByName();
        if (!words.isEmpty())
            rows.removeIf(
                [&](const Row *row) { return !row->value("name"_L1).toString().contains(words, Qt::CaseInsensitive); });
        const Listing listing = paged(rows, m_call);
        QJsonObject object = collection(u"accounts"_s, listing);
        if (m_settings.takesInclude && m_call.parameter(u"include"_s).split(u',').contains("accountCustomFieldData"_L1))
            object.insert(
                u"customerAccountCustomFieldData"_s,
                valueColumns(m_store.accountValues, m_store.accountFields, listing.rows, u"customer_account_id"_s));
        return jsonReply(object);
    }

    QJsonObject body() const { return m_call.body["account"_L1].toObject(); }

    std::optional<Response> nameRefusal(int self) const
    {
        if (!body().contains("name"_L1) && self != 0)
            return std::nullopt;
        const QString name = textOf(body()["name"_L1]);
        if (name.trimmed().isEmpty())
            return refusal(u"The account name was not provided."_s, u"field_missing"_s, u"name"_s);
        const int holder = m_store.accountByName(name);
        if (holder != 0 && holder != self)
            return refusal(u"The account name already exists in the system."_s, u"duplicate"_s, u"name"_s);
        return std::nullopt;
    }

    Row columns() const
    {
        Row row;
        for (const QString &name : {u"name"_s, u"accountUrl"_s}) {
            if (body().contains(name))
                row.insert(name, textOf(body()[name]));
        }
        if (body().contains("owner"_L1))
            row.insert(u"owner"_s, intOf(body()["owner"_L1]));
        return row;
    }

    void takeValues(int id)
    {
        for (const QJsonValue &entry : body()["fields"_L1].toArray()) {
            const int field = intOf(entry["customFieldId"_L1]);
            const QJsonValue value = entry["fieldValue"_L1];
            if (m_store.accountFields.find(field))
                m_store.setAccountValue(id, field, value.isArray() ? value : QJsonValue(textOf(value)),
                                        entry["fieldCurrency"_L1].toString());
        }
    }

    Response written(int id, int status) const
    {
        QJsonObject account = shown(*m_store.accounts.find(id), Scalars::Mixed);
        QJsonArray fields;
        for (const Row *row : ownedRows(m_store.accountValues, id)) {
            QJsonObject field{{u"customFieldId"_s, row->value("customFieldId"_L1)},
                              {u"fieldValue"_s, row->value("fieldValue"_L1)},
                              {u"accountId"_s, QString::number(id)}};
            if (row->contains("fieldCurrency"_L1))
                field.insert(u"fieldCurrency"_s, row->value("fieldCurrency"_L1));
            fields.append(field);
        }
        account.insert(u"fields"_s, fields);
        account.insert(u"links"_s, QJsonArray());
        return jsonReply({{u"account"_s, account}}, status);
    }

    Response create()
    {
        if (const auto refused = nameRefusal(0))
            return *refused;
        const int id = m_store.addAccount(newAccount(columns()));
        takeValues(id);
        return written(id, 201);
    }

    Response update(int id)
    {
        if (const auto refused = nameRefusal(id))
            return *refused;
        m_store.changeAccount(id, columns());
        takeValues(id);
        return written(id, 200);
    }

    Store &m_store;
    const Settings &m_settings;
    const Call &m_call;
};

/// Which account a contact belongs to, with the person's job there. One per contact.
class LinkCalls
{
public:
    LinkCalls(Store &store, const Call &call) : m_store(store), m_call(call) {}

    std::optional<Response> answer()
    {
        if (m_call.is("GET", 1))
            return list();
        if (m_call.is("POST", 1))
            return create();
        const Row *row = m_store.accountContacts.find(m_call.id(1));
        if (m_call.path.size() != 2)
            return std::nullopt;
        if (!row)
            return noResult(u"AccountContact"_s, m_call.part(1));
        if (m_call.method == "PUT")
            return update(*row);
        if (m_call.method == "DELETE") {
            m_store.accountContacts.erase(m_call.id(1));
            return jsonReply({});
        }
        return jsonReply({{u"accountContact"_s, shown(*row)}});
    }

private:
    QJsonObject body() const { return m_call.body["accountContact"_L1].toObject(); }

    Response list() const
    {
        QList<const Row *> rows;
        const QString contact = m_call.filter(u"contact"_s), account = m_call.filter(u"account"_s);
        for (const auto &[id, row] : m_store.accountContacts.rows()) {
            if ((contact.isEmpty() || row["contact"_L1].toInt() == contact.toInt())
                && (account.isEmpty() || row["account"_L1].toInt() == account.toInt()))
                rows.append(&row);
        }
        return jsonReply(collection(u"accountContacts"_s, paged(rows, m_call)));
    }

    Response create()
    {
        const int contact = intOf(body()["contact"_L1]), account = intOf(body()["account"_L1]);
        if (!m_store.contacts.find(contact) || m_store.linkOfContact(contact) != 0)
            return refusal(u"The contact is not valid or has an account already."_s, u"field_invalid"_s, u"contact"_s);
        if (!m_store.accounts.find(account))
            return refusal(u"The account is not valid."_s, u"field_invalid"_s, u"account"_s);
        const int id = m_store.accountContacts.insert({{u"contact"_s, contact},
                                                       {u"account"_s, account},
                                                       {u"jobTitle"_s, textOf(body()["jobTitle"_L1])},
                                                       {u"createdTimestamp"_s, qint64(m_store.now())},
                                                       {u"updatedTimestamp"_s, qint64(m_store.now())},
                                                       {u"links"_s, QJsonArray()}});
        m_store.touchContact(contact);
        return jsonReply({{u"accountContact"_s, shown(*m_store.accountContacts.find(id), Scalars::Mixed)}}, 201);
    }

    Response update(Row row)
    {
        if (body().contains("jobTitle"_L1))
            row.insert(u"jobTitle"_s, textOf(body()["jobTitle"_L1]));
        row.insert(u"updatedTimestamp"_s, qint64(m_store.now()));
        m_store.accountContacts.replace(m_call.id(1), row);
        m_store.touchContact(row["contact"_L1].toInt());
        return jsonReply({{u"accountContact"_s, shown(row, Scalars::Mixed)}});
    }

    Store &m_store;
    const Call &m_call;
};

} // namespace

std::optional<Response> accountAnswer(Store &store, const Settings &settings, const Call &call)
{
    return call.part(0) == "accounts"_L1 ? AccountCalls(store, settings, call).answer()
                                         : LinkCalls(store, call).answer();
}

Row newAccount(const Row &known)
{
    Row row{{u"name"_s, QString()}, {u"accountUrl"_s, QJsonValue::Null}, {u"owner"_s, 1}, {u"links"_s, QJsonArray()}};
    for (auto it = known.begin(); it != known.end(); ++it)
        row.insert(it.key(), it.value());
    return row;
}

} // namespace syncline::sandbox::activecampaign
