#include "foundation/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QUuid>

namespace syncline {

namespace {

QString uuidOf(QByteArray bytes, char version)
{
    bytes[6] = char((version << 4) | (bytes[6] & 0x0F));
    bytes[8] = char(0x80 | (bytes[8] & 0x3F));
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

} // namespace

QString newUuid7(std::chrono::milliseconds now, const QByteArray &random)
{
    QByteArray bytes;
    for (int shift = 40; shift >= 0; shift -= 8)
        bytes.append(char((now.count() >> shift) & 0xFF));
    bytes.append(random.left(10));
    return uuidOf(bytes.leftJustified(16, '\0', true), 7);
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QString derivedUuid(const QString &text)
{
    return uuidOf(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(16), 8);
}

} // namespace syncline
