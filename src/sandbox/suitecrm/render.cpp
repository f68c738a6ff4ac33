#include "sandbox/suitecrm/render.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/values.h"

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

bool isPerson(const ModuleSchema &schema)
{
    return schema.has(u"last_name"_s) && schema.has(u"full_name"_s);
}

} // namespace

QString Renderer::fullName(const Record &record, bool withSalutation)
{
    QStringList parts{record.value(u"first_name"_s), record.value(u"last_name"_s)};
    if (withSalutation)
        parts.prepend(record.value(u"salutation"_s));
    parts.removeAll(QString());
    return parts.isEmpty() ? u" "_s : parts.join(u' ');
}

QString Renderer::userName(const QString &id) const
{
    const Record *user = m_store.find(m_store.schema(u"Users"_s), id);
    return user ? fullName(*user, false) : QString();
}

QString Renderer::nameOf(const QString &module, const QString &id) const
{
    const ModuleSchema *schema = m_store.schemas().find(module);
    const Record *record = schema ? m_store.findLive(*schema, id) : nullptr;
    if (!record)
        return {};
    return isPerson(*schema) ? fullName(*record, false) : record->value(u"name"_s);
}

QString Renderer::emailValue(const Record &record, const QString &field) const
{
    const Record *address = record.emailAt(field == "email2"_L1 ? 1 : 0);
    if (!address)
        return {};
    if (field == "email_opt_out"_L1)
        return address->value(u"opt_out"_s);
    return address->value(field == "invalid_email"_L1 ? field : u"email_address"_s);
}

QString Renderer::parentName(const Record &record) const
{
    if (record.schema->module == "Accounts"_L1)
        return nameOf(u"Accounts"_s, record.value(u"parent_id"_s));
    return nameOf(record.value(u"parent_type"_s), record.value(u"parent_id"_s));
}

QString Renderer::computedValue(const Record &record, const QString &field) const
{
    if (field == "name"_L1 || field == "full_name"_L1)
        return fullName(record, true);
    if (field == "modified_by_name"_L1)
        return userName(record.value(u"modified_user_id"_s));
    if (field == "created_by_name"_L1)
        return userName(record.value(u"created_by"_s));
    if (field == "assigned_user_name"_L1)
        return userName(record.value(u"assigned_user_id"_s));
    if (field == "account_name"_L1)
        return nameOf(u"Accounts"_s, record.value(u"account_id"_s));
    if (field == "report_to_name"_L1)
        return nameOf(u"Contacts"_s, record.value(u"reports_to_id"_s));
    if (field == "parent_name"_L1)
        return parentName(record);
    if (field == "currency_name"_L1)
        return u"Euro"_s;
    if (field == "currency_symbol"_L1)
        return u"€"_s;
    if (!field.startsWith("contact_"_L1))
        return emailValue(record, field);
    const Record *contact = m_store.findLive(m_store.schema(u"Contacts"_s), record.value(u"contact_id"_s));
    if (!contact)
        return {};
    if (field == "contact_name"_L1)
        return fullName(*contact, true);
    return field == "contact_email"_L1 ? emailValue(*contact, u"email1"_s) : contact->value(u"phone_work"_s);
}

QString Renderer::shownValue(const Record &record, int field) const
{
    const Field &shown = record.schema->fields[std::size_t(field)];
    if (shown.isComputed)
        return computedValue(record, shown.name);
    if (shown.name == "id"_L1)
        return record.id;
    if (shown.name == "deleted"_L1)
        return record.isDeleted ? u"1"_s : u"0"_s;
    return record.values[std::size_t(field)];
}

QByteArray Renderer::attribute(const Record &record, int field) const
{
    const Field &shown = record.schema->fields[std::size_t(field)];
    const bool isOpportunity = record.schema->module == "Opportunities"_L1;
    if (isOpportunity && shown.name == "accounts"_L1 && record.value(u"account_id"_s).isEmpty())
        return "{}"; // the link was loaded to look for an account
    return deliveredValue(shown, shownValue(record, field), m_settings);
}

const RenderedAttributes &Renderer::rendered(const Record &record) const
{
    RenderedAttributes &cache = record.rendered;
    if (cache.isValid())
        return cache;
    const std::vector<Field> &fields = record.schema->fields;
    cache.ends.reserve(fields.size());
    cache.text.reserve(int(fields.size()) * 32);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name != "id"_L1)
            cache.text += fields[i].key + attribute(record, int(i));
        cache.ends.push_back(int(cache.text.size()));
    }
    cache.text.squeeze();
    return cache;
}

void Renderer::append(QByteArray &body, const Record &record, RecordPlace place, const FieldSelection &fields,
                      const QString &module) const
{
    const bool isAlone = place == RecordPlace::Single || place == RecordPlace::Saved;
    const QByteArray indentation(isAlone ? 8 : 12, ' ');
    const QByteArray inner = ",\n" + indentation + "    ";
    body += "{\n" + indentation + "\"type\": \"" + record.schema->singular.toLatin1() + "\",\n" + indentation
        + "\"id\": " + jsonString(record.id) + ",\n" + indentation + "\"attributes\": {";
    const RenderedAttributes &attributes = rendered(record);
    const auto appendField = [&](int field, bool isFirst) {
        const int from = field == 0 ? 0 : attributes.ends[std::size_t(field - 1)];
        body.append(inner.constData() + (isFirst ? 1 : 0), inner.size() - (isFirst ? 1 : 0));
        body.append(attributes.text.constData() + from, attributes.ends[std::size_t(field)] - from);
    };
    bool isFirst = true;
    const int count = int(fields.empty() ? attributes.ends.size() : fields.size());
    for (int i = 0; i < count; ++i) {
        const int field = fields.empty() ? i : fields[std::size_t(i)];
        const Field &shown = record.schema->fields[std::size_t(field)];
        if (shown.name == "id"_L1 || (place == RecordPlace::Listed && !shown.isListed))
            continue;
        appendField(field, isFirst);
        isFirst = false;
    }
    body += isFirst ? QByteArray("}") : QByteArray('\n' + indentation + '}');
    appendLinks(body, record, place, module, indentation);
    body += '\n' + indentation.left(indentation.size() - 4) + '}';
}

void Renderer::appendLinks(QByteArray &body, const Record &record, RecordPlace place, const QString &module,
                           const QByteArray &indentation) const
{
    const QByteArray id = record.id.toUtf8();
    if (place == RecordPlace::Related) {
        body += ",\n" + indentation + "\"links\": {\n" + indentation + "    \"self\": \"V8/module/"
            + record.schema->singular.toLatin1() + '/' + id + "\"\n" + indentation + '}';
        return;
    }
    const std::vector<Relationship> &relationships = record.schema->relationships;
    if (relationships.empty()) {
        body += ",\n" + indentation + "\"relationships\": []";
        return;
    }
    const QByteArray owner = place == RecordPlace::Saved ? QByteArray() : QByteArray(module.toLatin1() + '/');
    const QByteArray base = "V8/module/" + owner + id + "/relationships/";
    body += ",\n" + indentation + "\"relationships\": {";
    for (std::size_t i = 0; i < relationships.size(); ++i) {
        body += (i == 0 ? "\n" : ",\n") + indentation + "    \"" + relationships[i].module.toLatin1() + "\": {\n"
            + indentation + "        \"links\": {\n" + indentation + "            \"related\": \"" + base
            + relationships[i].link.toLatin1() + "\"\n" + indentation + "        }\n" + indentation + "    }";
    }
    body += '\n' + indentation + '}';
}

} // namespace syncline::sandbox::suitecrm
