#pragma once

#include "connectors/net/transport.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace syncline::connectors {

/// Why we ended a request ourselves. The manager reports its own time-out and every abort alike, so each is noted.
enum class Ended { No, Deadline, TooLarge, Abandoned };

/// A finished reply as a value: answered only if status, headers and the whole body are there. Reads the body, at most
/// `maxBodyBytes` of it (0: no limit).
WireResult wireResult(QNetworkReply &reply, Ended ended, const QList<QSslError> &sslErrors, qint64 maxBodyBytes);

} // namespace syncline::connectors
