#pragma once

#include "connectors/net/httpclient.h"
#include "connectors/net/signin.h"
#include "foundation/json.h"

/// What ActiveCampaign means when it says no (docs/crm/activecampaign.md, 8).
namespace syncline::connectors::activecampaign {

/// The body says that a record does not exist. Of notes it does so with status 403.
bool saysNoResult(const QByteArray &body);

/// An entry of "errors" says that another record has the value.
bool isDuplicate(JsonView root);

/// The failure that an answer stands for, about the thing that is named ("Contact 12 in acme.api-us1.com").
Error refusalOf(const HttpResponse &response, JsonView root, bool isJson, const QString &about, const Secrets &secrets);

} // namespace syncline::connectors::activecampaign
