#include "sandbox/hubspot/view.h"

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

QJsonObject recordJson(const Table &table, const Record &record, const QStringList &properties)
{
    QStringList names = properties.isEmpty() ? table.shownByDefault : properties;
    names << u"hs_object_id"_s << u"createdate"_s << table.modifiedName;
    QJsonObject values;
    for (const QString &name : names) {
        if (!table.property(name))
            continue;
        const auto value = table.shown(record, name);
        values.insert(name, value ? QJsonValue(*value) : QJsonValue());
    }
    QJsonObject json{
        {u"id"_s, QString::number(record.id)},
        {u"properties"_s, values},
        {u"createdAt"_s, isoTime(record.created)},
        {u"updatedAt"_s, isoTime(record.modified)},
        {u"archived"_s, record.archived != 0},
        {u"url"_s, u"https://app.hubspot.com/contacts/4711/record/%1/%2"_s.arg(table.typeId).arg(record.id)}};
    if (record.archived != 0)
        json.insert(u"archivedAt"_s, isoTime(record.archived));
    return json;
}

QJsonObject flatRecord(const Table &table, const Record &record)
{
    QJsonObject flat{{u"id"_s, QString::number(record.id)}};
    for (const Property &property : table.properties) {
        if (const auto value = table.shown(record, property.name))
            flat.insert(property.name, *value);
    }
    return flat;
}

void addPaging(QJsonObject &body, const QString &after)
{
    const QJsonObject next{{u"after"_s, after}, {u"link"_s, QString(u"?after="_s + after)}};
    body.insert(u"paging"_s, QJsonObject{{u"next"_s, next}});
}

} // namespace syncline::sandbox::hubspot
