#pragma once

#include "listener/http.h"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <memory>

namespace syncline::listener {

class Connection;

/// A request that waits for its answer. Any thread may give it.
class Pending
{
public:
    Pending(std::shared_ptr<boost::asio::io_context> context, std::weak_ptr<Connection> connection,
            std::uint64_t number);
    ~Pending();
    void send(Exchange exchange);

private:
    std::shared_ptr<boost::asio::io_context> m_context; ///< outlives its server while somebody may still answer
    std::weak_ptr<Connection> m_connection;
    std::uint64_t m_number;
    std::atomic<bool> m_isAnswered = false;
};

} // namespace syncline::listener
