#include "sandbox/mautic/writer.h"

#include "sandbox/mautic/phptext.h"

#include <QJsonArray>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

const QString notUnique = u"This field must be unique."_s;

void refuse(Refusal &refusal, int code, const QString &alias, const QString &text)
{
    refusal.code = code;
    refusal.details.append({alias, text});
    refusal.message += (refusal.message.isEmpty() ? QString() : u", "_s) + alias + u": "_s + text;
}

WriteOutcome refused(Refusal refusal)
{
    WriteOutcome outcome;
    outcome.refusal = std::move(refusal);
    return outcome;
}

BlankRule blankRule(Object object, const QJsonObject &body, WriteKind kind)
{
    if (kind == WriteKind::Put || kind == WriteKind::ByHand || object == Object::Company)
        return BlankRule::Replace;
    const QJsonValue overwrite = body["overwriteWithBlank"_L1];
    const bool isSet = overwrite.toBool() || overwrite.toInteger() != 0 || overwrite == "true"_L1
        || overwrite == "1"_L1;
    return isSet ? BlankRule::Overwrite : BlankRule::Ignore;
}

QJsonValue absentValue(const Field &field)
{
    return field.alias == "points"_L1 ? QJsonValue(qint64(0)) : QJsonValue(QJsonValue::Null);
}

QStringList textList(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(u',', Qt::SkipEmptyParts);
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list.append(item.toVariant().toString());
    return list;
}

QString storedTag(const QString &sent)
{
    QString text = sent.trimmed();
    text.replace("&"_L1, "&#38;"_L1).replace("<"_L1, "&#60;"_L1).replace(">"_L1, "&#62;"_L1);
    return text.replace("\""_L1, "&#34;"_L1).replace("'"_L1, "&#39;"_L1);
}

} // namespace

Writer::Changes Writer::changes(Object object, const Record *record, const QJsonObject &body, WriteKind kind) const
{
    const BlankRule rule = blankRule(object, body, kind);
    Changes result;
    for (const Field *field : m_store.fields.shown(object)) {
        const auto sent = body.constFind(field->alias);
        if (sent == body.constEnd()) {
            if (kind == WriteKind::Put && field->alias != "last_active"_L1)
                result.list.append({field, absentValue(*field)});
            continue;
        }
        const Cleaned value = cleaned(*field, *sent, record ? record->value(*field) : QJsonValue(), rule);
        result.isBroken = result.isBroken || value.kind == Cleaned::Kind::Broken;
        if (value.kind == Cleaned::Kind::Invalid)
            refuse(result.refusal, 400, field->alias, value.message);
        else if (value.kind == Cleaned::Kind::Set)
            result.list.append({field, value.value});
        else if (value.kind == Cleaned::Kind::Clear)
            result.list.append({field, absentValue(*field)});
    }
    return result;
}

void Writer::checkUnique(Object object, const Record *record, Changes &changes) const
{
    for (const Field *field : m_store.fields.shown(object)) {
        if (!field->isUnique)
            continue;
        QJsonValue value = record ? record->value(*field) : QJsonValue();
        for (const Change &change : changes.list) {
            if (change.field == field)
                value = change.value;
        }
        const QList<int> holders = m_store.holders(*field, value.toString());
        const bool isTaken = std::ranges::any_of(holders, [record](int id) { return !record || id != record->id; });
        if (isTaken)
            refuse(changes.refusal, 422, field->alias, notUnique);
    }
}

bool Writer::apply(Record &record, const QList<Change> &changes)
{
    bool isChanged = false;
    for (const Change &change : changes) {
        if (record.value(*change.field) == change.value)
            continue;
        m_store.setValue(record, *change.field, change.value);
        isChanged = true;
    }
    return isChanged;
}

