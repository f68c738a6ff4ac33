#include "connectors/hubspot/hubspotbatch.h"

#include "connectors/common/batches.h"
#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotencoding.h"
#include "connectors/hubspot/hubspotlists.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Batch", text);
}

/// HubSpot's list of properties does not say that a new record needs one of these.
Result<void> checkNeeded(const RemoteEntity &entity, const Item &item)
{
    const QStringList needed = objectKind(entity.name)->neededProperties();
    const auto has = [&](const QString &name) { return !item.properties.value(name).toString().isEmpty(); };
    const bool needsAll = objectKind(entity.name)->needsAll;
    if (needsAll ? std::ranges::all_of(needed, has) : std::ranges::any_of(needed, has))
        return {};
    Error error{
        ErrorKind::Validation,
        needsAll ? tr("A new record of %1 in HubSpot needs all of these: %2.").arg(entity.name, needed.join(u", "_s))
                 : tr("A new record of %1 in HubSpot needs one of these: %2.").arg(entity.name, needed.join(u", "_s)),
        needsAll ? tr("Map them all, and enter values or give the mapping defaults.")
                 : tr("Map at least one of them, and enter a value."),
        {},
        needed,
        false};
    return failure(std::move(error));
}

LinkChange linkChange(const QString &field, const Value &wanted, const Value &before)
{
    LinkChange change{field, {}, {}};
    const QStringList now = before.isReadable() ? before.members() : QStringList(), then = wanted.members();
    for (const QString &id : then) {
        if (!now.contains(id))
            change.added.append(id);
    }
    for (const QString &id : now) {
        if (!then.contains(id))
            change.removed.append(id);
    }
    return change;
}

/// Whether a stage is set to an earlier one than the record has.
bool isBackwards(const RemoteField &field, const QString &wanted, const QString &before)
{
    if (field.name != "lifecyclestage"_L1 || wanted.isEmpty() || before.isEmpty())
        return false;
    const auto place = [&](const QString &value) {
        return std::ranges::find(field.options, value, &Option::value) - field.options.begin();
    };
    return place(wanted) < place(before);
}

/// Does the answer show of this item only what was sent, and anything at all?
bool shows(JsonView record, const Item &item)
{
    int alike = 0;
    for (auto it = item.properties.begin(); it != item.properties.end(); ++it) {
        const JsonView shown = record["properties"][it.key().toStdString()];
        if (shown.isMissing())
            continue;
        if (shown.text().compare(it->toString(), Qt::CaseInsensitive) != 0)
            return false;
        ++alike;
    }
    return alike > 0;
}

/// A new record that comes without its trace, and in any order, is known by what was sent: nullptr where that fits several
/// items which differ.
const Item *itemLike(const QList<Item> &items, JsonView record, const QHash<QString, ItemAnswer> &answers)
{
    const Item *found = nullptr;
    for (const Item &item : items) {
        if (answers.contains(item.trace()) || !shows(record, item))
            continue;
        if (found && found->properties != item.properties)
            return nullptr;
        found = found ? found : &item;
    }
    return found;
}

/// "stages(sales=new,won;renewals=asked)": the pipeline of a stage; "" where there is only one.
QString pipelineOf(const RemoteField &stages, const QString &stage)
{
    if (!stages.nativeType.startsWith(stagesType))
        return {};
    const QString list = stages.nativeType.mid(stagesType.size()).chopped(1);
    for (const QString &pipeline : list.split(u';')) {
        const qsizetype sign = pipeline.indexOf(u'=');
        if (pipeline.mid(sign + 1).split(u',').contains(stage))
            return pipeline.left(sign);
    }
    return {};
}

/// A stage is taken only with the pipeline that it is of, where there are several.
void addPipeline(Item &item, const RemoteEntity &entity)
{
    const RemoteField *stages = entity.field(stageProperty), *pipeline = entity.field(pipelineProperty);
    const QString stage = item.properties.value(stageProperty).toString();
    if (!stages || !pipeline || stage.isEmpty() || item.properties.contains(pipelineProperty))
        return;
    if (const QString mine = pipelineOf(*stages, stage); !mine.isEmpty())
        item.properties.insert(pipelineProperty, mine);
}

} // namespace

