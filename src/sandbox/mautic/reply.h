#pragma once

#include "sandbox/crm.h"
#include "sandbox/mautic/writer.h"

namespace syncline::sandbox::mautic {

/// An answer that reached a controller (it names the version), and one that did not.
Response controllerReply(const QByteArray &json, int status = 200);
Response plainReply(const QByteArray &json, int status);

Response plainError(int status, const QString &message, const QString &type = {});
Response brokenReply(int status = 500); ///< "Looks like I encountered an error (error #500) ..."
Response pathNotFound(const QByteArray &path);

QByteArray refusalJson(const Refusal &refusal, bool isBatch);
Response refusalReply(const Refusal &refusal);
Response controllerError(int status, const QString &message);
Response forbiddenReply();
Response itemNotFound();

inline const QString forbiddenText = QStringLiteral("You do not have access to the requested area/action.");
inline const QString itemNotFoundText = QStringLiteral("Item was not found.");

} // namespace syncline::sandbox::mautic
