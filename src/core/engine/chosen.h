#pragma once

#include "core/engine/reader.h"

namespace syncline::core {

/// Hub entity -> ids of the hub records that a person asked to sync now.
using ChosenRecords = QMap<QString, QStringList>;

/// Sorts the records by entity. An entity or a record that was asked for and that nothing carries is refused, before
/// anything is read.
Result<ChosenRecords> chosenRecords(Stores &stores, const Catalog &catalog, const QStringList &entities,
                                    const QStringList &records);

/// Looks at each record in every CRM where it is linked. No cursor moves, nothing counts as missing, no stranger is
/// matched. An integration that does not answer is down.
Result<void> lookAtChosen(Stores &stores, Reader &reader, const Catalog &catalog,
                          const QMap<QString, EntityContext> &contexts, const ChosenRecords &chosen,
                          std::stop_token stop);

} // namespace syncline::core
