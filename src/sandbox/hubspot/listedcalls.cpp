#include "sandbox/hubspot/calls.h"

#include <QJsonArray>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

const QString longAgo = u"2024-01-05T10:00:00Z"_s;

QJsonObject ownerJson(const Owner &owner)
{
    return {{u"id"_s, QString::number(owner.id)},
            {u"email"_s, owner.email},
            {u"firstName"_s, owner.firstName},
            {u"lastName"_s, owner.lastName},
            {u"type"_s, u"PERSON"_s},
            {u"userId"_s, owner.id + 1000},
            {u"userIdIncludingInactive"_s, owner.id + 1000},
            {u"createdAt"_s, longAgo},
            {u"updatedAt"_s, longAgo},
            {u"archived"_s, owner.isArchived}};
}

QJsonObject stageJson(const Stage &stage, int order)
{
    const QJsonObject metadata{{u"isClosed"_s, stage.isClosed ? u"true"_s : u"false"_s},
                               {u"probability"_s, stage.probability}};
    return {{u"id"_s, stage.id},        {u"label"_s, stage.label},
            {u"displayOrder"_s, order}, {u"metadata"_s, metadata},
            {u"createdAt"_s, longAgo},  {u"updatedAt"_s, longAgo},
            {u"archived"_s, false},     {u"writePermissions"_s, u"CRM_PERMISSIONS_ENFORCEMENT"_s}};
}

QJsonObject pipelineJson(const Pipeline &pipeline, int order)
{
    QJsonArray stages;
    for (const Stage &stage : pipeline.stages)
        stages.append(stageJson(stage, int(stages.size())));
    return {{u"id"_s, pipeline.id},    {u"label"_s, pipeline.label}, {u"displayOrder"_s, order}, {u"stages"_s, stages},
            {u"createdAt"_s, longAgo}, {u"updatedAt"_s, longAgo},    {u"archived"_s, false}};
}

} // namespace

std::optional<Response> ownerAnswer(const Store &store, const Call &call)
{
    if (!call.is("GET", 0))
        return std::nullopt;
    const bool isArchive = call.value(u"archived"_s) == "true"_L1;
    QJsonArray results;
    for (const Owner &owner : store.owners()) {
        if (owner.isArchived == isArchive)
            results.append(ownerJson(owner));
    }
    return jsonReply({{u"results"_s, results}});
}

std::optional<Response> pipelineAnswer(const Store &store, const Call &call)
{
    if (!call.is("GET", 1))
        return std::nullopt;
    QJsonArray results;
    if (store.table(call.part(0)) && store.table(call.part(0))->name == "deals"_L1) {
        for (const Pipeline &pipeline : store.pipelines())
            results.append(pipelineJson(pipeline, int(results.size())));
    }
    return jsonReply({{u"results"_s, results}});
}

} // namespace syncline::sandbox::hubspot
