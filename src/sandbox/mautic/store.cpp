#include "sandbox/mautic/store.h"

#include "sandbox/mautic/phptext.h"

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

QString collated(const QString &text)
{
    const bool isAscii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
    QString folded = text.toLower();
    if (!isAscii) {
        folded = text.normalized(QString::NormalizationForm_D).toCaseFolded();
        folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    }
    while (folded.endsWith(u' '))
        folded.chop(1);
    return folded;
}

Store::Store(const SandboxClock &clock)
    : users{{1, u"admin"_s, u"Ada"_s, u"Admin"_s}, {2, u"demo"_s, u"Demo"_s, u"User"_s}}
    , m_clock(clock)
{
}

Record *Store::find(Object object, int id)
{
    const auto found = table(object).find(id);
    return found == table(object).end() ? nullptr : &found->second;
}

const User *Store::user(int id) const
{
    const auto found = std::ranges::find(users, id, &User::id);
    return found == users.end() ? nullptr : &*found;
}

Record &Store::create(Object object, const Actor &actor)
{
    Record record;
    record.id = m_nextId[int(object)]++;
    record.added = now();
    record.createdBy = actor;
    record.values.resize(fields.columns(object), QJsonValue(QJsonValue::Null));
    if (object == Object::Contact)
        record.values[fields.find(object, u"points"_s)->column] = qint64(0);
    happenings.append({object, record.id, Happening::What::Created});
    return table(object).emplace(record.id, std::move(record)).first->second;
}

void Store::setValue(Record &record, const Field &field, const QJsonValue &value)
{
    if (record.values.size() <= field.column)
        record.values.resize(fields.columns(field.object), QJsonValue(QJsonValue::Null));
    if (field.isUnique) {
        QMultiHash<QString, int> &index = m_unique[field.id];
        if (const QJsonValue old = record.value(field); old.isString())
            index.remove(collated(old.toString()), record.id);
        if (value.isString() && !value.toString().isEmpty())
            index.insert(collated(value.toString()), record.id);
    }
    record.values[field.column] = value;
}

void Store::touch(Record &record, const Actor &actor)
{
    record.modified = now();
    record.modifiedBy = actor;
    const auto company = companies.find(record.id);
    const bool isCompany = company != companies.end() && &company->second == &record;
    happenings.append({isCompany ? Object::Company : Object::Contact, record.id, Happening::What::Changed});
}

QString Store::nameOf(Object object, const Record &record) const
{
    if (object == Object::Company)
        return record.value(*fields.find(object, u"companyname"_s)).toString();
    const QString name = record.value(*fields.find(object, u"firstname"_s)).toString() + u' '
        + record.value(*fields.find(object, u"lastname"_s)).toString();
    return name.trimmed().isEmpty() ? record.value(*fields.find(object, u"email"_s)).toString() : name.trimmed();
}

void Store::remove(Object object, int id, const Actor &actor)
{
    Record *record = find(object, id);
    if (!record)
        return;
    const QString name = nameOf(object, *record);
    const QByteArray details = object == Object::Contact ? phpSerialized(QJsonObject{{u"name"_s, name}})
                                                         : phpSerialized(QJsonArray{u"name"_s, name});
    for (const Field &field : fields.all()) {
        if (field.object == object && field.isUnique)
            setValue(*record, field, QJsonValue::Null);
    }
    table(object).erase(id);
    if (object == Object::Company) {
        for (auto &[contactId, contact] : contacts)
            contact.links.removeIf([id](const CompanyLink &link) { return link.company == id; });
    }
    happenings.append({object, id, Happening::What::Removed});
    log(actor, object, id, u"delete"_s, details);
}

QList<int> Store::holders(const Field &field, const QString &value) const
{
    const auto index = m_unique.constFind(field.id);
    if (index == m_unique.cend())
        return {};
    QList<int> ids = index->values(collated(value));
    std::ranges::sort(ids);
    return ids;
}

bool Thing::has(int contactId) const
{
    return std::ranges::any_of(members,
                               [&](const Member &member) { return member.contact == contactId && !member.isRemoved; });
}

Thing &Store::addThing(const QString &kind)
{
    const int id = ++m_lastThing[kind];
    Thing &made = things[kind][id];
    made.id = id;
    made.added = now();
    return made;
}

Thing *Store::thing(const QString &kind, int id)
{
    const auto found = things[kind].find(id);
    return found == things[kind].end() ? nullptr : &found->second;
}

QString Store::stageName(int id) const
{
    const auto stages = things.find(u"stages"_s);
    if (stages != things.end() && stages->second.contains(id))
        return stages->second.at(id).name;
    return u"Stage "_s + QString::number(id);
}

int Store::tagId(const QString &name)
{
    if (!m_tags.contains(name))
        m_tags.append(name);
    return int(m_tags.indexOf(name)) + 1;
}

void Store::link(Record &contact, int company)
{
    bool isKnown = false;
    for (CompanyLink &link : contact.links) {
        link.isPrimary = link.company == company;
        isKnown = isKnown || link.isPrimary;
    }
    if (!isKnown)
        contact.links.append({company, now(), true});
    setValue(contact, *fields.find(Object::Contact, u"company"_s),
             companies.at(company).value(*fields.find(Object::Company, u"companyname"_s)));
}

void Store::unlink(Record &contact, int company)
{
    const auto link = std::ranges::find(contact.links, company, &CompanyLink::company);
    if (link == contact.links.end())
        return;
    const bool wasPrimary = link->isPrimary;
    contact.links.erase(link);
    if (!wasPrimary)
        return;
    if (contact.links.isEmpty())
        setValue(contact, *fields.find(Object::Contact, u"company"_s), QJsonValue::Null);
    else
        Store::link(contact, contact.links.last().company);
}

int Store::companyByName(const QString &name, const Actor &actor)
{
    const Field &field = *fields.find(Object::Company, u"companyname"_s);
    const QList<int> known = holders(field, name);
    if (!known.isEmpty())
        return known.first();
    Record &company = create(Object::Company, actor);
    setValue(company, field, name);
    return company.id;
}

void Store::log(const Actor &actor, Object object, int id, const QString &action, const QByteArray &details)
{
    audit.push_back({int(audit.size()) + 1, actor, object == Object::Contact ? u"lead"_s : u"company"_s, id, action,
                     details, now()});
}

} // namespace syncline::sandbox::mautic
