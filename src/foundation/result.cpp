#include "foundation/result.h"

using namespace Qt::StringLiterals;

namespace syncline {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Authentication:
        return u"authentication"_s;
    case ErrorKind::Permission:
        return u"permission"_s;
    case ErrorKind::Validation:
        return u"validation"_s;
    case ErrorKind::NotFound:
        return u"not_found"_s;
    case ErrorKind::Conflict:
        return u"conflict"_s;
    case ErrorKind::RateLimit:
        return u"rate_limit"_s;
    case ErrorKind::Network:
        return u"network"_s;
    case ErrorKind::Server:
        return u"server"_s;
    case ErrorKind::Usage:
        return u"usage"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    case ErrorKind::Guard:
        return u"guard"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Internal:
        return u"internal"_s;
    }
    return {};
}

} // namespace syncline
