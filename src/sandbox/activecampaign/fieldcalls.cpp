#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualMetadataLimit = 20; ///< the reference says 100, people have seen 20

/// Custom fields of contacts.
std::optional<Response> fieldsAnswer(Store &store, const Call &call)
{
    if (call.is("GET", 1)) {
        Listing listing = paged(allRows(store.fields), call, usualMetadataLimit);
        QJsonArray fields, options, relations;
        for (const Row *row : std::as_const(listing.rows)) {
            const int id = row->value("id"_L1).toInt();
            QJsonArray optionIds, relationIds;
            for (const Row *option : ownedRows(store.fieldOptions, id)) {
                options.append(shown(*option));
                optionIds.append(shown(*option)["id"_L1]);
            }
            for (const Row *relation : ownedRows(store.fieldRels, id)) {
                relations.append(shown(*relation));
                relationIds.append(shown(*relation)["id"_L1]);
            }
            QJsonObject field = shown(*row);
            field.insert(u"options"_s, optionIds);
            field.insert(u"relations"_s, relationIds);
            fields.append(field);
        }
        QJsonObject object = collection(u"fields"_s, listing);
        object.insert(u"fields"_s, fields);
        object.insert(u"fieldOptions"_s, options);
        object.insert(u"fieldRels"_s, relations);
        return jsonReply(object);
    }
    if (!call.is("POST", 1))
        return std::nullopt;
    const QJsonObject body = call.body["field"_L1].toObject();
    const QString title = textOf(body["title"_L1]);
    if (title.isEmpty())
        return refusal(u"The title was not provided."_s, u"field_missing"_s, u"title"_s);
    for (const auto &[id, row] : store.fields.rows()) {
        if (row["title"_L1].toString() == title)
            return refusal(u"The title already exists."_s, u"duplicate"_s, u"title"_s);
    }
    QString tag = title.toUpper();
    tag.replace(u' ', u'_');
    const int id = store.fields.insert({{u"title"_s, title},
                                        {u"descript"_s, textOf(body["descript"_L1])},
                                        {u"type"_s, textOf(body["type"_L1])},
                                        {u"isrequired"_s, u"0"_s},
                                        {u"perstag"_s, tag},
                                        {u"defval"_s, QJsonValue::Null},
                                        {u"visible"_s, u"1"_s},
                                        {u"ordernum"_s, int(store.fields.size()) + 1},
                                        {u"cdate"_s, qint64(store.now())},
                                        {u"udate"_s, qint64(store.now())},
                                        {u"links"_s, QJsonArray()}});
    return jsonReply({{u"field"_s, shown(*store.fields.find(id))}}, 201);
}

std::optional<Response> optionsAnswer(Store &store, const Call &call)
{
    if (!call.is("POST", 2) || call.part(1) != "bulk"_L1)
        return std::nullopt;
    const QJsonArray wanted = call.body["fieldOptions"_L1].toArray();
    if (wanted.isEmpty())
        return jsonReply({{u"errors"_s, u"There are no options."_s}}, 422); // a text here, not a list
    QJsonArray made;
    for (const QJsonValue &entry : wanted) {
        const int id = store.fieldOptions.insert({{u"field"_s, intOf(entry["field"_L1])},
                                                  {u"value"_s, textOf(entry["value"_L1])},
                                                  {u"label"_s, textOf(entry["label"_L1])},
                                                  {u"orderid"_s, intOf(entry["orderid"_L1])},
                                                  {u"isdefault"_s, u"0"_s}});
        made.append(shown(*store.fieldOptions.find(id)));
    }
    return jsonReply({{u"fieldOptions"_s, made}}, 201);
}

std::optional<Response> relationsAnswer(Store &store, const Call &call)
{
    if (!call.is("POST", 1))
        return std::nullopt;
    const QJsonObject body = call.body["fieldRel"_L1].toObject();
    const int id = store.fieldRels.insert(
        {{u"field"_s, intOf(body["field"_L1])}, {u"relid"_s, intOf(body["relid"_L1])}});
    return jsonReply({{u"fieldRel"_s, shown(*store.fieldRels.find(id))}}, 201);
}

Response valuesAnswer(const Store &store, const Call &call)
{
    const QString field = call.filter(u"fieldid"_s), value = call.filter(u"val"_s);
    QList<const Row *> rows;
    for (const auto &[id, row] : store.fieldValues.rows()) {
        if ((field.isEmpty() || row["field"_L1].toInt() == field.toInt())
            && (value.isEmpty() || row["value"_L1].toString() == value))
            rows.append(&row);
    }
    return jsonReply(collection(u"fieldValues"_s, paged(rows, call)));
}

/// Custom fields of accounts.
std::optional<Response> accountFieldsAnswer(Store &store, const Call &call)
{
    if (call.is("GET", 1))
        return jsonReply(
            collection(u"accountCustomFieldMeta"_s, paged(allRows(store.accountFields), call, usualMetadataLimit)));
    if (!call.is("POST", 1))
        return std::nullopt;
    Row row = call.body["accountCustomFieldMetum"_L1].toObject();
    if (textOf(row["fieldLabel"_L1]).isEmpty())
        return refusal(u"The label was not provided."_s, u"field_missing"_s, u"fieldLabel"_s);
    row.insert(u"createdTimestamp"_s, qint64(store.now()));
    row.insert(u"updatedTimestamp"_s, qint64(store.now()));
    const int id = store.accountFields.insert(row);
    return jsonReply({{u"accountCustomFieldMetum"_s, shown(*store.accountFields.find(id))}}, 201);
}

Response accountValuesAnswer(const Store &store, const Call &call)
{
    const QString account = call.filter(u"customerAccountId"_s);
    const auto rows = account.isEmpty() ? allRows(store.accountValues)
                                        : ownedRows(store.accountValues, account.toInt());
    const Listing listing = paged(rows, call);
    QJsonArray array;
    for (const Row *row : listing.rows) { // some numbers stay numbers here
        QJsonObject object = shown(*row);
        for (const QString &key : {u"accountId"_s, u"customFieldId"_s})
            object.insert(key, row->value(key));
        array.append(object);
    }
    QJsonObject object = collection(u"accountCustomFieldData"_s, listing);
    object.insert(u"accountCustomFieldData"_s, array);
    return jsonReply(object);
}

} // namespace

std::optional<Response> fieldAnswer(Store &store, const Call &call)
{
    const QString area = call.part(0);
    if (area == "fields"_L1)
        return fieldsAnswer(store, call);
    if (area == "fieldOption"_L1)
        return optionsAnswer(store, call);
    if (area == "fieldRels"_L1)
        return relationsAnswer(store, call);
    if (area == "fieldValues"_L1 && call.is("GET", 1))
        return valuesAnswer(store, call);
    if (area == "accountCustomFieldMeta"_L1)
        return accountFieldsAnswer(store, call);
    if (area == "accountCustomFieldData"_L1 && call.is("GET", 1))
        return accountValuesAnswer(store, call);
    return std::nullopt;
}

} // namespace syncline::sandbox::activecampaign
