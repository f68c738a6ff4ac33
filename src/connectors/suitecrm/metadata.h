#pragma once

#include "connectors/api/connector.h"
#include "foundation/json.h"

/// The modules that are synced, and what SuiteCRM tells about their fields (docs/crm/suitecrm.md, section 12).
namespace syncline::connectors::suitecrm {

struct Module
{
    QString name; ///< "Contacts"
    QString hubEntity;
    bool oneAddressEach = false; ///< two records with the same e-mail address would be duplicates
};

const QList<Module> &modules();
const Module *findModule(const QString &name);

/// The entity from the `attributes` of /meta/fields/{Module}. There are no labels and options in V8: labels are made
/// from the names, option lists stay empty until the legacy API fills them.
RemoteEntity readEntity(const Module &module, const JsonView &attributes);

} // namespace syncline::connectors::suitecrm
