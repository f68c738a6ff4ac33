#include "connectors/common/outcomes.h"

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

} // namespace syncline::connectors
