#pragma once

#include "sandbox/activecampaign/calls.h"
#include "sandbox/outbox.h"

namespace syncline::sandbox::activecampaign {

/// /webhooks, /webhooks/<id> and /webhook/events.
std::optional<Response> hookAnswer(Store &store, const Call &call);

/// What the webhooks send for what happened since the last time; forgets it. `source`: who caused it, "admin" or "api".
QList<Outbox::Letter> lettersOf(Store &store, const QString &source);

} // namespace syncline::sandbox::activecampaign
