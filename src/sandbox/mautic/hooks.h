#pragma once

#include "sandbox/mautic/calls.h"
#include "sandbox/outbox.h"

namespace syncline::sandbox::mautic {

/// hooks, hooks/triggers, hooks/<id>, hooks/new, hooks/<id>/delete.
std::optional<Response> hookAnswer(Store &store, const Settings &settings, const Call &call);

/// What the hooks send for what happened since the last time, one event a request; forgets it. (Mautic sends inside the call
/// that caused it, and the call waits for the receiver; here the answer goes first.)
QList<Outbox::Letter> lettersOf(Store &store);

} // namespace syncline::sandbox::mautic
