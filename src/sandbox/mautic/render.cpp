#include "sandbox/mautic/render.h"

#include "sandbox/mautic/phptext.h"

#include <array>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

QByteArray numberText(const Field &field, const QJsonValue &value)
{
    QByteArray text = jsonValue(value);
    if (field.scale().value_or(0) > 0 && !text.contains('.'))
        text += ".0"; // PHP keeps a float a float
    return text;
}

QByteArray valueText(const Field &field, const QJsonValue &value)
{
    if (value.isString())
        return jsonText(value.toString());
    return value.isDouble() && field.type == FieldType::Number ? numberText(field, value) : jsonValue(value);
}

/// Options by their labels, booleans by their words.
QByteArray normalizedText(const Field &field, const QJsonValue &value)
{
    if (field.type == FieldType::Boolean) {
        const bool isTrue = value.isBool() ? value.toBool() : value.toInteger() != 0;
        return jsonText(field.properties[isTrue ? "yes"_L1 : "no"_L1].toString(isTrue ? u"Yes"_s : u"No"_s));
    }
    if (field.type == FieldType::Select)
        return jsonText(field.optionLabel(value.toString()));
    if (field.type == FieldType::MultiSelect) {
        QStringList labels;
        for (const QString &item : value.toString().split(u'|'))
            labels.append(field.optionLabel(item));
        return jsonText(labels.join(u'|'));
    }
    return valueText(field, value);
}

QByteArray nullable(const QString &text)
{
    return text.isEmpty() ? "null"_ba : jsonText(text);
}

/// What fields.<group> and fields.all show of one record.
class FieldsText
{
public:
    FieldsText(const Store &store, Object object, const Record &record, const ContactView &view)
        : m_store(store)
        , m_object(object)
        , m_record(record)
        , m_view(view)
    {
    }

