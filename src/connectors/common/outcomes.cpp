#include "connectors/common/outcomes.h"

#include "foundation/canonical.h"

namespace syncline::connectors {

using Status = WriteOutcome::Status;

Status statusWithoutAnswer(const Error &error)
{
    return error.outcomeUnknown ? Status::Unknown : Status::NotSent;
}

Status statusOfRefusal(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Permission:
        return Status::Forbidden;
    case ErrorKind::NotFound:
        return Status::NotFound;
    case ErrorKind::Validation:
    case ErrorKind::Conflict:
        return Status::Refused;
    case ErrorKind::Authentication:
    case ErrorKind::RateLimit:
    case ErrorKind::Network:
    case ErrorKind::Server:
    case ErrorKind::Usage:
    case ErrorKind::Storage:
    case ErrorKind::Guard:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return Status::NotSent;
}

QStringList unchangedFields(const RemoteEntity &entity, const QMap<QString, Value> &predicted,
                            const QMap<QString, Value> &before, const QMap<QString, Value> &now)
{
    QStringList names;
    for (auto it = predicted.begin(); it != predicted.end(); ++it) {
        const FieldType type = entity.field(it.key())->type;
        const Value seen = now.value(it.key()), old = before.value(it.key());
        if (seen.isReadable() && old.isReadable() && same(type, seen, old) && !same(type, seen, *it))
            names.append(it.key());
    }
    return names;
}

} // namespace syncline::connectors
