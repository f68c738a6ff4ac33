#pragma once

#include "connectors/api/connector.h"
#include "simulation/fakeremote.h"

/// The far end of a CRM in memory: what its server makes of a request that has arrived.
namespace syncline::simulation {

connectors::RemoteRecord shown(FakeRemote &remote, const QString &id);
/// The next page of a listing behind a record id; a stale one is up to half a minute old.
QList<connectors::RemoteRecord> pageOf(FakeRemote &remote, const QString &entity, seconds since, const QString &after,
                                       bool isStale);
connectors::LookUp lookUp(FakeRemote &remote, const QString &entity, const QString &id);
/// Records with this address, firms with this name, as far as the CRM's index knows them.
QStringList holders(const FakeRemote &remote, const QString &entity, const QString &key);
connectors::WriteOutcome carryOut(FakeRemote &remote, const QString &entity,
                                  const connectors::WriteOperation &operation);

} // namespace syncline::simulation
