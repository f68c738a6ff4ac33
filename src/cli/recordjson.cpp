#include "cli/recordjson.h"

#include "core/engine/operationdocument.h"
#include "core/engine/reports.h"
#include "core/workspace/documents.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

QJsonValue timeOrNull(const std::optional<core::Millis> &time)
{
    return time ? QJsonValue(core::isoTime(*time)) : QJsonValue();
}

} // namespace

QJsonObject toJson(const core::RecordSummary &record)
{
    QJsonObject fields;
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it)
        fields.insert(it.key(), it->isList() ? it->toJson()["$list"_L1] : it->toJson());
    QJsonArray links;
    for (const core::RecordLink &link : record.links)
        links.append(QJsonObject{
            {u"integration"_s, link.integration}, {u"entity"_s, link.entity}, {u"remote_id"_s, link.remoteId}});
    return {{u"id"_s, record.id},
            {u"state"_s, core::hubStateName(record.state)},
            {u"fields"_s, fields},
            {u"links"_s, links}};
}

QJsonObject toJson(const core::RecordDetail &record)
{
    QJsonObject json = toJson(static_cast<const core::RecordSummary &>(record));
    QJsonObject provenance;
    for (auto it = record.provenance.begin(); it != record.provenance.end(); ++it) {
        const auto at = it->at ? std::optional(*it->at * 1000) : std::nullopt;
        provenance.insert(it.key(), QJsonObject{{u"by"_s, it->author}, {u"at"_s, timeOrNull(at)}});
    }
    QJsonArray sides;
    for (const core::RecordLink &link : record.sides) {
        sides.append(QJsonObject{{u"integration"_s, link.integration},
                                 {u"entity"_s, link.entity},
                                 {u"remote_id"_s, link.remoteId},
                                 {u"state"_s, core::linkStateName(link.state)},
                                 {u"values"_s, core::valuesToJson(link.values)}});
    }
    json.insert(u"provenance"_s, provenance);
    json.insert(u"sides"_s, sides);
    json.insert(u"created_at"_s, core::isoTime(record.createdAt));
    json.insert(u"updated_at"_s, core::isoTime(record.updatedAt));
    return json;
}

QJsonObject toJson(const core::WhyAnswer &answer)
{
    QJsonArray history, acts;
    for (const core::RecordStep &step : answer.history) {
        history.append(QJsonObject{{u"run"_s, step.operation.run},
                                   {u"system"_s, step.system},
                                   {u"kind"_s, step.operation.kind},
                                   {u"fields"_s, core::displayFields(step.operation)},
                                   {u"reason"_s, step.operation.reason},
                                   {u"outcome"_s, step.operation.outcome},
                                   {u"detail"_s, step.operation.detail}});
    }
    for (const core::AuditEntry &entry : answer.acts) {
        acts.append(QJsonObject{{u"at"_s, core::isoTime(entry.at)},
                                {u"by"_s, entry.actor},
                                {u"action"_s, entry.action},
                                {u"run"_s, entry.run},
                                {u"details"_s, entry.document}});
    }
    return {{u"entity"_s, answer.entity},
            {u"record"_s, answer.record},
            {u"field"_s, answer.field},
            {u"value"_s, answer.value.isReadable() ? answer.value.toJson() : QJsonValue()},
            {u"by"_s, answer.by},
            {u"at"_s, timeOrNull(answer.at)},
            {u"sentence"_s, answer.sentence},
            {u"history"_s, history},
            {u"acts"_s, acts}};
}

} // namespace syncline::cli
