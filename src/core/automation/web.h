#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <functional>
#include <memory>
#include <optional>

/// Requests to this program over HTTP, and its answers, as values: no socket here.
namespace syncline::core {

struct WebRequest
{
    QByteArray method, path; ///< the path without its query
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray query = {}; ///< raw, without '?'
    QByteArray peer = {};  ///< the address that the connection comes from

    QByteArray header(const QByteArray &name) const ///< names are the same in either case; "" where there is none
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

struct WebAnswer
{
    int status = 200;
    QByteArray contentType, body;
    QList<QPair<QByteArray, QByteArray>> headers;
};

using WebHandler = std::function<WebAnswer(const WebRequest &)>;
/// The way back to a request's sender: once, from any thread.
using WebReply = std::function<void(WebAnswer)>;

/// What is posted to us by CRMs. Both functions are called on the server's thread and never block.
class WebhookPort
{
public:
    virtual ~WebhookPort() = default;
    /// Of a path.
    virtual bool isMine(const QByteArray &path) const = 0;
    /// Looks at a request whose body has not been read; an answer refuses it.
    virtual std::optional<WebAnswer> refuse(const WebRequest &head) = 0;
    virtual void take(const WebRequest &request, const WebReply &reply) = 0;
};

struct WebService
{
    WebHandler answer;               ///< may block: called on a thread of its own, for one request after the other
    WebhookPort *webhooks = nullptr; ///< outlives the port; null: none are taken
};

/// A port on 127.0.0.1 that is answered while the object lives.
class WebPort
{
public:
    virtual ~WebPort() = default;
    virtual std::uint16_t number() const = 0;
};
/// Opens a port; 0: any free one.
using OpenWebPort = std::function<Result<std::unique_ptr<WebPort>>(std::uint16_t port, WebService service)>;

} // namespace syncline::core
