#include "core/automation/deliveries.h"

#include "foundation/log.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace syncline::core::deliveries {

namespace {

/// Whatever the CRM calls it: "Webhook-Signature", "X-HubSpot-Signature-v3", "Authorization".
bool isSecret(const QByteArray &header)
{
    constexpr std::array words{"signature", "auth", "cookie", "token", "secret", "key"};
    const QByteArray name = header.toLower();
    return std::ranges::any_of(words, [&](const char *word) { return name.contains(word); });
}

} // namespace

QString acceptedName()
{
    return u"accepted"_s;
}

QList<QPair<QString, QString>> keptHeaders(const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QList<QPair<QString, QString>> kept;
    for (const auto &[name, value] : headers)
        kept.append({QString::fromLatin1(name), isSecret(name) ? u"•••"_s : redact(QString::fromUtf8(value))});
    return kept;
}

DeliveryRow accepted(const WebRequest &request, const QString &webhook, Millis now)
{
    DeliveryRow row;
    row.webhook = webhook;
    row.at = now;
    row.outcome = acceptedName();
    row.peer = QString::fromLatin1(request.peer);
    row.bytes = request.body.size();
    row.headers = keptHeaders(request.headers);
    row.body = request.body.left(longestBody);
    return row;
}

} // namespace syncline::core::deliveries
