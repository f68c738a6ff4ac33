#include "core/services/people.h"

#include "core/engine/operationdocument.h"
#include "core/engine/reports.h"
#include "core/services/recordtypes.h"
#include "core/workspace/documents.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QJsonObject toJson(const AuditEntry &entry)
{
    return {{u"at"_s, isoTime(entry.at)},
            {u"by"_s, entry.actor},
            {u"action"_s, entry.action},
            {u"field"_s, entry.field},
            {u"what"_s, entry.document}};
}

QJsonObject toJson(const OperationRow &operation)
{
    return {
        {u"run"_s, operation.run},         {u"kind"_s, operation.kind},     {u"remote_id"_s, operation.remoteId},
        {u"outcome"_s, operation.outcome}, {u"reason"_s, operation.reason}, {u"fields"_s, displayFields(operation)}};
}

QJsonObject toJson(const PersonRecord &record)
{
    return {{u"integration"_s, record.system},
            {u"entity"_s, record.key.remoteEntity},
            {u"remote_id"_s, record.key.remoteId},
            {u"fields"_s, valuesToJson(record.values)}};
}

} // namespace

/// A record here with where each of its values comes from, and everything that was done to it.
Result<QJsonObject> People::storyOf(const HubRow &hub)
{
    const auto operations = m_session.stores().runs.ofHub(hub.id);
    const auto acts = m_session.stores().review.auditOf(hub.id);
    if (!operations || !acts)
        return failure(operations ? acts.error() : operations.error());
    QJsonArray history, byPeople;
    for (const OperationRow &operation : *operations)
        history.append(toJson(operation));
    for (const AuditEntry &entry : *acts)
        byPeople.append(toJson(entry));
    return QJsonObject{{u"id"_s, hub.id},
                       {u"entity"_s, hub.entity},
                       {u"state"_s, hubStateName(hub.state)},
                       {u"fields"_s, hubFieldsToJson(hub.fields)},
                       {u"history"_s, history},
                       {u"acts"_s, byPeople}};
}

Result<QByteArray> People::exported(const PersonFile &file)
{
    if (auto allowed = m_session.need(Role::Operator); !allowed)
        return failure(allowed.error());
    QJsonArray here, there;
    for (const HubRow &hub : file.people + file.activities) {
        const auto story = storyOf(hub);
        if (!story)
            return failure(story.error());
        here.append(*story);
    }
    for (const PersonRecord &record : file.records)
        there.append(toJson(record));
    const QJsonObject document{{u"person"_s, file.sought},
                               {u"exported_at"_s, isoTime(m_session.clock().now().count())},
                               {u"workspace"_s, here},
                               {u"crms"_s, there},
                               {u"not_asked"_s, QJsonArray::fromStringList(file.unasked)}};
    return QJsonDocument(document).toJson();
}

} // namespace syncline::core
