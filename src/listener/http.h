#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <chrono>

/// An HTTP server for whoever needs one: what is posted to the program, and the stand-ins for the CRMs.
namespace syncline::listener {

using Headers = QList<QPair<QByteArray, QByteArray>>;

struct Request
{
    QByteArray method;
    QByteArray path;  ///< percent-encoded, without the query
    QByteArray query; ///< raw, without '?'
    Headers headers;
    QByteArray body;
    QByteArray peer = {}; ///< the address that the connection comes from, without a port

    QByteArray header(const QByteArray &name) const; ///< case-insensitive; "" if missing
};

struct Response
{
    int status = 200;
    Headers headers; ///< Content-Type included
    QByteArray body;
    bool closeConnection = false;
};

/// How the server ends one exchange. Everything but Answer is a fault that a client must survive.
enum class Ending {
    Answer,
    CutBody, ///< the header promises the whole body, half of it follows, then the connection is closed
    Drop,    ///< the connection is closed without a byte of answer
    Hang,    ///< no answer, the connection stays open
};

struct Exchange
{
    Response response;
    Ending ending = Ending::Answer;
    std::chrono::milliseconds delay{0}; ///< waits this long before the answer, without holding up other clients
};

} // namespace syncline::listener