    QByteArray text(const QByteArray &idInAll) const
    {
        QByteArray json;
        json.reserve(14'000);
        json += '{';
        for (const auto &[name, emptyText] : groups())
            appendGroup(json, QString(name), emptyText);
        json += R"("all":{"id":)" + idInAll;
        for (const Field *field : m_store.fields.shown(m_object)) {
            if (isShown(*field))
                appendAll(json, *field);
        }
        return json + "}}";
    }

private:
    struct Group
    {
        QLatin1StringView name;
        const char *whenEmpty;
    };

    QList<Group> groups() const
    {
        if (m_object == Object::Contact)
            return {{"core"_L1, "[]"}, {"social"_L1, "[]"}, {"personal"_L1, "[]"}, {"professional"_L1, "[]"}};
        if (isCreated())
            return {{"core"_L1, "[]"}, {"professional"_L1, "[]"}, {"social"_L1, "[]"}, {"personal"_L1, "[]"}};
        return {{"core"_L1, "[]"}, {"professional"_L1, "[]"}, {"other"_L1, "[]"}};
    }

    bool isCreated() const { return m_view.inMemory && m_view.inMemory->isCreated; }

    /// Selected names with an underscore are lost on the way to the database: a trap of the real server.
    bool isShown(const Field &field) const
    {
        return m_view.select.isEmpty() || (m_view.select.contains(field.alias) && !field.alias.contains(u'_'));
    }

    bool leavesNullsOut() const { return !m_view.select.isEmpty(); }

    void appendGroup(QByteArray &json, const QString &group, const char *whenEmpty) const
    {
        const qsizetype start = json.size();
        json += jsonText(group) + ":{";
        const qsizetype open = json.size();
        for (const Field *field : m_store.fields.shownByGroup(m_object).value(group)) {
            if (!isShown(*field))
                continue;
            if (json.size() > open)
                json += ',';
            appendField(json, *field);
        }
        if (json.size() == open) {
            json.truncate(start);
            json += jsonText(group) + ':' + whenEmpty;
        } else {
            json += '}';
        }
        json += ',';
    }

    bool isStored(const Field &field) const
    {
        return field.column < m_record.values.size() && !m_record.values.at(field.column).isNull();
    }

    void appendField(QByteArray &json, const Field &field) const
    {
        if (!m_view.inMemory && !isStored(field)) {
            json += field.readBlank;
            return;
        }
        QJsonValue value = m_record.value(field);
        if (m_view.inMemory)
            value = m_view.inMemory->group.value(field.column, value);
        if (value.isNull()) {
            json += isCreated() ? field.writeBlank : field.readBlank;
            return;
        }
        json += isCreated() ? field.writeHead : field.readHead;
        json += valueText(field, value);
        json += R"(,"normalizedValue":)";
        json += normalizedText(field, value) + '}';
    }

    void appendAll(QByteArray &json, const Field &field) const
    {
        if (!m_view.inMemory && !isStored(field)) {
            if (!leavesNullsOut())
                json += ',' + field.key + "null";
            return;
        }
        QJsonValue value = m_record.value(field);
        if (m_view.inMemory)
            value = m_view.inMemory->all.value(field.column, value);
        if (value.isNull() && leavesNullsOut())
            return;
        json += ',';
        json += field.key;
        json += value.isNull() ? "null"_ba : valueText(field, value);
    }

    const Store &m_store;
    Object m_object;
    const Record &m_record;
    const ContactView &m_view;
};

QByteArray userId(const Actor &actor)
{
    return actor.userId == 0 ? "null"_ba : QByteArray::number(actor.userId);
}

QByteArray tagsJson(const Store &store, const Record &contact, bool withDescription)
{
    QByteArray json = "[";
    for (const int tag : contact.tags) {
        json += json.size() > 1 ? ",{" : "{";
        json += R"("id":)" + QByteArray::number(tag) + R"(,"tag":)" + jsonText(store.tagName(tag));
        json += withDescription ? R"(,"description":null})" : "}";
    }
    return json + ']';
}

QByteArray addressesJson(const Record &contact)
{
    QByteArray json = "[";
    for (const QString &address : contact.ipAddresses) {
        json += json.size() > 1 ? "," : "";
        json += R"({"ipAddress":)" + jsonText(address) + R"(,"id":1,"ipDetails":null})";
    }
    return json + ']';
}

QByteArray doNotContactJson(const Record &contact, bool isFlat)
{
    QByteArray json = "[";
    for (const DoNotContact &entry : contact.doNotContact) {
        json += json.size() > 1 ? ",{" : "{";
        json += R"("id":)" + QByteArray::number(entry.id);
        if (isFlat)
            json += R"(,"dateAdded":)" + jsonTime(entry.added);
        json += R"(,"reason":)" + QByteArray::number(entry.reason) + R"(,"comments":)" + jsonText(entry.comments)
            + R"(,"channel":)" + jsonText(entry.channel);
        json += isFlat ? "}" : R"(,"channelId":null})";
    }
    return json + ']';
}

QByteArray stageJson(const Store &store, int stage)
{
    if (stage == 0)
        return "null";
    return R"({"createdByUser":null,"modifiedByUser":null,"id":)" + QByteArray::number(stage) + R"(,"name":)"
        + jsonText(store.stageName(stage)) + R"(,"category":null,"weight":0,"description":null})";
}

/// The moment is kept as the text of the field last_active.
QByteArray lastActiveJson(const Store &store, const Record &contact)
{
    const QString text = contact.value(*store.fields.find(Object::Contact, u"last_active"_s)).toString();
    return text.isEmpty() ? "null"_ba : jsonText(QString(text).replace(u' ', u'T') + u"+00:00"_s);
}

const Field &pointsField(const Store &store)
{
    return *store.fields.find(Object::Contact, u"points"_s);
}

QByteArray headJson(const Store &store, const Record &contact, const ContactView &view, const QByteArray &id)
{
    QByteArray json = R"({"isPublished":true,"dateAdded":)" + jsonTime(contact.added);
    const bool isNarrow = !view.select.isEmpty();
    if (!isNarrow || contact.modified != 0)
        json += R"(,"dateModified":)" + jsonTime(contact.modified);
    if (!isNarrow || contact.createdBy.userId != 0)
        json += R"(,"createdBy":)" + userId(contact.createdBy);
    json += R"(,"createdByUser":)" + nullable(contact.createdBy.name);
    if (!isNarrow || contact.modified != 0) {
        json += R"(,"modifiedBy":)" + userId(contact.modifiedBy) + R"(,"modifiedByUser":)"
            + nullable(contact.modifiedBy.name);
    }
    json += R"(,"id":)" + id + R"(,"points":)" + jsonValue(contact.value(pointsField(store)));
    return isNarrow ? json : json + R"(,"color":null)";
}

QByteArray tailJson(const Store &store, const Record &contact, const ContactView &view)
{
    const bool isNarrow = !view.select.isEmpty();
    QByteArray json;
    if (!isNarrow) {
        json += R"(,"lastActive":)" + lastActiveJson(store, contact) + R"(,"owner":)" + ownerJson(store, contact.owner);
    } else if (contact.owner != 0) {
        json += R"(,"owner":)" + ownerJson(store, contact.owner);
    }
    json += R"(,"ipAddresses":)" + addressesJson(contact) + R"(,"tags":)" + tagsJson(store, contact, !isNarrow);
    json += view.inMemory && view.inMemory->isCreated ? R"(,"utmtags":null)" : R"(,"utmtags":[])";
    if (!isNarrow || contact.stage != 0)
        json += R"(,"stage":)" + stageJson(store, contact.stage);
    json += R"(,"dateIdentified":)" + jsonTime(contact.identified);
    if (!isNarrow)
        json += R"(,"preferredProfileImage":null)";
    return json + R"(,"doNotContact":)" + doNotContactJson(contact, false) + R"(,"frequencyRules":[]})";
}

} // namespace

