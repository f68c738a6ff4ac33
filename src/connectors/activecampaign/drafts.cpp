#include "connectors/activecampaign/drafts.h"

#include "connectors/activecampaign/encoding.h"
#include "connectors/activecampaign/metadata.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

QJsonObject customEntry(const Kind &kind, const RemoteField &field, const QJsonValue &wire)
{
    const QString id = customFieldId(field);
    if (kind.custom == CustomValues::OfContacts)
        return {{u"field"_s, id}, {u"value"_s, wire}};
    QJsonObject entry{{u"customFieldId"_s, id.toLongLong()}, {u"fieldValue"_s, wire}};
    if (const QString currency = currencyOf(field); !currency.isEmpty())
        entry.insert(u"fieldCurrency"_s, currency);
    return entry;
}

std::optional<QStringList> seenIn(const Value &before)
{
    return before.isReadable() ? std::optional(before.members()) : std::nullopt;
}

void take(Draft &draft, const Kind &kind, const RemoteField &field, const Encoded &encoded, const Value &before)
{
    const Value &value = encoded.predicted;
    if (field.custom) {
        draft.custom.append(customEntry(kind, field, encoded.json));
    } else if (field.nativeType == native::accountLink) {
        draft.account = value.text();
    } else if (field.nativeType == native::jobTitle) {
        draft.jobTitle = value.text();
    } else if (field.nativeType == native::tags) {
        draft.tags = value.members();
        draft.tagsBefore = seenIn(before);
    } else if (field.nativeType == native::lists) {
        draft.lists = value.members();
        draft.listsBefore = seenIn(before);
    } else if (field.nativeType.startsWith(native::about)) {
        // A deal says more than the contact that it belongs to.
        const bool isBetter = draft.relationId.isEmpty() || field.nativeType.endsWith("Deal"_L1);
        if (!value.isBlank() && isBetter) {
            draft.relationType = field.nativeType.mid(native::about.size());
            draft.relationId = value.text();
        }
    } else {
        draft.columns.insert(field.name, encoded.json);
    }
}

/// Columns that the published description has as numbers. Ids are texts in most places, and where they are not is told here.
bool isNumber(const Kind &kind, const QString &column)
{
    static const QHash<QString, QStringList> columns{{u"accounts"_s, {u"owner"_s}},
                                                     {u"deals"_s, {u"value"_s, u"status"_s, u"percent"_s}},
                                                     {u"dealTasks"_s, {u"status"_s}}};
    return columns.value(kind.entity).contains(column);
}

QJsonValue asNumber(const QJsonValue &text)
{
    bool isWhole = false;
    const qint64 number = text.toString().toLongLong(&isWhole);
    return isWhole ? QJsonValue(number) : text;
}

/// What a record cannot be made without, where the account itself tells what is usual.
void addDefaults(Draft &draft, const RemoteEntity &entity, const QString &ownUser)
{
    const auto add = [&](const QString &name, const QString &value) {
        if (!draft.columns.contains(name) && !value.isEmpty())
            draft.columns.insert(name, value);
    };
    const auto firstOption = [&](const QString &name) {
        const RemoteField *field = entity.field(name);
        return field && !field->options.isEmpty() ? field->options.first().value : QString();
    };
    if (entity.name == "deals"_L1) {
        if (!draft.columns.contains("stage"_L1))
            add(u"group"_s, firstOption(u"group"_s));
        const RemoteField *currency = entity.field(u"currency"_s);
        add(u"value"_s, u"0"_s);
        add(u"currency"_s, currency ? currencyOf(*currency) : QString());
        add(u"owner"_s, ownUser);
    }
    if (entity.name == "dealTasks"_L1)
        add(u"dealTasktype"_s, firstOption(u"dealTasktype"_s));
}

/// A deal, a task and a note belong to somebody.
Result<void> checkRelation(const Draft &draft, const RemoteEntity &entity)
{
    const auto lacks = [&](const QString &field) {
        return failure(Error{ErrorKind::Validation,
                             tr("The new record of %1 belongs to no record in ActiveCampaign.").arg(entity.name),
                             tr("Map what it belongs to, and let that be synced first."),
                             {},
                             {field},
                             false});
    };
    const bool isAbout = entity.name == "notes"_L1 || entity.name == "dealTasks"_L1;
    if (isAbout && draft.relationId.isEmpty())
        return lacks(u"contact"_s);
    if (entity.name == "deals"_L1 && !draft.columns.contains("contact"_L1) && !draft.columns.contains("account"_L1))
        return lacks(u"contact"_s);
    return {};
}

} // namespace

Result<Draft> draftOf(const Kind &kind, const RemoteEntity &entity, const WriteOperation &operation, qsizetype index,
                      const QString &ownUser)
{
    Draft draft;
    draft.index = index;
    draft.id = operation.kind == WriteKind::Create ? QString() : operation.remoteId;
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        const RemoteField *field = entity.field(it.key());
        if (!field || field->readOnly || (draft.isCreate() && it->isBlank()))
            continue;
        const auto encoded = encodedValue(kind, *field, *it);
        if (!encoded)
            return failure(encoded.error());
        take(draft, kind, *field, *encoded, operation.before.value(it.key()));
        draft.predicted.insert(it.key(), encoded->predicted);
    }
    if (draft.isCreate()) {
        if (auto related = checkRelation(draft, entity); !related)
            return failure(related.error());
        addDefaults(draft, entity, ownUser);
    }
    return draft;
}

QJsonObject bodyOf(const Kind &kind, const Draft &draft)
{
    QJsonObject record;
    for (auto it = draft.columns.begin(); it != draft.columns.end(); ++it)
        record.insert(it.key(), isNumber(kind, it.key()) ? asNumber(*it) : *it);
    if (!draft.custom.isEmpty())
        record.insert(kind.custom == CustomValues::OfContacts ? u"fieldValues"_s : u"fields"_s, draft.custom);
    if (!draft.relationId.isEmpty()) {
        const bool isNote = kind.entity == "notes"_L1;
        record.insert(u"relid"_s, isNote ? asNumber(draft.relationId) : draft.relationId);
        if (isNote)
            record.insert(u"reltype"_s, draft.relationType);
        else
            record.insert(u"ownerType"_s, draft.relationType == "Deal"_L1 ? u"deal"_s : u"contact"_s);
    }
    return {{kind.one, record}};
}

} // namespace syncline::connectors::activecampaign
