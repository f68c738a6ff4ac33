#pragma once

#include <QString>

/// Log lines and error texts without secrets. All functions are thread-safe.
namespace syncline {

/// From now on redact() blanks this text, also where it is percent-encoded or escaped for JSON. Texts of fewer than four
/// characters are not remembered: they would blank out ordinary words.
void keepSecret(const QString &secret);
/// A token that has run out is no secret any more.
void forgetSecret(const QString &secret);

/// The text with "•••" for every kept secret, for credentials in addresses and Authorization headers, and for the values
/// of password, token and secret fields in URLs, forms and JSON.
QString redact(QString text);

/// Redacts every message of Qt's log before the handler that was installed so far sees it. Once per program.
void installRedactingLog();

} // namespace syncline