bool Writer::applyTags(Record &contact, const QJsonValue &tags)
{
    const QList<int> before = contact.tags;
    for (const QString &sent : textList(tags)) {
        const bool isRemoval = sent.trimmed().startsWith(u'-');
        const QString name = storedTag(isRemoval ? sent.trimmed().mid(1) : sent);
        if (name.isEmpty())
            continue;
        const int id = m_store.tagId(name);
        if (isRemoval)
            contact.tags.removeAll(id);
        else if (!contact.tags.contains(id))
            contact.tags.append(id);
    }
    std::ranges::sort(contact.tags, [this](int left, int right) {
        return collated(m_store.tagName(left)) < collated(m_store.tagName(right));
    });
    return contact.tags != before;
}

bool Writer::applyOwner(Record &contact, const QJsonObject &body)
{
    const int owner = contact.owner;
    const int stage = contact.stage;
    if (body.contains("owner"_L1))
        contact.owner = body["owner"_L1].toVariant().toInt();
    if (body.contains("stage"_L1))
        contact.stage = body["stage"_L1].toVariant().toInt();
    return contact.owner != owner || contact.stage != stage;
}

bool Writer::applyDoNotContact(Record &contact, const QJsonValue &list)
{
    bool isChanged = false;
    for (const QJsonValue &item : list.toArray()) {
        const QString channel = item["channel"_L1].toString(u"email"_s);
        const int reason = item["reason"_L1].toInt(3);
        const auto known = std::ranges::find(contact.doNotContact, channel, &DoNotContact::channel);
        const bool isSame = known == contact.doNotContact.end() ? reason == 0 : known->reason == reason;
        if (isSame)
            continue;
        isChanged = true;
        if (known != contact.doNotContact.end())
            contact.doNotContact.erase(known);
        if (reason != 0) { // 0: contactable again
            contact.doNotContact.append(
                {m_store.nextDoNotContactId(), channel, reason, item["comments"_L1].toString(), m_store.now()});
        }
    }
    return isChanged;
}

bool Writer::applyCompanies(Record &contact, const QJsonObject &body)
{
    if (!body["companies"_L1].isArray())
        return false;
    QList<int> wanted;
    for (const QJsonValue &id : body["companies"_L1].toArray()) {
        if (m_store.companies.contains(id.toVariant().toInt()))
            wanted.append(id.toVariant().toInt());
    }
    bool isChanged = false;
    const QList<CompanyLink> before = contact.links;
    for (const CompanyLink &link : before) {
        if (!wanted.contains(link.company)) {
            m_store.unlink(contact, link.company);
            isChanged = true;
        }
    }
    for (const int company : wanted) {
        const bool isKnown = std::ranges::any_of(
            before, [company](const CompanyLink &link) { return link.company == company; });
        if (!isKnown) {
            m_store.link(contact, company);
            isChanged = true;
        }
    }
    return isChanged;
}

bool Writer::applyExtras(Record &contact, const QJsonObject &body)
{
    bool isChanged = applyTags(contact, body["tags"_L1]);
    isChanged = applyOwner(contact, body) || isChanged;
    isChanged = applyDoNotContact(contact, body["doNotContact"_L1]) || isChanged;
    isChanged = applyCompanies(contact, body) || isChanged;
    const QString address = body["ipAddress"_L1].toString();
    if (!address.isEmpty() && !contact.ipAddresses.contains(address))
        contact.ipAddresses.append(address);
    const QString active = body["lastActive"_L1].toString().left(19).replace(u'T', u' ');
    if (!active.isEmpty())
        m_store.setValue(contact, *m_store.fields.find(Object::Contact, u"last_active"_s), active);
    return isChanged;
}

/// The company of a contact is a text: a new name makes a company and links it.
void Writer::followCompanyText(Record &contact, const QList<Change> &changes, const Actor &actor)
{
    for (const Change &change : changes) {
        if (change.field->alias != "company"_L1)
            continue;
        if (change.value.isString())
            m_store.link(contact, m_store.companyByName(change.value.toString(), actor));
        else
            contact.links.removeIf([](const CompanyLink &link) { return link.isPrimary; });
    }
}

void Writer::identify(Record &contact)
{
    if (contact.identified != 0)
        return;
    for (const Field *field : m_store.fields.shown(Object::Contact)) {
        const QJsonValue value = contact.value(*field);
        if (field->alias != "points"_L1 && field->alias != "last_active"_L1 && !value.isNull()) {
            contact.identified = m_store.now();
            return;
        }
    }
}

