#include "sandbox/suitecrm/writer.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/values.h"

#include <QRegularExpression>
#include <QSet>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

/// Set elsewhere: as times, as e-mail addresses or never.
bool isSetElsewhere(const QString &field)
{
    static const QSet<QString> names{u"id"_s,   u"deleted"_s,   u"email1"_s,        u"email2"_s,       u"email"_s,
                                     u"name"_s, u"full_name"_s, u"email_opt_out"_s, u"invalid_email"_s};
    return names.contains(field);
}

bool isMailAddress(const QString &text)
{
    static const QRegularExpression pattern(u"^[^\\s@<>()\\[\\],;:\"]+@[^\\s@<>()\\[\\],;:\"]+\\.[^\\s@.]{2,}$"_s);
    return pattern.match(text).hasMatch();
}

/// Kept although the description calls it "non-db": the link to an account has a table of its own.
bool isKept(const ModuleSchema &schema, const Field &field)
{
    return field.isColumn || (field.name == "account_id"_L1 && schema.module != "Leads"_L1);
}

int stageProbability(const QString &stage)
{
    static const QHash<QString, int> chances{{u"Prospecting"_s, 10},          {u"Qualification"_s, 20},
                                             {u"Needs Analysis"_s, 25},       {u"Value Proposition"_s, 30},
                                             {u"Id. Decision Makers"_s, 40},  {u"Perception Analysis"_s, 50},
                                             {u"Proposal/Price Quote"_s, 65}, {u"Negotiation/Review"_s, 80},
                                             {u"Closed Won"_s, 100},          {u"Closed Lost"_s, 0}};
    return chances.value(stage, 0);
}

} // namespace

Record &Writer::create(const ModuleSchema &schema, const QString &id, const QJsonObject &attributes)
{
    Record &record = m_site.store.insert(schema, id.isEmpty() ? m_site.store.newId() : id);
    setAttributes(record, attributes, true);
    setTimes(record, attributes, true);
    setEmails(record, attributes, true);
    applyModuleRules(record, attributes, true);
    return record;
}

void Writer::update(Record &record, const QJsonObject &attributes)
{
    setAttributes(record, attributes, false);
    setTimes(record, attributes, false);
    setEmails(record, attributes, false);
    applyModuleRules(record, attributes, false);
}

void Writer::remove(Record &record)
{
    m_site.store.set(record, u"date_modified"_s, databaseTime(m_site.clock.now()));
    m_site.store.set(record, u"modified_user_id"_s, m_site.user);
    m_site.store.setDeleted(record, true);
}

void Writer::setAttributes(Record &record, const QJsonObject &attributes, bool isNew)
{
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        const int index = record.schema->indexOf(it.key());
        if (index >= 0)
            setAttribute(record, record.schema->fields[std::size_t(index)], it.value(), isNew);
    }
    // Booleans that were never set become "0"; those that a new record shows as false do at the second save.
    for (std::size_t i = 0; i < record.schema->fields.size(); ++i) {
        const Field &field = record.schema->fields[i];
        if (field.kind == FieldKind::Boolean && field.isColumn && record.values[i].isNull()
            && !(isNew && field.blank == "false"))
            m_site.store.set(record, int(i), u"0"_s);
    }
}

void Writer::setAttribute(Record &record, const Field &field, const QJsonValue &value, bool isNew)
{
    const bool isPersonsName = field.name == "name"_L1 && !field.isColumn;
    if ((isSetElsewhere(field.name) && field.name != "name"_L1 && record.schema->module != "EmailAddresses"_L1)
        || isPersonsName || !isKept(*record.schema, field) || (value.isNull() && !isNew))
        return;
    if (value.isNull()) {
        if (field.kind == FieldKind::Boolean || field.kind == FieldKind::Number)
            m_site.store.set(record, field.name, u"0"_s);
        return;
    }
    QString stored = storedValue(field, value, m_site.settings);
    const bool isAccount = field.name == "account_id"_L1 && record.schema->module != "Leads"_L1;
    if (isAccount && !m_site.store.findLive(m_site.store.schema(u"Accounts"_s), stored))
        stored = QString();
    m_site.store.set(record, field.name, stored);
}

