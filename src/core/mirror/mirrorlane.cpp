#include "core/mirror/mirrorlane.h"

namespace syncline::core::mirror {

EntityMirror::EntityMirror(Way way, MirrorMeter &meter, std::function<void()> onFailure, std::stop_token stop)
    : m_way(std::move(way))
    , m_meter(meter)
    , m_onFailure(std::move(onFailure))
    , m_stop(std::move(stop))
    , m_landed(m_way.walk)
{
    m_writer = std::jthread([this] { land(); });
    m_reader = std::jthread([this] { read(); });
}

EntityMirror::~EntityMirror() = default;

Result<Walk> EntityMirror::wait()
{
    m_reader.join();
    m_writer.join();
    if (m_error)
        return failure(*m_error);
    return m_landed;
}

void EntityMirror::fail(const Error &error)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_error)
            return;
        m_error = error;
    }
    m_onFailure();
}

void EntityMirror::countTraffic()
{
    const auto traffic = m_way.connector->takeTraffic();
    m_meter.sent(traffic.requests, traffic.throttled);
}

void EntityMirror::read()
{
    Walk &walk = m_way.walk;
    if (walk.isDone) { // everything has landed before a stop; it only was not made ready yet
        m_queue.putEnd(walk);
        return;
    }
    const connectors::RemoteEntity &entity = m_way.rows.table().entity;
    connectors::ReadRequest request{entity.name, {}, {}, walk.resumeAfter};
    for (const connectors::RemoteField &field : entity.fields)
        request.fields.append(field.name);
    if (!walk.cursor.isEmpty())
        request.cursor = walk.cursor;
    request.delivered = walk.delivered;
    request.raw = true;
    request.onStart = [&](const connectors::WalkStart &start) {
        walk.nextCursor = start.nextCursor;
        if (start.total)
            m_meter.setTotal(walk.entity, *start.total);
    };
    const auto end = m_way.connector->read(
        request, [this](const QList<connectors::RemoteRecord> &page) { return takePage(page); }, m_stop);
    countTraffic();
    if (!end) {
        fail(end.error());
        m_queue.close();
        return;
    }
    if (walk.resumeAfter.isEmpty() || walk.nextCursor.isEmpty())
        walk.nextCursor = end->nextCursor;
    walk.isDone = true;
    m_queue.putEnd(walk);
}

Result<void> EntityMirror::takePage(const QList<connectors::RemoteRecord> &page)
{
    Walk &walk = m_way.walk;
    for (qsizetype from = 0; from < page.size(); from += Target::largestPage) {
        QList<Row> rows;
        for (const connectors::RemoteRecord &record :
             page.sliced(from, std::min<qsizetype>(Target::largestPage, page.size() - from)))
            rows.append(m_way.rows.row(record));
        walk.resumeAfter = rows.last().id;
        walk.delivered += rows.size();
        ++walk.pages;
        m_meter.took(walk.entity, rows.size());
        if (!m_queue.put(std::move(rows), walk))
            return failure(ErrorKind::Cancelled, {}); // what happened is told by the thread that lands
    }
    countTraffic();
    return {};
}

void EntityMirror::land()
{
    Result<void> done;
    bool isWhole = false;
    while (auto landing = m_queue.take()) {
        done = m_way.lane->land(*landing);
        if (!done)
            break;
        m_landed = landing->walk;
        isWhole = m_landed.isDone;
    }
    if (done && isWhole)
        done = m_way.lane->finish();
    if (!done) {
        fail(done.error());
        m_queue.refuse();
    } else if (isWhole) {
        m_meter.ended(m_landed.entity);
    }
}

} // namespace syncline::core::mirror