Result<Item> makeItem(const RemoteEntity &entity, const WriteOperation &operation, qsizetype index)
{
    Item item;
    item.index = index;
    const bool isCreate = operation.kind == WriteKind::Create;
    if (!isCreate) {
        item.id = operation.remoteId;
        if (idNumber(item.id) <= 0)
            return failure(ErrorKind::Internal,
                           tr("\"%1\" is no id of a record of %2 in HubSpot.").arg(item.id, entity.name));
    }
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it) {
        const RemoteField *field = entity.field(it.key());
        if (!field)
            return failure(ErrorKind::Validation,
                           tr("%1 in HubSpot have no property %2 any more.").arg(entity.name, it.key()),
                           tr("Read the field list again and mend the mapping."));
        const auto encoded = encodedValue(entity.name, *field, *it, operation.kind);
        if (!encoded)
            return failure(encoded.error());
        if (isListsField(*field) || objectKind(entity.name)->association(it.key())) {
            LinkChange change = linkChange(it.key(), *it, operation.before.value(it.key()));
            if (isListsField(*field))
                item.lists = std::move(change);
            else
                item.links.append(std::move(change));
            item.predicted.insert(it.key(), encoded->predicted);
            continue;
        }
        const QString text = encoded->json.toString();
        if (isCreate && text.isEmpty())
            continue;
        item.properties.insert(it.key(), text);
        item.isBackwards = item.isBackwards
            || (!isCreate && isBackwards(*field, text, operation.before.value(it.key()).text()));
        item.predicted.insert(it.key(), encoded->predicted);
        if (field->unique && !text.isEmpty())
            item.uniques.append(it.key() + u'\n' + text.toLower());
    }
    addPipeline(item, entity);
    if (isCreate) {
        if (auto complete = checkNeeded(entity, item); !complete)
            return failure(complete.error());
    }
    return item;
}

QList<QList<Item>> batches(const QList<Item> &items, qsizetype most)
{
    return splitBatches(items, most, [](const Item &item) {
        return item.id.isEmpty() ? item.uniques : QStringList(item.uniques) << u"id\n"_s + item.id;
    });
}

QList<Item> blankings(const QList<Item> &items)
{
    QList<Item> list;
    for (Item item : items) {
        if (!item.isBackwards)
            continue;
        item.properties = {{u"lifecyclestage"_s, QString()}};
        list.append(item);
    }
    return list;
}

QJsonObject batchBody(const QList<Item> &items)
{
    QJsonArray inputs;
    for (const Item &item : items) {
        QJsonObject input{{u"properties"_s, item.properties}, {u"objectWriteTraceId"_s, item.trace()}};
        if (item.id.isEmpty())
            input.insert(u"associations"_s, QJsonArray());
        else
            input.insert(u"id"_s, item.id);
        inputs.append(input);
    }
    return {{u"inputs"_s, inputs}};
}

QHash<QString, ItemAnswer> itemAnswers(const QList<Item> &items, JsonView root)
{
    QHash<QString, QString> traceOfId;
    for (const Item &item : items) {
        if (!item.id.isEmpty())
            traceOfId.insert(item.id, item.trace());
    }
    QHash<QString, ItemAnswer> answers;
    QList<JsonView> nameless;
    for (const JsonView record : root["results"]) {
        QString trace = record["objectWriteTraceId"].text();
        if (trace.isEmpty())
            trace = traceOfId.value(record["id"].text());
        if (trace.isEmpty())
            nameless.append(record);
        else
            answers[trace].record = record;
    }
    for (const JsonView error : root["errors"]) {
        const Refusal refusal = readRefusal(error);
        for (const QString &trace : refusal.traces)
            answers[trace].refusal = refusal;
        for (const QString &id : refusal.ids)
            answers[traceOfId.value(id)].refusal = refusal;
    }
    for (const JsonView record : std::as_const(nameless)) {
        if (const Item *item = itemLike(items, record, answers))
            answers[item->trace()].record = record;
    }
    return answers;
}

} // namespace syncline::connectors::hubspot
