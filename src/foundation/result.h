#pragma once

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace syncline {

/// What kind of failure this is; decides retry, exit code and remedy (requirement R4).
enum class ErrorKind {
    Authentication, ///< sign-in refused or expired
    Permission,     ///< signed in, but not allowed
    Validation,     ///< the CRM or Syncline refuses a value; never retried
    NotFound,
    Conflict, ///< unique value taken, version moved
    RateLimit,
    Network,   ///< no answer, refused, cut, time-out, TLS
    Server,    ///< 5xx and answers that make no sense
    Usage,     ///< the caller asked for something impossible (command line, file)
    Storage,   ///< workspace file or database
    Guard,     ///< a run stopped itself
    Cancelled, ///< a person cancelled
    Internal,  ///< a broken promise of the program itself
};

/// A failure as a value: what happened, in a sentence for people, and what to do next.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;         ///< one sentence that names the thing and the place
    QString remedy;          ///< one sentence: what to do next; may be empty
    QString providerMessage; ///< the CRM's own words, secrets removed; may be empty
    QStringList fields;      ///< remote field names that the CRM named, if any
    /// A write was sent and nobody knows whether it took effect (time-out, cut connection).
    bool outcomeUnknown = false;

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString remedy = {},
                                                   QString providerMessage = {})
{
    return tl::unexpected<Error>(
        Error{kind, std::move(message), std::move(remedy), std::move(providerMessage), {}, false});
}
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Lower-case name of a kind as it stands in JSON ("authentication", "rate_limit", ...).
QString errorKindName(ErrorKind kind);

} // namespace syncline
