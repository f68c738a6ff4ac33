#pragma once

#include "core/engine/catalog.h"

namespace syncline::core {

/// As which it is made (`map create-field`).
inline const QString tokenFieldName = QStringLiteral("syncline_id");

/// The field in which a CRM keeps the token of the create that made a record (S-39): a text field of one's own, named or
/// labelled syncline_id, that no line of the mapping uses. With it a create whose answer was lost is told from what other
/// people made meanwhile. Null where the entity has none, and where the CRM takes ids of ours, which are as good.
const connectors::RemoteField *tokenField(const Binding &binding, const connectors::Capabilities &capabilities);

/// Another one for each create.
QString creationToken(const QString &run, int seq);

/// Where an intent keeps it.
void keepToken(IntentRow &intent, const QString &token);
QString tokenOf(const IntentRow &intent); ///< "" for a write that was sent without one

} // namespace syncline::core
