#pragma once

#include "core/engine/reader.h"

namespace syncline::core {

/// What a run is about where it is not about everything, by hub entity.
struct Chosen
{
    QMap<QString, QStringList> records;   ///< ids of hub records
    QMap<QString, QList<LinkKey>> places; ///< records of CRMs, linked or not

    QStringList entities() const;
};

/// Sorts hub records and records of CRMs by entity. An entity or a hub record that was asked for and that nothing carries is
/// refused, before anything is read; a record of a CRM whose entity is not mapped is left out.
Result<Chosen> chosenOf(Stores &stores, const Catalog &catalog, const QStringList &entities, const QStringList &records,
                        const QList<LinkKey> &places);

/// Looks at each hub record in every CRM where it is linked, and at each record of a CRM there alone: before something is
/// written to another CRM, what that one holds is looked at anyway. No cursor moves, and nothing counts as missing. An
/// integration that does not answer is down.
Result<void> lookAtChosen(Stores &stores, Reader &reader, const Catalog &catalog,
                          const QMap<QString, EntityContext> &contexts, const Chosen &chosen, Workers &workers,
                          std::stop_token stop);

/// What the chosen records of an entity are now: hub records, and records that nobody is linked to.
struct ChosenNow
{
    QStringList records;
    QList<StrangerRow> strangers;
};
Result<ChosenNow> chosenNow(Stores &stores, const Chosen &chosen, const QString &entity);

} // namespace syncline::core