/// docs/crm/mautic.md, "The answer to a write is the object in memory".
InMemory Writer::inMemory(Object object, const Record &record, const QJsonObject &body, WriteKind kind,
                          const QList<QJsonValue> &before, bool isCreated) const
{
    InMemory memory;
    memory.isCreated = isCreated;
    const BlankRule rule = blankRule(object, body, kind);
    const bool blanksNumbers = object == Object::Contact && rule != BlankRule::Ignore;
    for (const Field *field : m_store.fields.shown(object)) {
        const QJsonValue value = record.value(*field);
        const QJsonValue old = before.value(field->column, QJsonValue::Null);
        const bool isSent = body.contains(field->alias);
        if (field->type == FieldType::Boolean && isSent && value.isDouble() && value != old) {
            memory.all.insert(field->column, value.toInteger() != 0);
            memory.group.insert(field->column, isCreated ? QJsonValue(value.toInteger() != 0) : old);
        } else if (field->type == FieldType::Number && blanksNumbers && value.isNull()) {
            memory.all.insert(field->column, qint64(0));
            if (isSent)
                memory.group.insert(field->column, qint64(0));
        }
    }
    return memory;
}

WriteOutcome Writer::writeContact(Record *contact, const QJsonObject &body, WriteKind kind, const Actor &actor)
{
    Changes wanted = changes(Object::Contact, contact, body, kind);
    WriteOutcome outcome;
    if (wanted.isBroken) {
        outcome.isBroken = true;
        return outcome;
    }
    const QJsonValue owner = body["owner"_L1];
    if (!owner.isUndefined() && !owner.isNull() && !m_store.user(owner.toVariant().toInt()))
        refuse(wanted.refusal, 400, u"owner"_s, u"This value is not valid."_s);
    if (wanted.refusal.details.isEmpty() && kind != WriteKind::ByHand && !m_store.mergesDuplicates)
        checkUnique(Object::Contact, contact, wanted);
    if (!wanted.refusal.details.isEmpty())
        return refused(wanted.refusal);

    outcome.isCreated = contact == nullptr;
    Record &record = contact ? *contact : m_store.create(Object::Contact, actor);
    const QList<QJsonValue> before = record.values;
    bool isChanged = apply(record, wanted.list);
    if (isChanged)
        followCompanyText(record, wanted.list, actor);
    isChanged = applyExtras(record, body) || isChanged;
    identify(record);
    if (isChanged && !outcome.isCreated)
        m_store.touch(record, actor);
    if (isChanged || outcome.isCreated)
        m_store.log(actor, Object::Contact, record.id, outcome.isCreated ? u"create"_s : u"update"_s, "a:0:{}");
    if (m_store.mergesDuplicates && kind != WriteKind::ByHand)
        mergeDuplicates(record, actor);
    outcome.id = record.id;
    outcome.inMemory = inMemory(Object::Contact, record, body, kind, before, outcome.isCreated);
    return outcome;
}

WriteOutcome Writer::upsertContact(const QJsonObject &body, const Actor &actor)
{
    QList<const Field *> unique = m_store.fields.shown(Object::Contact);
    unique.removeIf([](const Field *field) { return !field->isUnique; });
    // The address is asked first.
    std::ranges::stable_sort(unique, [](const Field *left, const Field *right) {
        return left->alias == "email"_L1 && right->alias != "email"_L1;
    });
    for (const Field *field : unique) {
        const QString sent = body[field->alias].toVariant().toString();
        const QString value = field->type == FieldType::Email ? cleanEmail(sent) : cleanText(sent);
        const QList<int> holders = value.isEmpty() ? QList<int>() : m_store.holders(*field, value);
        if (!holders.isEmpty())
            return writeContact(&m_store.contacts.at(holders.first()), body, WriteKind::Patch, actor);
    }
    return writeContact(nullptr, body, WriteKind::Create, actor);
}