void Writer::setTimes(Record &record, const QJsonObject &attributes, bool isNew)
{
    const QString now = databaseTime(m_site.clock.now());
    const bool isAddress = record.schema->module == "EmailAddresses"_L1;
    if (attributes["date_modified"_L1].toString().isEmpty())
        m_site.store.set(record, u"date_modified"_s, now);
    if (attributes["modified_user_id"_L1].toString().isEmpty())
        m_site.store.set(record, u"modified_user_id"_s, m_site.user);
    if (isNew && !isAddress && attributes["date_entered"_L1].toString().isEmpty())
        m_site.store.set(record, u"date_entered"_s, now);
    if (isNew && attributes["created_by"_L1].toString().isEmpty())
        m_site.store.set(record, u"created_by"_s, m_site.user);
}

void Writer::setEmails(Record &record, const QJsonObject &attributes, bool isNew)
{
    if (!record.schema->has(u"email_addresses"_s))
        return;
    const QString address = trimmed(attributes["email1"_L1].toString());
    if (!isNew && record.emailAt(0)) {
        // 7.14.6 takes no e-mail address in an update; newer servers do.
        if (m_site.settings.takesEmailInUpdates && attributes.contains("email1"_L1))
            replaceEmail(record, address);
        return;
    }
    if (isMailAddress(address))
        addEmail(record, address, true, attributes);
    const QString second = trimmed(attributes["email2"_L1].toString());
    if (isMailAddress(second))
        addEmail(record, second, false, {});
}

/// One record per address, whatever the case. A save without flags resets them for everybody who uses the address.
void Writer::addEmail(Record &record, const QString &address, bool isPrimary, const QJsonObject &flags)
{
    Record &shared = addressRecord(address);
    Store &store = m_site.store;
    const ModuleSchema &schema = *shared.schema;
    const auto flag = [&](const QString &name, QLatin1StringView sent) {
        store.set(shared, name,
                  storedValue(schema.fields[std::size_t(schema.indexOf(name))], flags[sent], m_site.settings));
    };
    store.set(shared, u"email_address"_s, address);
    flag(u"opt_out"_s, "email_opt_out"_L1);
    flag(u"invalid_email"_s, "invalid_email"_L1);
    store.set(shared, u"date_modified"_s, databaseTime(m_site.clock.now()));
    store.linkEmail(record, {&shared, isPrimary, false, false});
}

Record &Writer::addressRecord(const QString &address)
{
    if (Record *known = m_site.store.addressByCaps(address.toUpper()))
        return *known;
    Record &record = m_site.store.insert(m_site.store.schema(u"EmailAddresses"_s), m_site.store.newId());
    m_site.store.set(record, u"email_address"_s, address);
    m_site.store.set(record, u"email_address_caps"_s, address.toUpper());
    const QString now = databaseTime(m_site.clock.now());
    m_site.store.set(record, u"date_created"_s, now);
    m_site.store.set(record, u"date_modified"_s, now);
    return record;
}

void Writer::replaceEmail(Record &record, const QString &address)
{
    const bool isSame = record.emailAt(0)
        && record.emailAt(0)->value(u"email_address"_s).compare(address, Qt::CaseInsensitive) == 0;
    if (Record *old = record.emailAt(0); old && !isSame)
        m_site.store.unlinkEmail(record, *old);
    if (!isMailAddress(address))
        return;
    Record &shared = addressRecord(address);
    m_site.store.set(shared, u"email_address"_s, address);
    m_site.store.linkEmail(record, {&shared, true, false, false});
}

/// What single modules work out when they save.
void Writer::applyModuleRules(Record &record, const QJsonObject &attributes, bool isNew)
{
    Store &store = m_site.store;
    const QString &module = record.schema->module;
    if (module == "Opportunities"_L1) {
        if (record.value(u"amount"_s).isEmpty())
            store.set(record, u"amount"_s, u"0"_s);
        store.set(record, u"amount_usdollar"_s, record.value(u"amount"_s));
        store.set(record, u"currency_id"_s, u"-99"_s); // the base currency is the only one of this site
        if (isNew && !attributes.contains("probability"_L1))
            store.set(record, u"probability"_s, QString::number(stageProbability(record.value(u"sales_stage"_s))));
    } else if (module == "Calls"_L1 || module == "Meetings"_L1) {
        if (module == "Meetings"_L1 && record.value(u"duration_hours"_s).isEmpty())
            store.set(record, u"duration_hours"_s, u"0"_s);
        const std::int64_t start = secondsOf(record.value(u"date_start"_s));
        const std::int64_t minutes = record.value(u"duration_hours"_s).toInt() * 60
            + record.value(u"duration_minutes"_s).toInt();
        store.set(record, u"date_end"_s, start < 0 ? QString() : databaseTime(start + minutes * 60));
    }
}

} // namespace syncline::sandbox::suitecrm
