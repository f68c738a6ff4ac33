#pragma once

#include "core/engine/catalog.h"
#include "core/engine/planning.h"

namespace syncline::core {

/// Step 8: a run's report, made from what stands in the workspace. The ledger closes: for each integration and entity
/// seen = written + equal + left out + conflict + held + failed (S-30).
class Reports
{
public:
    explicit Reports(Stores &stores) : m_stores(stores) {}

    using Equal = QMap<QString, EqualCounts>; ///< entity -> integration id -> pairs
    using Traffic = QMap<QPair<QString, QString>, connectors::Connector::Traffic>; ///< (integration id, entity)
    Result<QJsonObject> make(const RunRow &run, const Catalog &catalog, const Equal &equal, const Traffic &traffic,
                             const QStringList &guards, const std::optional<Error> &worst);
    /// The counts of a stored plan that is carried out later.
    Result<void> restore(const RunRow &run, Equal &equal);

    static QStringList guardsOf(const RunRow &run);
    static int failed(const QJsonObject &report); ///< pairs that failed

    /// `sync --json` and `runs show --json` (design.md); with operations where asked.
    Result<QJsonObject> document(const RunRow &run, const Catalog &catalog, bool withOperations);
    Result<QJsonArray> operations(const QString &run, const Catalog &catalog);

private:
    Result<QJsonArray> errors(const RunRow &run, const Catalog &catalog);
    Result<QString> nameOfRecord(const QJsonObject &error, const Catalog &catalog);
    Stores &m_stores;
};

QString isoTime(Millis time);

} // namespace syncline::core
