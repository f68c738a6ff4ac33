#include "connectors/api/webhooks.h"

#include <QMessageAuthenticationCode>

namespace syncline::connectors {

QByteArray Delivery::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool isSameText(const QByteArray &given, const QByteArray &secret)
{
    const QByteArray one = QCryptographicHash::hash(given, QCryptographicHash::Sha256);
    const QByteArray other = QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= unsigned(quint8(one[i]) ^ quint8(other[i]));
    return difference == 0;
}

QByteArray hmacSha256(const QByteArray &message, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

} // namespace syncline::connectors
