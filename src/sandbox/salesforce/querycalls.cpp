#include "sandbox/salesforce/calls.h"
#include "sandbox/salesforce/soql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

constexpr int smallestBatch = 200, largestBatch = 2000;

/// What the caller wishes; it may get less.
int rowsInPage(const Settings &settings, const Request &request)
{
    const QByteArray wish = request.header("Sforce-Query-Options");
    const int asked = wish.startsWith("batchSize=") ? wish.mid(10).toInt() : largestBatch;
    return std::min(std::clamp(asked, smallestBatch, largestBatch), settings.rowsInPage);
}

QJsonObject rowOf(const Table &table, const Record &record, const QStringList &fields)
{
    QJsonObject row{{u"attributes"_s,
                     QJsonObject{{u"type"_s, table.name},
                                 {u"url"_s, QString(dataPath + u"sobjects/"_s + table.name + u'/' + record.id)}}}};
    for (const QString &name : fields)
        row.insert(name, table.shown(record, name));
    return row;
}

Response page(Org org, const Cursors::Rest &all, const Request &request)
{
    const Table &table = *org.store.table(all.object);
    const int rows = rowsInPage(org.settings, request);
    QJsonArray records;
    for (const QString &id : all.ids.first(std::min<qsizetype>(rows, all.ids.size()))) {
        if (const Record *record = table.find(id)) // erased meanwhile: it falls out
            records.append(rowOf(table, *record, all.fields));
    }
    const bool isDone = all.ids.size() <= rows;
    QJsonObject body{{u"totalSize"_s, all.total}, {u"done"_s, isDone}, {u"records"_s, records}};
    if (!isDone) {
        const QString locator = u"0r8gL%1-%2"_s.arg(org.cursors.next++).arg(rows);
        org.cursors.rests.insert(locator, {all.object, all.fields, all.ids.mid(rows), all.total});
        body.insert(u"nextRecordsUrl"_s, QString(dataPath + u"query/"_s + locator));
    }
    return jsonReply(body);
}

} // namespace

std::optional<Response> queryAnswer(Org org, const Call &call)
{
    if (call.is("GET", 2)) {
        const auto rest = org.cursors.rests.constFind(call.part(1));
        if (rest == org.cursors.rests.cend() || org.settings.losesLocators)
            return troubleReply({400, u"INVALID_QUERY_LOCATOR"_s, u"invalid query locator"_s, {}});
        const Cursors::Rest known = *rest;
        return page(org, known, call.request);
    }
    if (!call.is("GET", 1))
        return std::nullopt;
    const Parsed parsed = parseSoql(call.value(u"q"_s), org.store, org.settings);
    if (parsed.trouble)
        return troubleReply(*parsed.trouble);
    const QStringList ids = selected(parsed.soql, call.part(0) == "queryAll"_L1);
    return page(org, {parsed.soql.table->name, parsed.soql.fields, ids, ids.size()}, call.request);
}

} // namespace syncline::sandbox::salesforce
