#include "connectors/mautic/mauticbatch.h"

#include "connectors/common/batches.h"
#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticencoding.h"
#include "connectors/mautic/mauticfields.h"
#include "connectors/mautic/mautictext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Batch", text);
}

/// The list of tags cannot be replaced: what is missing is added, what was there and shall not be is taken away.
QJsonArray tagChanges(const Value &wanted, const Value &before)
{
    QJsonArray changes;
    const QStringList after = wanted.members();
    for (const QString &tag : after) {
        if (!before.members().contains(tag))
            changes.append(tag);
    }
    for (const QString &tag : before.members()) {
        if (!after.contains(tag))
            changes.append(QString(u'-' + tag));
    }
    return changes;
}

class ItemMaker
{
public:
    ItemMaker(const RemoteEntity &entity, const WriteOperation &operation) : m_entity(entity), m_operation(operation) {}

    Result<Item> make(qsizetype index)
    {
        m_item.index = index;
        m_item.id = m_operation.kind == WriteKind::Create ? QString() : m_operation.remoteId;
        for (auto it = m_operation.fields.begin(); it != m_operation.fields.end(); ++it) {
            if (auto done = add(it.key(), *it); !done)
                return failure(done.error());
        }
        if (!m_refusals.isEmpty())
            m_item.body.insert(u"doNotContact"_s, m_refusals);
        return m_item;
    }

private:
    bool isCreate() const { return m_operation.kind == WriteKind::Create; }

    Result<void> add(const QString &name, const Value &value)
    {
        const RemoteField *field = m_entity.field(name);
        if (!field) {
            Error error{ErrorKind::Validation,
                        tr("%1 in Mautic have no field %2.").arg(m_entity.name, name),
                        tr("Read the fields of this integration again and correct the mapping."),
                        {},
                        {name},
                        false};
            return failure(error);
        }
        const auto encoded = encodedValue(m_entity.name, *field, value, m_operation.kind);
        if (!encoded)
            return failure(encoded.error());
        m_item.predicted.insert(name, encoded->predicted);
        if (field->unique && !encoded->predicted.isBlank())
            m_item.uniques.insert(name, encoded->predicted.text());
        if (field->type == FieldType::Consent)
            addConsent(name, *encoded);
        else if (field->nativeType == "tags"_L1)
            addTags(*encoded);
        else if (isMembership(*field) && field->type == FieldType::Set)
            m_item.memberships += membershipChanges(*field, encoded->predicted, m_operation.before.value(name));
        else if (field->type == FieldType::Refs) // a list replaces the list
            m_item.body.insert(name, encoded->json);
        else
            addValue(name, encoded->json);
        return {};
    }

    void addConsent(const QString &name, const Encoded &encoded)
    {
        const bool isRefusal = encoded.json.isObject();
        if (isCreate()) {
            if (isRefusal) {
                QJsonObject entry = encoded.json.toObject();
                entry.insert(u"comments"_s, u"Syncline"_s);
                m_refusals.append(entry);
            }
            return;
        }
        const Value before = m_operation.before.value(name);
        const bool wasRefusal = before.text() == "refused"_L1;
        if (!before.isReadable() || wasRefusal != isRefusal)
            m_item.consents.append({name, consentChannel(name), isRefusal});
    }

    void addTags(const Encoded &encoded)
    {
        const QJsonArray changes = tagChanges(encoded.predicted, m_operation.before.value(tagsField));
        if (!changes.isEmpty())
            m_item.body.insert(tagsField, changes);
    }

    /// Contacts clear with null and a word about it, companies with an empty text.
    void addValue(const QString &name, const QJsonValue &json)
    {
        const bool isContact = m_entity.name == entityName(Object::Contact);
        const bool isBlank = json.isNull() || (json.isArray() && json.toArray().isEmpty());
        if (!isBlank) {
            m_item.body.insert(name, json);
        } else if (!isCreate()) {
            m_item.body.insert(name, isContact ? QJsonValue(QJsonValue::Null) : QJsonValue(QString()));
            if (isContact)
                m_item.body.insert(u"overwriteWithBlank"_s, true);
        }
    }

    const RemoteEntity &m_entity;
    const WriteOperation &m_operation;
    Item m_item;
    QJsonArray m_refusals;
};

/// PHP writes a map whose keys are 0, 1, 2 ... as an array, any other as an object.
JsonView entryOf(JsonView container, qsizetype index)
{
    if (container.isArray())
        return container.at(int(index));
    return container[QByteArray::number(index).toStdString()];
}

QStringList keysOf(const Item &item)
{
    QStringList keys;
    if (!item.id.isEmpty())
        keys.append(u"id\n"_s + item.id);
    for (auto it = item.uniques.begin(); it != item.uniques.end(); ++it)
        keys.append(it.key() + u'\n' + collated(*it));
    return keys;
}

} // namespace

Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index)
{
    if (operation.kind != WriteKind::Create && idNumber(operation.remoteId) <= 0) {
        return failure(ErrorKind::Internal,
                       tr("\"%1\" is no id of a record of %2 in Mautic.").arg(operation.remoteId, entity.name));
    }
    return ItemMaker(entity, operation).make(index);
}

QList<QList<Item>> batches(const QList<Item> &items, qsizetype most)
{
    return splitBatches(items, most, keysOf);
}

QJsonArray batchBody(const QList<Item> &items)
{
    QJsonArray bodies;
    for (const Item &item : items) {
        QJsonObject body = item.body;
        if (!item.id.isEmpty())
            body.insert(u"id"_s, idNumber(item.id));
        bodies.append(body);
    }
    return bodies;
}

ItemAnswer itemAnswer(JsonView root, const QString &entity, qsizetype index)
{
    return {entryOf(root["statusCodes"], index).text().toInt(), entryOf(root[entity.toStdString()], index),
            entryOf(root["errors"], index)};
}

int batchLimit(JsonView root)
{
    static const QRegularExpression words(u"max of (\\d+) entities"_s);
    return words.match(root["errors"].at(0)["message"].text()).captured(1).toInt();
}

} // namespace syncline::connectors::mautic
