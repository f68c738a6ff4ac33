#include "connectors/hubspot/hubspotlists.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

const QByteArray listsPath = "/crm/v3/lists"; ///< has no dated version yet
const QString contactType = u"0-1"_s, listsType = u"lists"_s;
constexpr int listsPerPage = 500, recordsPerRequest = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Lists", text);
}

/// `additionalProperties` and `offset` are demanded by the description of the call.
QJsonObject searchBody(qint64 offset)
{
    return {{u"query"_s, QString()},
            {u"objectTypeId"_s, contactType},
            {u"processingTypes"_s, QJsonArray{u"MANUAL"_s, u"SNAPSHOT"_s}},
            {u"additionalProperties"_s, QJsonArray()},
            {u"count"_s, listsPerPage},
            {u"offset"_s, offset}};
}

/// HubSpot may find others as well: a type that it does not understand is no condition.
bool isFilledByPeople(JsonView list)
{
    const QString type = list["processingType"].text();
    return list["objectTypeId"].text() == contactType && (type == "MANUAL"_L1 || type == "SNAPSHOT"_L1);
}

} // namespace

bool isListsField(const RemoteField &field)
{
    return field.nativeType == listsType;
}

Result<std::optional<RemoteField>> Lists::field(std::stop_token stop)
{
    RemoteField field;
    field.name = listsField;
    field.label = tr("Lists");
    field.type = FieldType::Set;
    field.nativeType = listsType;
    for (qint64 offset = 0;;) {
        const auto answer = m_api.ask(listsPath + "/search", searchBody(offset), stop);
        if (!answer)
            return failure(answer.error());
        const JsonView lists = answer->root()["lists"];
        if (!answer->isSuccess() || !lists.isArray()) {
            const Error error = m_api.refusal(*answer, tr("The lists of contacts"));
            if (error.kind == ErrorKind::Permission || error.kind == ErrorKind::NotFound)
                return std::optional<RemoteField>();
            return failure(error);
        }
        for (const JsonView list : lists) {
            if (isFilledByPeople(list))
                field.options.append({list["listId"].text(), list["name"].text()});
        }
        const qint64 next = offset + lists.size();
        if (!answer->root()["hasMore"].toBool() || next == offset)
            return std::optional(field);
        offset = next;
    }
}

Result<int> Lists::fill(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                        std::stop_token stop)
{
    const RemoteField *field = entity.field(listsField);
    if (!field || !isListsField(*field) || !fields.contains(listsField))
        return 0;
    int requests = 0;
    for (qsizetype from = 0; from < records.size(); from += recordsPerRequest) {
        const auto sent = fillPart(*field, records, from, stop);
        if (!sent)
            return sent;
        requests += *sent;
    }
    return requests;
}

Result<int> Lists::fillPart(const RemoteField &field, QList<RemoteRecord> &records, qsizetype from,
                            std::stop_token stop)
{
    const qsizetype end = std::min<qsizetype>(records.size(), from + recordsPerRequest);
    QJsonArray inputs;
    for (qsizetype i = from; i < end; ++i)
        inputs.append(QJsonObject{{u"objectTypeId"_s, contactType}, {u"recordId"_s, records[i].id}});
    const QString about = tr("The lists that contacts are on");
    const auto answer = m_api.ask(listsPath + "/records/memberships/batch/read", {{u"inputs"_s, inputs}}, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView results = answer->root()["results"];
    if (!answer->isSuccess() || !results.isArray())
        return failure(m_api.refusal(*answer, about));
    for (const JsonView error : answer->root()["errors"]) {
        const Refusal refusal = readRefusal(error); // of one that was deleted meanwhile
        if (kindOf(refusal, 207) != ErrorKind::NotFound)
            return failure(m_api.refusal(refusal, answer->response.status, about));
    }
    QHash<QString, QStringList> lists;
    for (const JsonView result : results) {
        for (const JsonView membership : result["recordListMemberships"]) {
            const QString list = membership["listId"].text();
            if (std::ranges::find(field.options, list, &Option::value) != field.options.end())
                lists[result["recordId"].text()].append(list);
        }
    }
    for (qsizetype i = from; i < end; ++i)
        records[i].fields.insert(listsField, Value::set(lists.value(records[i].id)));
    return 1;
}

Result<QStringList> Lists::change(const QString &list, const Change &change, std::stop_token stop)
{
    HttpRequest request;
    request.method = "PUT";
    request.path = listsPath + '/' + encodeComponent(list) + "/memberships/add-and-remove";
    request.body = QJsonDocument(QJsonObject{{u"recordIdsToAdd"_s, QJsonArray::fromStringList(change.added)},
                                             {u"recordIdsToRemove"_s, QJsonArray::fromStringList(change.removed)}})
                       .toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.repeat = Repeat::Once;
    const auto answer = m_api.send(std::move(request), stop);
    if (!answer)
        return failure(answer.error());
    if (!answer->isSuccess()) {
        Error error = m_api.refusal(*answer, tr("The list %1 of contacts").arg(list));
        error.outcomeUnknown = answer->response.status >= 500;
        return failure(std::move(error));
    }
    QStringList missing;
    for (const JsonView id : answer->root()["recordIdsMissing"])
        missing.append(id.text());
    return missing;
}

} // namespace syncline::connectors::hubspot
