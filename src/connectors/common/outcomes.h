#pragma once

#include "connectors/api/connector.h"

/// What a failed request says of the write that it was for.
namespace syncline::connectors {

/// No answer came.
WriteOutcome::Status statusWithoutAnswer(const Error &error);
/// The CRM itself refused, with a failure of this kind.
WriteOutcome::Status statusOfRefusal(ErrorKind kind);

/// Fields that were written with success and still show what they showed before: the CRM does not take them.
QStringList unchangedFields(const RemoteEntity &entity, const QMap<QString, Value> &predicted,
                            const QMap<QString, Value> &before, const QMap<QString, Value> &now);

} // namespace syncline::connectors
