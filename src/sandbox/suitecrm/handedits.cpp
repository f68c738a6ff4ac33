#include "sandbox/suitecrm/handedits.h"

#include "sandbox/suitecrm/values.h"

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

QJsonObject problem(const QString &text)
{
    return {{u"error"_s, text}};
}

QString textOf(const QJsonValue &value)
{
    return value.isBool() ? QString(value.toBool() ? u"1"_s : u"0"_s) : value.toVariant().toString();
}

/// What a colleague may type into a form is kept as it is.
bool isPlainField(const Field &field)
{
    return (field.isColumn && field.name != "id"_L1 && field.name != "deleted"_L1) || field.name == "account_id"_L1;
}

} // namespace

/// "Contacts", "contacts", "contact": whatever names the module.
const ModuleSchema *HandEdits::schemaOf(const QString &entity) const
{
    for (const auto &schema : m_site.store.schemas().all()) {
        if (entity.compare(schema->module, Qt::CaseInsensitive) == 0
            || entity.compare(schema->singular, Qt::CaseInsensitive) == 0)
            return schema.get();
    }
    return nullptr;
}

QJsonArray HandEdits::records(const QString &entity) const
{
    QJsonArray list;
    const ModuleSchema *schema = schemaOf(entity);
    if (!schema)
        return list;
    for (const auto &[id, record] : m_site.store.records(*schema)) {
        if (!record.isDeleted)
            list.append(flat(record));
    }
    return list;
}

QJsonObject HandEdits::flat(const Record &record) const
{
    QJsonObject object;
    for (std::size_t i = 0; i < record.schema->fields.size(); ++i) {
        const Field &field = record.schema->fields[i];
        if (field.kind == FieldKind::Link)
            continue;
        object.insert(field.name, m_site.renderer.shownValue(record, int(i)));
    }
    return object;
}

QJsonObject HandEdits::edit(const QJsonObject &command)
{
    const QString action = command["action"_L1].toString();
    const ModuleSchema *schema = schemaOf(command["entity"_L1].toString());
    if (!schema)
        return problem(u"There is no module %1."_s.arg(command["entity"_L1].toString()));
    const QString id = command["id"_L1].toString();
    if (action == "create"_L1) {
        if (!id.isEmpty() && m_site.store.find(*schema, id))
            return problem(u"%1 %2 exists already."_s.arg(schema->module, id));
        Record &record = m_site.store.insert(*schema, id.isEmpty() ? m_site.store.newId() : id);
        m_site.store.set(record, u"date_entered"_s, databaseTime(m_site.clock.now()));
        m_site.store.set(record, u"created_by"_s, colleagueId);
        return change(u"update"_s, record, command);
    }
    Record *record = m_site.store.find(*schema, id);
    if (!record)
        return problem(u"%1 has no record %2."_s.arg(schema->module, id));
    return change(action, *record, command);
}

QJsonObject HandEdits::change(const QString &action, Record &record, const QJsonObject &command)
{
    const QJsonObject fields = command["fields"_L1].toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!record.schema->has(it.key()))
            return problem(u"%1 has no field %2."_s.arg(record.schema->module, it.key()));
    }
    if (action == "update"_L1) {
        setFields(record, fields);
    } else if (action == "delete"_L1) {
        m_site.store.setDeleted(record, true);
    } else if (action == "restore"_L1) {
        m_site.store.setDeleted(record, false);
    } else if (action == "merge"_L1) {
        Record *winner = m_site.store.findLive(*record.schema, command["into"_L1].toString());
        if (!winner || winner == &record)
            return problem(u"There is no record to merge into."_s);
        merge(record, *winner);
        setFields(*winner, fields);
        touch(*winner, fields);
    } else {
        return problem(u"Unknown action %1."_s.arg(action));
    }
    touch(record, action == "update"_L1 ? fields : QJsonObject());
    return flat(record);
}

void HandEdits::setFields(Record &record, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const Field &field = record.schema->fields[std::size_t(record.schema->indexOf(it.key()))];
        if (isPlainField(field))
            m_site.store.set(record, field.name, textOf(it.value()));
    }
    setEmails(record, fields);
}

/// The edit page changes the address itself, and ticks its boxes on the shared address record.
void HandEdits::setEmails(Record &record, const QJsonObject &fields)
{
    if (!record.schema->has(u"email_addresses"_s))
        return;
    if (fields.contains("email1"_L1))
        m_writer.replaceEmail(record, fields["email1"_L1].toString());
    Record *address = record.emailAt(0);
    if (!address)
        return;
    if (fields.contains("email_opt_out"_L1))
        m_site.store.set(*address, u"opt_out"_s, textOf(fields["email_opt_out"_L1]));
    if (fields.contains("invalid_email"_L1))
        m_site.store.set(*address, u"invalid_email"_s, textOf(fields["invalid_email"_L1]));
}

void HandEdits::touch(Record &record, const QJsonObject &fields)
{
    if (!fields.contains("date_modified"_L1))
        m_site.store.set(record, u"date_modified"_s, databaseTime(m_site.clock.now()));
    if (!fields.contains("modified_user_id"_L1))
        m_site.store.set(record, u"modified_user_id"_s, colleagueId);
}

/// The winner keeps its values, fills its gaps and takes over addresses and links; the loser is deleted.
void HandEdits::merge(Record &loser, Record &winner)
{
    for (std::size_t i = 0; i < winner.values.size(); ++i) {
        const Field &field = winner.schema->fields[i];
        if (isPlainField(field) && winner.values[i].isEmpty() && !loser.values[i].isEmpty())
            m_site.store.set(winner, int(i), loser.values[i]);
    }
    for (const EmailLink &link : loser.emails) {
        if (!link.isRemoved)
            m_site.store.linkEmail(winner, {link.address, false, false, link.isHidden});
    }
    if (loser.schema->module == "Accounts"_L1) {
        for (Record *contact : m_site.store.contactsOf(loser))
            m_site.store.set(*contact, u"account_id"_s, winner.id);
    }
    m_site.store.setDeleted(loser, true);
}

} // namespace syncline::sandbox::suitecrm
