#pragma once

#include "core/automation/channels.h"
#include "core/automation/postman.h"

/// Notifications in the form that each kind of channel takes. Pure.
namespace syncline::core {

/// A line for a chat. What came from a CRM is no markup there.
QByteArray slackBody(const Notification &notification);
/// Mentions nobody, whatever a name contains.
QByteArray discordBody(const Notification &notification);

/// Signed as standardwebhooks.com has it: webhook-id, webhook-timestamp and webhook-signature, "v1," and the base64 of the
/// HMAC-SHA256 over "id.timestamp.body".
Post webhookPost(const Notification &notification, const QUrl &url, const QString &signingKey, qint64 nowSeconds);

/// RFC 5322 with a plain text in UTF-8.
Mail mailOf(const Notification &notification, const Channel &channel, const QString &password);

} // namespace syncline::core
