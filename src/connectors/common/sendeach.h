#pragma once

#include "connectors/net/httpclient.h"

namespace syncline::connectors {

/// One answer per request, in order; those that a stop kept back are Cancelled.
QList<Result<HttpResponse>> sendEach(HttpClient &client, const QList<HttpRequest> &requests, std::stop_token stop);

} // namespace syncline::connectors
