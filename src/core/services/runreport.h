#pragma once

#include "core/services/dashboard.h"

namespace syncline::core {

/// One system and entity of a run: seen = written + equal + left out + conflict + held + failed.
struct ReportLine
{
    QString system, entity;
    int seen = 0, written = 0, equal = 0, leftOut = 0, conflict = 0, held = 0, failed = 0;
    int created = 0, updated = 0, deleted = 0, linked = 0;
    int requests = 0;
    qint64 throttledMs = 0;
};

struct ReportError
{
    QString system, entity, record, field, value, message, remedy, providerMessage;
};

struct RunReport
{
    RunSummary summary;
    QList<ReportLine> lines;
    QList<ReportError> errors; ///< at most a thousand
    int allErrors = 0;
    QString undoes; ///< the run that this one took back
};

Result<RunReport> runReport(Session &session, const QString &run);

} // namespace syncline::core
