#include "connectors/activecampaign/metadata.h"

#include <QHash>
#include <QMap>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

RemoteField customField(const QString &id, const QString &label, const QString &native)
{
    RemoteField field;
    field.name = customFieldName(id);
    field.label = label;
    field.nativeType = native.isEmpty() ? u"text"_s : native;
    field.type = customType(field.nativeType);
    field.custom = true;
    return field;
}

/// Options stand beside the fields of a page, in the order that people gave them.
QHash<QString, QList<Option>> optionsIn(JsonView root)
{
    QMap<QPair<QString, qint64>, Option> ordered;
    for (const JsonView option : root["fieldOptions"]) {
        const QString value = option["value"].text(), label = option["label"].text();
        const qint64 place = option["orderid"].text().toLongLong() * 1'000'000 + option["id"].text().toLongLong();
        ordered.insert({option["field"].text(), place}, {value, label.isEmpty() ? value : label});
    }
    QHash<QString, QList<Option>> options;
    for (auto it = ordered.begin(); it != ordered.end(); ++it)
        options[it.key().first].append(*it);
    return options;
}

Result<QList<RemoteField>> contactCustomFields(Api &api, std::stop_token stop)
{
    QList<RemoteField> fields;
    const auto take = [&fields](const QList<JsonView> &rows, const Answer &answer) -> Result<void> {
        const auto options = optionsIn(answer.root());
        for (const JsonView row : rows) {
            RemoteField field = customField(row["id"].text(), row["title"].text(), row["type"].text());
            if (field.type == FieldType::Enumeration || field.type == FieldType::Set)
                field.options = options.value(row["id"].text());
            fields.append(field);
        }
        return {};
    };
    return api.each("/fields", {}, take, stop).map([&] { return fields; });
}

/// Custom fields of accounts and deals, which are described alike.
Result<QList<RemoteField>> labelledFields(Api &api, const QByteArray &path, std::stop_token stop)
{
    QList<RemoteField> fields;
    const auto take = [&fields](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows) {
            RemoteField field = customField(row["id"].text(), row["fieldLabel"].text(), row["fieldType"].text());
            if (field.nativeType == "currency"_L1)
                field.nativeType += u'(' + row["fieldDefaultCurrency"].text() + u')';
            for (const JsonView option : row["fieldOptions"])
                field.options.append({option.text(), option.text()});
            fields.append(field);
        }
        return {};
    };
    return api.each(path, {}, take, stop).map([&] { return fields; });
}

Result<QList<RemoteField>> customFields(Api &api, const Kind &kind, std::stop_token stop)
{
    switch (kind.custom) {
    case CustomValues::None:
        break;
    case CustomValues::OfContacts:
        return contactCustomFields(api, stop);
    case CustomValues::OfAccounts:
        return labelledFields(api, "/accountCustomFieldMeta", stop);
    case CustomValues::OfDeals:
        return labelledFields(api, "/dealCustomFieldMeta", stop);
    }
    return QList<RemoteField>();
}

/// Rows of a list as options, by id.
Result<QList<Option>> optionsOf(Api &api, const QByteArray &path, const char *label, std::stop_token stop)
{
    QList<Option> options;
    const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows)
            options.append({row["id"].text(), row[label].text()});
        return {};
    };
    return api.each(path, {}, take, std::move(stop)).map([&] { return options; });
}

