#pragma once

#include "sandbox/crm.h"

#include <tl/expected.hpp>

namespace syncline::sandbox::suitecrm {

/// What a step of a call gives, or the answer that refuses the call.
template<class T>
using Outcome = tl::expected<T, Response>;

/// A success of V8 with the headers that a stock .htaccess adds (cacheable for 30 days, even for POST).
Response success(QByteArray body, std::int64_t now, int status = 200);
/// {"meta": {"message": ...}, "data": []}
Response message(const QString &text, std::int64_t now, int status = 200);
/// A 400 of the checks before the call.
Response refusal(const QString &detail);
/// A 400 of the call itself: the same shape, other headers.
Response failed(const QString &detail);
Response notFound(const QString &module, const QString &id);
Response accessDenied();
/// JSON followed by plain text, which is no JSON any more.
Response databaseFailure();
/// {"message": ...} of the router: 404 and 405.
Response routerAnswer(int status, const QString &text);
/// 401 of a data call.
Response unauthorized(const QString &hint);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(std::int64_t utcSeconds);

} // namespace syncline::sandbox::suitecrm
