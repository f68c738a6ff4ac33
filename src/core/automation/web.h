#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>

#include <functional>
#include <memory>

/// Requests to this program over HTTP, and its answers, as values: no socket here.
namespace syncline::core {

struct WebRequest
{
    QByteArray method, path; ///< the path without its query
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

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

using WebHandler = std::function<WebAnswer(const WebRequest &)>; ///< called on the server's thread

/// A port on 127.0.0.1 that is answered while the object lives.
class WebPort
{
public:
    virtual ~WebPort() = default;
    virtual std::uint16_t number() const = 0;
};
/// Opens a port; 0: any free one.
using OpenWebPort = std::function<Result<std::unique_ptr<WebPort>>(std::uint16_t port, WebHandler handler)>;

} // namespace syncline::core
