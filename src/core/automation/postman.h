#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QStringList>
#include <QUrl>

#include <stop_token>

namespace syncline::core {

struct Post
{
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType, body;
};

struct Mail
{
    QUrl server; ///< smtps://, or smtp:// which is encrypted before anything is said, but on this computer
    QString user, password, from;
    QStringList to;
    QByteArray message; ///< head and body, lines ended by CR LF
};

/// Sends messages. Calls block for half a minute at most; each sends once. Errors by kind: Network and Server may be tried
/// again, RateLimit later; Authentication, Permission, NotFound and Validation make no sense a second time.
class Postman
{
public:
    virtual ~Postman() = default;
    virtual Result<void> post(const Post &post, std::stop_token stop) = 0;
    virtual Result<void> mail(const Mail &mail, std::stop_token stop) = 0;
};

} // namespace syncline::core
