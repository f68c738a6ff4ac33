#include "core/services/ownfields.h"

#include "core/mapping/mappingfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int pageSize = 1000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::OwnFields)
};

} // namespace

QList<OwnFields::Row> OwnFields::list() const
{
    QList<Row> rows;
    for (const QString &key : m_session.schema().entities()) {
        for (const HubFieldDef &field : m_session.schema().entity(key)->fields) {
            if (field.own)
                rows.append({key, field});
        }
    }
    return rows;
}

Result<void> OwnFields::add(const QString &entity, const HubFieldDef &field)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    const bool refers = field.type == FieldType::Ref || field.type == FieldType::Refs;
    if (refers && !m_session.schema().entity(field.refEntity)) {
        return failure(ErrorKind::Usage, Text::tr("There is no entity \"%1\" to refer to.").arg(field.refEntity),
                       Text::tr("Entities are: %1.").arg(m_session.schema().entities().join(u", "_s)));
    }
    HubSchema schema = m_session.schema();
    return schema.addField(entity, field).and_then([&] { return m_session.keepSchema(schema); });
}

Result<void> OwnFields::refuseUsed(const QString &entity, const QString &key)
{
    const auto integrations = m_session.stores().integrations.all();
    if (!integrations)
        return failure(integrations.error());
    for (const IntegrationRow &row : *integrations) {
        const auto mappings = m_session.stores().integrations.mappings(row.id);
        if (!mappings)
            return failure(mappings.error());
        for (const auto &stored : *mappings) {
            const auto mapping = entityMappingFromJson(stored.document, stored.remoteEntity);
            if (!mapping)
                return failure(mapping.error());
            if (mapping->hub == entity
                && std::ranges::find(mapping->fields, key, &FieldMapping::hub) != mapping->fields.end())
                return failure(ErrorKind::Usage, Text::tr("%1 is mapped for %2.").arg(key, row.name),
                               Text::tr("Take it out of the mapping first."));
        }
    }
    QString after;
    for (;;) {
        const auto page = m_session.stores().records.hubPage(entity, after, pageSize);
        if (!page)
            return failure(page.error());
        for (const HubRow &record : *page) {
            const Value value = record.fields.value(key).value;
            if (value.isReadable() && !value.isBlank())
                return failure(ErrorKind::Usage, Text::tr("Records have a value of %1.").arg(key),
                               Text::tr("Clear it there first, or keep the field."));
        }
        if (page->size() < pageSize)
            return {};
        after = page->last().id;
    }
}

Result<void> OwnFields::remove(const QString &entity, const QString &key)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return allowed;
    const HubFieldDef *field = m_session.schema().field(entity, key);
    if (!field || !field->own)
        return failure(ErrorKind::Usage,
                       Text::tr("The entity %1 has no field of your own named \"%2\".").arg(entity, key),
                       Text::tr("See: syncline-cli field list"));
    if (auto fine = refuseUsed(entity, key); !fine)
        return fine;
    QJsonArray rest;
    for (const QJsonValue &row : m_session.schema().ownToJson()) {
        QJsonObject kept = row.toObject();
        QJsonArray fields = kept.value("fields"_L1).toArray();
        if (kept.value("entity"_L1).toString() == entity) {
            for (qsizetype i = fields.size() - 1; i >= 0; --i) {
                if (fields.at(i)["key"_L1].toString() == key)
                    fields.removeAt(i);
            }
        }
        kept.insert(u"fields"_s, fields);
        if (!fields.isEmpty() || kept.contains("label"_L1))
            rest.append(kept);
    }
    HubSchema schema = HubSchema::builtIn();
    return schema.addOwnFromJson(rest).and_then([&] { return m_session.keepSchema(schema); });
}

Result<QStringList> OwnFields::adopt(const QJsonArray &own)
{
    if (auto allowed = m_session.need(Role::Admin); !allowed)
        return failure(allowed.error());
    HubSchema wanted = HubSchema::builtIn();
    if (auto read = wanted.addOwnFromJson(own); !read)
        return failure(read.error());
    HubSchema schema = m_session.schema();
    QStringList added;
    for (const QString &entity : wanted.entities()) {
        const HubEntityDef &def = *wanted.entity(entity);
        if (!schema.entity(entity)) {
            if (auto done = schema.addEntity(entity, def.label); !done)
                return failure(done.error());
        }
        for (const HubFieldDef &field : def.fields) {
            const HubFieldDef *there = schema.field(entity, field.key);
            if (!field.own || (there && there->type == field.type))
                continue;
            if (there)
                return failure(ErrorKind::Usage,
                               Text::tr("%1 has a field %2 already, of another type.").arg(entity, field.key),
                               Text::tr("Remove that one, or use another key."));
            if (auto done = schema.addField(entity, field); !done)
                return failure(done.error());
            added << entity + u'.' + field.key;
        }
    }
    return m_session.keepSchema(schema).map([&] { return added; });
}

QString OwnFields::keyFor(const QString &label)
{
    QString key = u"x"_s;
    bool isGap = true;
    for (const QChar &letter : label.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool isPlain = (letter >= u'a' && letter <= u'z') || (letter >= u'0' && letter <= u'9');
        if (letter.category() == QChar::Mark_NonSpacing)
            continue;
        if (isPlain && isGap)
            key += u'_';
        if (isPlain)
            key += letter;
        isGap = !isPlain;
    }
    return key.size() > 2 ? key : QString();
}

} // namespace syncline::core
