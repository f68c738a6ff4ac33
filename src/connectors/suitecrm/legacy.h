#pragma once

#include "connectors/api/connector.h"
#include "connectors/suitecrm/site.h"

/// The old v4.1 API as an optional helper: it may be blocked, so every failure is silent
/// (docs/crm/suitecrm.md, section 12).
namespace syncline::connectors::suitecrm {

struct ServerInfo
{
    QString version; ///< "7.14.6"
};
/// Answers without signing in; nullopt where the site does not offer it.
std::optional<ServerInfo> serverInfo(Site &site, std::stop_token stop);

/// Fills labels and option lists of the entities, if the account has a user name and a password.
void addLabels(Site &site, QList<RemoteEntity> &entities, std::stop_token stop);

} // namespace syncline::connectors::suitecrm
