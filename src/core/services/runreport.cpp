#include "core/services/runreport.h"

#include "core/engine/reports.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int errorsShown = 1000;

ReportLine lineOf(const QJsonValue &json)
{
    ReportLine line;
    line.system = json["integration"_L1].toString();
    line.entity = json["entity"_L1].toString();
    line.seen = json["seen"_L1].toInt();
    line.written = json["written"_L1].toInt();
    line.equal = json["equal"_L1].toInt();
    line.leftOut = json["left_out"_L1].toInt();
    line.conflict = json["conflict"_L1].toInt();
    line.held = json["held"_L1].toInt();
    line.failed = json["failed"_L1].toInt();
    line.created = json["created"_L1].toInt();
    line.updated = json["updated"_L1].toInt();
    line.deleted = json["deleted"_L1].toInt();
    line.linked = json["linked"_L1].toInt();
    line.requests = json["requests"_L1].toInt();
    line.throttledMs = json["throttled_ms"_L1].toInteger();
    return line;
}

ReportError errorOf(const QJsonValue &json)
{
    return {json["integration"_L1].toString(), json["entity"_L1].toString(),          json["record"_L1].toString(),
            json["field"_L1].toString(),       json["value"_L1].toString(),           json["message"_L1].toString(),
            json["remedy"_L1].toString(),      json["provider_message"_L1].toString()};
}

} // namespace

Result<RunReport> runReport(Session &session, const QString &run)
{
    const auto row = session.stores().runs.get(run);
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("syncline::core::RunReport", "This run is not in the history."));
    RunReport report;
    report.summary = summaryOf(**row);
    report.undoes = (*row)->undoes;
    for (const QJsonValue &line : (*row)->report.value("ledger"_L1).toArray())
        report.lines.append(lineOf(line));
    for (const QJsonValue &problem : (*row)->report.value("problems"_L1).toArray())
        report.errors.append(errorOf(problem));
    const auto errors = session.stores().runs.errors(run);
    if (!errors)
        return failure(errors.error());
    report.allErrors = int(report.errors.size() + errors->size());
    for (const QJsonValue &error : *errors) {
        if (report.errors.size() >= errorsShown)
            break;
        report.errors.append(errorOf(error));
    }
    return report;
}

} // namespace syncline::core
