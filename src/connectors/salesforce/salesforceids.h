#pragma once

#include <QString>

namespace syncline::connectors::salesforce {

/// The 18-character form of an id, which is unique without regard to case; "" for what is no id of 15 or 18 characters.
/// Salesforce delivers the long form nearly everywhere and the short one in texts.
QString longId(const QString &id);

} // namespace syncline::connectors::salesforce
