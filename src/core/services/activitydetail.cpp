#include "core/engine/operationdocument.h"
#include "core/services/activity.h"
#include "foundation/log.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Activity", text);
}

/// A JSON value as the CRM gets it, as a value to show.
Value shown(const QJsonValue &json)
{
    return json.isUndefined() ? Value::absent() : Value::fromJson(json);
}

ActivityProblem problemOf(const QJsonObject &error)
{
    return {error.value("field"_L1).toString(), redact(error.value("value"_L1).toString()),
            redact(error.value("message"_L1).toString()), redact(error.value("provider_message"_L1).toString()),
            error.value("remedy"_L1).toString()};
}

void readWrite(const OperationRow &row, ActivityDetail &detail)
{
    if (row.integration == hubSystem) {
        const auto changes = hubChanges(row.document);
        for (auto it = changes.begin(); it != changes.end(); ++it)
            detail.sent.append({it.key(), it->before.value, it->after.value});
        return;
    }
    const RemoteWrite write = RemoteWrite::fromJson(row.document);
    for (auto it = write.wire.begin(); it != write.wire.end(); ++it)
        detail.sent.append({it.key(), shown(it->before), shown(it->after)});
    detail.received = write.settled;
    detail.refused = write.refused;
    detail.warnings = write.warnings;
}

} // namespace

Result<ActivityDetail> Activity::detail(const ActivityLine &line)
{
    ActivityDetail detail;
    detail.line = line;
    const auto run = m_session.stores().runs.get(line.run);
    if (!run)
        return failure(run.error());
    if (*run) {
        detail.runKind = (*run)->kind;
        detail.runFinished = (*run)->finishedAt;
    }
    if (!line.isError) {
        const auto row = m_session.stores().runs.operation(line.run, line.seq);
        if (!row)
            return failure(row.error());
        if (*row) {
            detail.reason = redact((*row)->reason);
            readWrite(**row, detail);
        }
    }
    const auto errors = m_session.stores().runs.errors(line.run);
    if (!errors)
        return failure(errors.error());
    for (const QJsonValue &error : *errors) {
        const QString record = error["record"_L1].toString();
        const bool isThis = !record.isEmpty() && (record == line.remoteId || record == u"hub:"_s + line.record);
        const bool isWhat = redact(error["message"_L1].toString()) == line.what;
        if (error["integration"_L1].toString() == line.system && (line.isError ? isThis && isWhat : isThis))
            detail.problems.append(problemOf(error.toObject()));
    }
    return detail;
}

QString ActivityDetail::transcript() const
{
    if (sent.isEmpty() && received.isEmpty() && problems.isEmpty() && refused.isEmpty())
        return tr("Nothing was sent.");
    QStringList lines;
    lines << u"%1 %2 %3"_s.arg(line.kind, line.entity, line.remoteId).trimmed() + u" · " + line.system;
    for (const ChangedField &field : sent)
        lines << u"  %1: %2"_s.arg(field.field, field.after.display());
    if (!received.isEmpty() || !problems.isEmpty() || !refused.isEmpty())
        lines << QString() << tr("Answer");
    for (auto it = received.begin(); it != received.end(); ++it)
        lines << u"  %1: %2"_s.arg(it.key(), it->display());
    for (const QString &field : refused)
        lines << tr("  not taken: %1").arg(field);
    for (const ActivityProblem &problem : problems)
        lines << u"  "_s + (problem.providerMessage.isEmpty() ? problem.message : problem.providerMessage);
    return redact(lines.join(u'\n'));
}

} // namespace syncline::core
