#pragma once

#include "connectors/api/connector.h"

/// What a failed request says of the write that it was for.
namespace syncline::connectors {

/// No answer came.
WriteOutcome::Status statusWithoutAnswer(const Error &error);
/// The CRM itself refused, with a failure of this kind.
WriteOutcome::Status statusOfRefusal(ErrorKind kind);

} // namespace syncline::connectors
