#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// Connects the stand-ins (provider -> address) to an empty workspace and maps them as suggested, so that the first sync
/// is one act away. Error kind Usage: the workspace has integrations already.
Result<void> connectDemo(Session &session, const QMap<QString, QString> &addresses, std::stop_token stop);

} // namespace syncline::core
