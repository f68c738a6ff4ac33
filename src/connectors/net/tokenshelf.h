#pragma once

#include "connectors/net/token.h"

#include <mutex>
#include <optional>

namespace syncline::connectors {

/// The access token that the clients of one account share: not each run signs in, and a CRM that keeps every token that it
/// gave away need not keep one for each run. In memory alone. Thread-safe.
class TokenShelf
{
public:
    /// `owner`: whom it was given to; other secrets get another one. Nothing when it has run out.
    std::optional<Token> find(const QByteArray &owner, std::chrono::milliseconds now) const;
    void keep(const QByteArray &owner, const Token &token);
    /// The CRM does not take this one any more.
    void remove(const QByteArray &text);
    void clear();

private:
    mutable std::mutex m_mutex;
    QByteArray m_owner;
    std::optional<Token> m_token;
};

} // namespace syncline::connectors
