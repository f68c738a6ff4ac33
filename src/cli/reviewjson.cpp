#include "cli/reviewjson.h"

#include "core/engine/reports.h"

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

/// A group as an object of its parts.
QJsonValue shownValue(const Value &value)
{
    if (!value.isGroup())
        return value.toJson();
    QJsonObject object;
    const auto parts = value.parts();
    for (auto it = parts.begin(); it != parts.end(); ++it)
        object.insert(it.key(), it->toJson());
    return object;
}

} // namespace

QJsonObject toJson(const core::ConflictCase &conflict)
{
    QJsonArray sides;
    for (const auto &side : conflict.sides) {
        sides.append(
            QJsonObject{{u"system"_s, side.system},
                        {u"base"_s, side.base.isAbsent() ? QJsonValue() : shownValue(side.base)},
                        {u"value"_s, shownValue(side.value)},
                        {u"changed_at"_s, side.changedAt ? QJsonValue(core::isoTime(*side.changedAt)) : QJsonValue()},
                        {u"by"_s, side.by}});
    }
    return {{u"id"_s, conflict.id},
            {u"entity"_s, conflict.entity},
            {u"record"_s, conflict.record},
            {u"field"_s, conflict.field},
            {u"sides"_s, sides},
            {u"cause"_s, conflict.cause}};
}

QJsonObject toJson(const core::HeldDelete &held)
{
    QJsonArray sight;
    for (const core::SightRow &row : held.sight)
        sight.append(QJsonObject{{u"place"_s, row.place}, {u"field"_s, row.field}, {u"value"_s, row.value}});
    return {{u"id"_s, held.id},
            {u"entity"_s, held.entity},
            {u"record"_s, held.record},
            {u"from"_s, held.from},
            {u"permit"_s, held.permit},
            {u"edited_elsewhere"_s, held.editedElsewhere},
            {u"released"_s, held.released},
            {u"sight"_s, sight}};
}

QJsonObject toJson(const core::HeldRecord &held)
{
    QJsonObject json{{u"id"_s, held.id},
                     {u"entity"_s, held.entity},
                     {u"record"_s, held.record},
                     {u"integration"_s, held.integration},
                     {u"remote_id"_s, held.remoteId},
                     {u"code"_s, held.code},
                     {u"reason"_s, held.reason}};
    if (held.remedy)
        json.insert(u"remedy"_s, *held.remedy);
    if (held.field)
        json.insert(u"field"_s, *held.field);
    if (held.value)
        json.insert(u"value"_s, held.value->toJson());
    return json;
}

} // namespace syncline::cli
