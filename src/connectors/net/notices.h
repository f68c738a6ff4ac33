#pragma once

#include <QByteArray>

namespace syncline::connectors {

/// The JSON of an answer. A PHP server that shows its notices prints them in front of it, and some of its files begin
/// with a byte order mark. An answer without JSON comes back as it is.
QByteArray withoutNotices(const QByteArray &body);

} // namespace syncline::connectors
