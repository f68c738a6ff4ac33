#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>

namespace syncline {

/// A new UUID version 7 (RFC 9562): ordered by creation time. `random` gives 10 bytes.
QString newUuid7(std::chrono::milliseconds now, const QByteArray &random);
/// Ten bytes from the operating system's generator.
QByteArray randomBytes(int count);
/// A UUID (version 8, from SHA-256) that is the same for the same text: ids of plans made twice are equal.
QString derivedUuid(const QString &text);

} // namespace syncline
