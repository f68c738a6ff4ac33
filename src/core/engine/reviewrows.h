#pragma once

#include "core/engine/context.h"

namespace syncline::core {

/// What waits for a person, as rows without the run that found it. Ids are the same from run to run.
ReviewItem conflictItem(const EntityContext &context, const Conflict &conflict);
ReviewItem heldItem(const EntityContext &context, const Held &held);
/// A value that the CRM would refuse; `field` is the remote field, "" where a line could not be converted at all.
ReviewItem refusedItem(const EntityContext &context, const Binding &binding, const Op &op, const QString &field,
                       const Value &value, const Error &error);
ReviewItem deleteItem(const EntityContext &context, const QueueEntry &entry);
/// Whether a system has a say in it that takes no part in this run.
bool concernsAbsent(const ReviewItem &item, const EntityContext &context);

QString conflictId(const QString &hub, const QString &field);
QString heldId(const QString &integration, const QString &hub, const QString &remote, const QString &code);
QString deleteId(const QString &hub, const QString &from);

QString conflictCauseName(ConflictCause cause);
QString statusName(Status status);

/// The record of a ledger row.
QString ledgerRecord(const QString &remoteId, const QString &hubId);

QJsonObject errorDocument(const QString &integration, const QString &entity, const QString &record,
                          const QString &field, const QString &value, const Error &error);

} // namespace syncline::core