WriteOutcome Writer::writeCompany(Record *company, const QJsonObject &body, WriteKind kind, const Actor &actor)
{
    Changes wanted = changes(Object::Company, company, body, kind);
    const Field &nameField = *m_store.fields.find(Object::Company, u"companyname"_s);
    WriteOutcome outcome;
    if (wanted.isBroken) {
        outcome.isBroken = true;
        return outcome;
    }
    QString name = company ? company->value(nameField).toString() : QString();
    for (const Change &change : wanted.list) {
        if (change.field == &nameField)
            name = change.value.toString();
    }
    if (name.isEmpty())
        refuse(wanted.refusal, 400, u"companyname"_s, u"This field is required."_s);
    if (wanted.refusal.details.isEmpty() && kind != WriteKind::ByHand)
        checkUnique(Object::Company, company, wanted);
    if (!wanted.refusal.details.isEmpty())
        return refused(wanted.refusal);

    outcome.isCreated = company == nullptr;
    Record &record = company ? *company : m_store.create(Object::Company, actor);
    const QString oldName = record.value(nameField).toString();
    const QList<QJsonValue> before = record.values;
    const bool isChanged = apply(record, wanted.list);
    if (isChanged && !outcome.isCreated)
        m_store.touch(record, actor);
    if (isChanged || outcome.isCreated)
        m_store.log(actor, Object::Company, record.id, outcome.isCreated ? u"create"_s : u"update"_s, "a:0:{}");
    if (!outcome.isCreated && name != oldName)
        renameInContacts(record.id, name);
    outcome.id = record.id;
    outcome.inMemory = inMemory(Object::Company, record, body, kind, before, outcome.isCreated);
    return outcome;
}

/// The text follows the company's name without moving the contact's dateModified.
void Writer::renameInContacts(int company, const QString &name)
{
    const Field &text = *m_store.fields.find(Object::Contact, u"company"_s);
    for (auto &[id, contact] : m_store.contacts) {
        const bool isPrimary = std::ranges::any_of(
            contact.links, [company](const CompanyLink &link) { return link.company == company && link.isPrimary; });
        if (isPrimary)
            m_store.setValue(contact, text, name);
    }
}

WriteOutcome Writer::upsertCompany(const QJsonObject &body, const Actor &actor)
{
    const Field &name = *m_store.fields.find(Object::Company, u"companyname"_s);
    const QList<int> known = m_store.holders(name, cleanText(body["companyname"_L1].toVariant().toString()));
    const bool isForced = body["force"_L1].toVariant().toBool();
    if (known.isEmpty() || isForced)
        return writeCompany(nullptr, body, WriteKind::Create, actor);
    return writeCompany(&m_store.companies.at(known.first()), body, WriteKind::Put, actor);
}

void Writer::mergeDuplicates(Record &contact, const Actor &actor)
{
    for (const Field *field : m_store.fields.shown(Object::Contact)) {
        const QString value = field->isUnique ? contact.value(*field).toString() : QString();
        for (const int id : value.isEmpty() ? QList<int>() : m_store.holders(*field, value)) {
            if (id != contact.id)
                mergeContacts(contact, id, actor);
        }
    }
}

void Writer::mergeContacts(Record &winner, int loser, const Actor &actor)
{
    const Record lost = m_store.contacts.at(loser);
    m_store.log(actor, Object::Contact, loser, u"merge"_s, phpSerialized(QJsonObject{{u"merged_into"_s, winner.id}}));
    m_store.remove(Object::Contact, loser, actor);
    for (const Field *field : m_store.fields.shown(Object::Contact)) {
        if (winner.value(*field).isNull())
            m_store.setValue(winner, *field, lost.value(*field));
    }
    for (const int tag : lost.tags) {
        if (!winner.tags.contains(tag))
            winner.tags.append(tag);
    }
    for (const CompanyLink &link : lost.links) {
        const bool isKnown = std::ranges::any_of(
            winner.links, [&link](const CompanyLink &known) { return known.company == link.company; });
        if (!isKnown)
            winner.links.append({link.company, link.added, winner.links.isEmpty()});
    }
    m_store.touch(winner, actor);
}

} // namespace syncline::sandbox::mautic
