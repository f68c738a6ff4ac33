#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// What became of some records in each CRM (Y10).
struct CarriedToCrms
{
    struct Place
    {
        QString integration, entity, record, kind, outcome; ///< kind: create, update, …; outcome as in a report
    };
    QString run, status; ///< "" where there was nothing to carry
    QList<Place> places;
    QJsonObject report;
    std::optional<Error> worst;
};

/// Those of the records whose entity some integration has mapped: a run refuses what nothing carries.
Result<QStringList> mappedRecords(Session &session, const QStringList &records);

/// Brings these records into step in every connected CRM, and only these.
Result<CarriedToCrms> carryToCrms(Session &session, const QStringList &records, const QString &actor,
                                  std::stop_token stop);

} // namespace syncline::core