QByteArray ownerJson(const Store &store, int owner)
{
    const User *user = store.user(owner);
    if (!user)
        return "null";
    return R"({"createdByUser":null,"modifiedByUser":null,"id":)" + QByteArray::number(user->id) + R"(,"username":)"
        + jsonText(user->username) + R"(,"firstName":)" + jsonText(user->firstName) + R"(,"lastName":)"
        + jsonText(user->lastName) + '}';
}

QByteArray contactJson(const Store &store, const Record &contact, const ContactView &view)
{
    const QByteArray id = view.isDeleted ? "null"_ba : QByteArray::number(contact.id);
    QByteArray json = headJson(store, contact, view, id);
    json += R"(,"fields":)";
    json += FieldsText(store, Object::Contact, contact, view).text(view.isDeleted ? id : '"' + id + '"');
    if (view.isMinimal)
        return json + '}';
    return json + tailJson(store, contact, view);
}

QByteArray companyJson(const Store &store, const Record &company, const ContactView &view)
{
    const QByteArray id = view.isDeleted ? "null"_ba : QByteArray::number(company.id);
    return R"({"id":)" + id + R"(,"score":0,"fields":)" + FieldsText(store, Object::Company, company, view).text(id)
        + '}';
}

QByteArray flatContactJson(const Store &store, const Record &contact)
{
    PhpEntries entries{{u"isPublished"_s, "true"}, {u"dateAdded"_s, jsonTime(contact.added)}};
    if (contact.modified != 0)
        entries.append({u"dateModified"_s, jsonTime(contact.modified)});
    entries.append({u"createdByUser"_s, nullable(contact.createdBy.name)});
    if (contact.modified != 0)
        entries.append({u"modifiedByUser"_s, nullable(contact.modifiedBy.name)});
    entries.append({u"id"_s, QByteArray::number(contact.id)});
    for (const Field *field : store.fields.shown(Object::Contact)) {
        const QJsonValue value = contact.value(*field);
        if (!value.isNull() && !field->alias.contains(u'_')) // own fields are no properties of the object
            entries.append({field->alias, valueText(*field, value)});
    }
    QByteArray fields = FieldsText(store, Object::Contact, contact, {}).text("null");
    fields.truncate(fields.indexOf(R"(,"all":{)"));
    entries.append({u"fields"_s, fields + '}'});
    entries.append({u"ipAddresses"_s, addressesJson(contact)});
    entries.append({u"tags"_s, tagsJson(store, contact, false)});
    entries.append({u"utmtags"_s, "[]"});
    entries.append({u"dateIdentified"_s, jsonTime(contact.identified)});
    entries.append({u"doNotContact"_s, doNotContactJson(contact, true)});
    entries.append({u"frequencyRules"_s, "[]"});
    return phpObject(entries);
}

} // namespace syncline::sandbox::mautic
