#pragma once

#include "core/engine/operationdocument.h"
#include "core/engine/parts.h"

namespace syncline::core {

/// A relation whose other end has no link in an integration: kept, counted, and looked at again when it gets one (S-34).
struct WaitingRelation
{
    QString hubId;        ///< of the record that refers
    QString system;       ///< integration as the planner names it
    QString record;       ///< of the ledger
    QString refers;       ///< hub entity that is referred to
    QString target;       ///< hub id, or remote entity and id joined by a slash
    bool intoHub = false; ///< the CRM refers to a record that is not linked; else the other way round
};

/// Takes what cannot be sent yet out of the plan's writes.
QList<WaitingRelation> takeWaiting(Plan &plan, const EntityContext &context);
/// References of the part's remote records that say nothing to the hub yet.
QList<WaitingRelation> waitingInCrms(const Part &part, const Plan &plan, const EntityContext &context);
/// Records what waits of the part's hub records, and nothing else of them; a ledger row for each.
Result<void> storeWaiting(Stores &stores, const QString &run, const Part &part, const EntityContext &context,
                          const QList<WaitingRelation> &waiting);

/// Every link, there or planned, that planning the part looks at because its records refer to it; in a fixed order.
QList<LinkedPair> referencesOf(const Part &part, const EntityContext &context);

/// The entity of a relation's rows in the ledger: "contact→company".
QString relationName(const QString &entity, const QString &refers);
bool isRelation(const QString &ledgerEntity);

/// Gives references in a planned write the ids that their records have by now. Fields with one that has none, such as a
/// record whose create was not answered, are left out: false. They have to be looked at again.
bool fillPlaceholders(RemoteWrite &write, const Binding &binding, const connectors::Connector &connector);

} // namespace syncline::core
