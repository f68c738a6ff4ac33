#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors {

/// A field of a CRM cannot hold a value: error kind Validation with the field's name. `place` is how a person knows the field
/// ("contacts.birthday"); the value is shown, its end cut where it is long.
tl::unexpected<Error> cannotHold(const QString &crm, const QString &place, const RemoteField &field, const Value &value,
                                 const QString &why, const QString &remedy);

} // namespace syncline::connectors
