#include "core/workspace/eventsourcestore.h"

#include "core/workspace/rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

EventSourceRow sourceFrom(const Statement &row)
{
    QStringList kinds;
    for (const QJsonValue &kind : QJsonDocument::fromJson(row.bytes(2)).array())
        kinds << kind.toString();
    return {row.text(0),
            row.text(1),
            kinds,
            row.integer(3),
            row.integer(4),
            row.integer(5),
            row.optionalInteger(6),
            row.optionalInteger(7),
            row.text(8)};
}

} // namespace

Result<QList<EventSourceRow>> EventSourceStore::all()
{
    return readAll<EventSourceRow>(m_db.query(u"event_source_list"_s), sourceFrom);
}

Result<std::optional<EventSourceRow>> EventSourceStore::ofToken(const QString &token)
{
    return readFirst<EventSourceRow>(m_db.query(u"event_source_of_token"_s).bind(token), sourceFrom);
}

Result<void> EventSourceStore::insert(const EventSourceRow &row)
{
    const QByteArray kinds = QJsonDocument(QJsonArray::fromStringList(row.kinds)).toJson(QJsonDocument::Compact);
    return m_db.query(u"event_source_insert"_s).bind(row.name, row.token, kinds, row.madeAt).run();
}

Result<void> EventSourceStore::setToken(const QString &name, const QString &token)
{
    return m_db.query(u"event_source_token"_s).bind(token, name).run();
}

Result<void> EventSourceStore::remove(const QString &name)
{
    return m_db.query(u"event_source_delete"_s).bind(name).run();
}

Result<void> EventSourceStore::countTaken(const QString &name, qint64 at)
{
    return m_db.query(u"event_source_took"_s).bind(at, name).run();
}

Result<void> EventSourceStore::countRefused(const QString &name, qint64 at, const QString &why)
{
    return m_db.query(u"event_source_refused"_s).bind(at, why, name).run();
}

} // namespace syncline::core
