#pragma once

#include "connectors/net/signin.h"
#include "foundation/result.h"

/// What the connectors of HTTP CRMs make of an answer that is no success.
namespace syncline::connectors {

/// The kind of failure that a status stands for. A success that could not be used counts as Server.
ErrorKind errorKindOfStatus(int status);

/// What a person can do about a failure of this kind whatever the CRM is; "" where that is the CRM's to say.
QString usualRemedy(ErrorKind kind);

/// A CRM's own words about a failure: one line of plain text, not too long, without the account's secrets and without
/// anything that looks like a token.
QString providerWords(const QString &words, const Secrets &secrets);

} // namespace syncline::connectors
