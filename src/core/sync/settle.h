#pragma once

#include "core/sync/types.h"

namespace syncline::core {

/// What a read, an answer, a re-read or a person's decision does to a link. Pure functions over values.

enum class FieldOutcome { Arrived, ChangedByCrm, Refused, NotShown };

/// S-3, S-25: a remote record as read. Absent fields change nothing; an open first look after our write is closed.
void observe(Link &link, const System &system, const Policies &policies, const QMap<QString, Value> &fields,
             std::optional<Seconds> mtime, const QMap<QString, Seconds> &times);

/// S-4: the answer to our own write; only the fields that were sent get a base. Updates the link.
QMap<QString, FieldOutcome> settleWrite(Link &link, const System &system, const Policies &policies,
                                        const QMap<QString, Sent> &sent, const QMap<QString, Value> &answer);
/// After a create: what is blank on both sides is agreed, nothing counts as replaced.
void settleBlanks(Link &link, const System &system, const HubRecord &hub);
/// S-23: the CRM refused these fields by name.
void settleRefused(Link &link, const System &system, const Policies &policies, const QMap<QString, Sent> &sent,
                   const QStringList &mapIds);
/// S-21: the answer was lost; this is what the record shows now. True: the intent can be closed.
bool settleReread(Link &link, const System &system, const Policies &policies, const QMap<QString, Sent> &sent,
                  const QMap<QString, Value> &nowThere, bool waited, bool ours);

/// S-8: a person's answer. `seen`: place ("hub" or "integration/remote id") -> value shown. False: the hub moved
/// meanwhile, ask again; nothing is changed then.
bool resolve(HubRecord &record, QList<Link> &links, const QMap<QString, System> &systems, const Policies &policies,
             const QString &field, const Value &value, const QMap<QString, Value> &seen, Seconds at);

/// S-20: it appeared while the outcome of a create is unknown, and nothing says that somebody else made it.
bool maybeOurs(const Snapshot &snapshot, const Stranger &stranger);
/// S-20: does this record show what the create sent, and nothing else?
bool showsCreate(const System &system, const Policies &policies, const Intent &intent,
                 const QMap<QString, Value> &there);

} // namespace syncline::core
