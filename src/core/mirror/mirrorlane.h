#pragma once

#include "core/mirror/mirrormeter.h"
#include "core/mirror/pagequeue.h"

#include <thread>

namespace syncline::core::mirror {

/// Mirrors one entity: a thread reads and takes answers apart, another one lands them meanwhile.
class EntityMirror
{
public:
    struct Way
    {
        std::unique_ptr<connectors::Connector> connector;
        std::unique_ptr<Lane> lane;
        RowMaker rows;
        Walk walk; ///< where it begins, or goes on
    };
    /// \param onFailure called on one of the two threads when the entity cannot be mirrored
    EntityMirror(Way way, MirrorMeter &meter, std::function<void()> onFailure, std::stop_token stop);
    ~EntityMirror();
    EntityMirror(const EntityMirror &) = delete;
    EntityMirror &operator=(const EntityMirror &) = delete;

    /// Waits until everything has landed. The walk tells where the next one begins.
    Result<Walk> wait();

private:
    void read();
    Result<void> takePage(const QList<connectors::RemoteRecord> &page);
    void land();
    void countTraffic();
    void fail(const Error &error);

    Way m_way;
    MirrorMeter &m_meter;
    std::function<void()> m_onFailure;
    std::stop_token m_stop;
    PageQueue m_queue;
    std::mutex m_mutex;
    std::optional<Error> m_error; ///< the first one
    Walk m_landed;
    std::jthread m_reader, m_writer;
};

} // namespace syncline::core::mirror
