#include "core/services/people.h"

#include "core/engine/context.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using syncline::connectors::Presence;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::People", text);
}

const QString person = u"contact"_s;

bool isAddress(const QString &text, const QString &email)
{
    return canonical(FieldType::Email, Value::text(text)) == email;
}

/// Whether one of the record's addresses is this one, and not only a text that holds it.
bool hasAddress(const HubRow &hub, const HubEntityDef &entity, const QString &email)
{
    return std::ranges::any_of(entity.fields, [&](const HubFieldDef &field) {
        const Value value = hub.fields.value(field.key).value;
        if (field.type == FieldType::Email)
            return isAddress(value.text(), email);
        const QStringList members = field.key == "emails"_L1 ? value.members() : QStringList();
        return std::ranges::any_of(members, [&](const QString &member) { return isAddress(member, email); });
    });
}

/// The people that a record of another entity refers to.
QStringList peopleOf(const HubRow &hub, const HubEntityDef &entity)
{
    QStringList ids;
    for (const HubFieldDef &field : entity.fields) {
        if (field.refEntity == person)
            ids << hub.fields.value(field.key).value.members();
    }
    return ids;
}

PersonRecord recordOf(const QString &system, const LinkKey &key, const QString &hubEntity)
{
    return {system, key, hubEntity, hubEntity != "engagement"_L1, {}};
}

bool holds(const PersonFile &file, const LinkKey &key)
{
    return std::ranges::any_of(file.records, [&](const PersonRecord &record) {
        return record.key.integration == key.integration && record.key.remoteEntity == key.remoteEntity
            && record.key.remoteId == key.remoteId;
    });
}

QStringList fieldsOf(const Binding &binding)
{
    QStringList names;
    for (const auto &field : binding.remote.fields)
        names << field.name;
    return names;
}

/// Adds the records that the CRM knows by the address.
Result<void> askByAddress(PersonFile &file, const Account &account, const Binding &binding, std::stop_token stop)
{
    const QString address = binding.mapping.remoteFieldOfHub(u"email"_s);
    if (binding.mapping.hubEntity() != person || address.isEmpty() || file.email.isEmpty())
        return {};
    const auto found = account.connector->readByKey(binding.remote.name, address, {file.email}, fieldsOf(binding),
                                                    stop);
    if (!found)
        return failure(found.error());
    for (const auto &record : *found) {
        const LinkKey key{account.row.id, binding.remote.name, record.id};
        if (!holds(file, key))
            file.records << recordOf(account.row.name, key, person);
    }
    return {};
}

/// Reads what the CRM shows of the records that are known.
Result<void> askByIds(PersonFile &file, const Account &account, const Binding &binding, std::stop_token stop)
{
    QList<PersonRecord *> meant;
    QStringList ids;
    for (PersonRecord &record : file.records) {
        if (record.key.integration != account.row.id || record.key.remoteEntity != binding.remote.name)
            continue;
        meant << &record;
        ids << record.key.remoteId;
    }
    if (ids.isEmpty())
        return {};
    const auto looks = account.connector->readByIds(binding.remote.name, ids, fieldsOf(binding), stop);
    if (!looks)
        return failure(looks.error());
    for (qsizetype i = 0; i < meant.size(); ++i) {
        if (looks->at(i).presence == Presence::Found)
            meant[i]->values = looks->at(i).record.fields;
    }
    return {};
}

Result<void> askAccount(PersonFile &file, const Account &account, std::stop_token stop)
{
    for (const Binding &binding : account.bindings) {
        auto done = askByAddress(file, account, binding, stop).and_then([&] {
            return askByIds(file, account, binding, stop);
        });
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<PersonFile> People::find(const QString &sought, std::stop_token stop)
{
    PersonFile file;
    file.sought = sought;
    const auto byId = m_session.stores().records.hub(sought);
    if (!byId)
        return failure(byId.error());
    if (*byId && (*byId)->entity == person)
        file.people << **byId;
    else if (const auto email = canonical(FieldType::Email, Value::text(sought)); email && email->contains(u'@'))
        file.email = *email;
    else
        return failure(ErrorKind::Usage, tr("\"%1\" is neither an e-mail address nor the id of a contact.").arg(sought),
                       tr("See the contacts with: syncline-cli records list contact"));
    auto catalog = m_session.catalog(true, {}, stop);
    if (!catalog)
        return failure(catalog.error());
    auto done = findHere(file).and_then([&] { return findActivities(file); }).and_then([&] {
        return findLinked(file, *catalog);
    });
    if (!done)
        return failure(done.error());
    findThere(file, *catalog, stop);
    if (file.isEmpty() && file.unasked.isEmpty())
        return failure(ErrorKind::Usage, tr("Nothing is known of %1, neither here nor in the CRMs.").arg(sought),
                       tr("Look whether the address is spelled as in the CRMs."));
    return file;
}

Result<void> People::findHere(PersonFile &file)
{
    if (!file.people.isEmpty() || file.email.isEmpty())
        return {};
    const auto hubs = m_session.stores().erasures.hubsWith(person, file.email);
    if (!hubs)
        return failure(hubs.error());
    for (const HubRow &hub : *hubs) {
        if (hasAddress(hub, *m_session.schema().entity(person), file.email))
            file.people << hub;
    }
    return {};
}

/// Of calls and notes with several people the others keep theirs.
Result<void> People::findActivities(PersonFile &file)
{
    for (const HubRow &one : std::as_const(file.people)) {
        for (const QString &entity : {u"activity"_s, u"engagement"_s}) {
            const auto rows = m_session.stores().erasures.hubsWith(entity, one.id);
            if (!rows)
                return failure(rows.error());
            for (const HubRow &row : *rows) {
                if (peopleOf(row, *m_session.schema().entity(entity)) == QStringList{one.id})
                    file.activities << row;
            }
        }
    }
    return {};
}

Result<void> People::findLinked(PersonFile &file, const Catalog &catalog)
{
    for (const HubRow &hub : file.people + file.activities) {
        const auto links = m_session.stores().records.linksOf(hub.id);
        if (!links)
            return failure(links.error());
        for (const LinkRow &link : *links)
            file.records << recordOf(catalog.nameOf(link.integration),
                                     {link.integration, link.remoteEntity, link.remoteId}, hub.entity);
    }
    if (file.email.isEmpty())
        return {};
    const auto strangers = m_session.stores().erasures.strangersWith(person, file.email);
    if (!strangers)
        return failure(strangers.error());
    for (const LinkKey &key : *strangers)
        file.records << recordOf(catalog.nameOf(key.integration), key, person);
    return {};
}

void People::findThere(PersonFile &file, const Catalog &catalog, std::stop_token stop)
{
    for (const auto &account : catalog.accounts()) {
        const auto asked = account->down ? Result<void>(failure(*account->down)) : askAccount(file, *account, stop);
        if (!asked)
            file.unasked << u"%1: %2"_s.arg(account->row.name, asked.error().message);
    }
}

} // namespace syncline::core
