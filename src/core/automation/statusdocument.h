#pragma once

#include "core/services/session.h"

#include <QJsonObject>

namespace syncline::core {

/// Health, statistics and what comes next as one document for other programs (V10): `status --json`, GET /status.
Result<QJsonObject> statusDocument(Session &session);

} // namespace syncline::core