/// Pipelines and stages. A stage is named with its pipeline: every pipeline has one named "To contact".
Result<void> addPipelines(Api &api, RemoteEntity &deals, std::stop_token stop)
{
    QList<Option> pipelines, stages;
    QString currency;
    QHash<QString, QString> names;
    const auto takePipelines = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows) {
            names.insert(row["id"].text(), row["title"].text());
            pipelines.append({row["id"].text(), row["title"].text()});
            if (currency.isEmpty())
                currency = row["currency"].text().toLower();
        }
        return {};
    };
    const auto takeStages = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
        for (const JsonView row : rows)
            stages.append(
                {row["id"].text(), QString(names.value(row["group"].text()) + u": "_s + row["title"].text())});
        return {};
    };
    if (auto done = api.each("/dealGroups", {}, takePipelines, stop); !done)
        return done;
    if (auto done = api.each("/dealStages", {}, takeStages, stop); !done)
        return done;
    for (RemoteField &field : deals.fields) {
        if (field.name == "group"_L1)
            field.options = pipelines;
        if (field.name == "stage"_L1)
            field.options = stages;
        if (field.nativeType == native::currency && !currency.isEmpty())
            field.nativeType += u'(' + currency + u')';
    }
    return {};
}

/// Where the key's user may not see the list, its field is left out.
Result<void> addOptions(Api &api, RemoteEntity &entity, const QString &fieldName, const QByteArray &path,
                        const char *label, std::stop_token stop)
{
    const auto options = optionsOf(api, path, label, std::move(stop));
    if (!options && options.error().kind != ErrorKind::Permission)
        return failure(options.error());
    if (!options) {
        entity.fields.removeIf([&](const RemoteField &field) { return field.name == fieldName; });
        return {};
    }
    for (RemoteField &field : entity.fields) {
        if (field.name == fieldName)
            field.options = *options;
    }
    return {};
}

Result<void> addOptions(Api &api, const Kind &kind, RemoteEntity &entity, std::stop_token stop)
{
    if (kind.entity == "contacts"_L1)
        return addOptions(api, entity, u"lists"_s, "/lists", "name", std::move(stop));
    if (kind.entity == "dealTasks"_L1)
        return addOptions(api, entity, u"dealTasktype"_s, "/dealTasktypes", "title", std::move(stop));
    return kind.entity == "deals"_L1 ? addPipelines(api, entity, std::move(stop)) : Result<void>();
}

/// Kinds without fields of their own making are asked whether they are open at all.
Result<void> checkOpen(Api &api, const Kind &kind, std::stop_token stop)
{
    if (kind.custom != CustomValues::None)
        return {};
    const QByteArray key = kind.entity.toLatin1();
    const auto answer = api.list(api.get('/' + key, {{u"limit"_s, u"1"_s}}), key, labelOf(kind), std::move(stop));
    return answer ? Result<void>() : failure(answer.error());
}

} // namespace

QString nativeName(const RemoteField &field)
{
    return field.nativeType.section(u'(', 0, 0);
}

QString currencyOf(const RemoteField &field)
{
    return field.nativeType.contains(u'(') ? field.nativeType.section(u'(', 1).chopped(1) : QString();
}

FieldType customType(const QString &native)
{
    static const QHash<QString, FieldType> types{
        {u"textarea"_s, FieldType::LongText}, {u"date"_s, FieldType::Date},
        {u"datetime"_s, FieldType::DateTime}, {u"dropdown"_s, FieldType::Enumeration},
        {u"radio"_s, FieldType::Enumeration}, {u"listbox"_s, FieldType::Set},
        {u"checkbox"_s, FieldType::Set},      {u"multiselect"_s, FieldType::Set},
        {u"number"_s, FieldType::Decimal},    {u"currency"_s, FieldType::Decimal}};
    return types.value(native, FieldType::Text); // text, hidden, and the "NULL" of very old fields
}

Result<RemoteEntity> describeKind(Api &api, const Kind &kind, std::stop_token stop)
{
    if (auto open = checkOpen(api, kind, stop); !open)
        return failure(open.error());
    auto custom = customFields(api, kind, stop);
    if (!custom)
        return failure(custom.error());
    RemoteEntity entity;
    entity.name = kind.entity;
    entity.label = labelOf(kind);
    entity.hubEntity = kind.hubEntity;
    entity.fields = standardFields(kind) + *custom;
    if (auto added = addOptions(api, kind, entity, stop); !added)
        return failure(added.error());
    return entity;
}

} // namespace syncline::connectors::activecampaign
