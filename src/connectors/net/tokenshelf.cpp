#include "connectors/net/tokenshelf.h"

namespace syncline::connectors {

std::optional<Token> TokenShelf::find(const QByteArray &owner, std::chrono::milliseconds now) const
{
    const std::lock_guard lock(m_mutex);
    return m_token && m_owner == owner && now < m_token->expires ? m_token : std::nullopt;
}

void TokenShelf::keep(const QByteArray &owner, const Token &token)
{
    const std::lock_guard lock(m_mutex);
    m_owner = owner;
    m_token = token;
}

void TokenShelf::remove(const QByteArray &text)
{
    const std::lock_guard lock(m_mutex);
    if (m_token && m_token->text == text)
        m_token.reset();
}

void TokenShelf::clear()
{
    const std::lock_guard lock(m_mutex);
    m_token.reset();
}

} // namespace syncline::connectors
