#include "core/workspace/replaystore.h"

#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

ReplayStore::PartRow partFrom(const Statement &row)
{
    return {row.integer(0), row.text(1), row.integer(2), int(row.integer(3)), row.text(4)};
}

ReplayStore::Kept::Stranger strangerAndGrave(const Statement &row)
{
    constexpr int buried = 13;
    return {strangerFrom(row), row.integer(buried) != 0};
}

ReplayStore::Kept::Barred barredFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2)};
}

LinkedPair referenceFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3)};
}

ReplayStore::Kept::Open openFrom(const Statement &row)
{
    ReplayStore::Kept::Open open;
    open.intent.kind = row.text(0);
    open.intent.integration = row.text(1);
    open.intent.entity = row.text(2);
    open.intent.remoteEntity = row.text(3);
    open.intent.hubId = row.text(4);
    open.intent.remoteId = row.text(5);
    open.intent.at = row.integer(6);
    open.intent.unknownSince = row.optionalInteger(7);
    open.operation.document = row.bytes(8);
    return open;
}

/// Reads the rows of a part into their list; an error of an earlier one is handed on.
template<typename Row, typename Read>
Result<void> readInto(QList<Row> &list, Statement query, Read read)
{
    auto rows = readAll<Row>(std::move(query), read);
    if (!rows)
        return failure(rows.error());
    list = std::move(*rows);
    return {};
}

} // namespace

Result<void> ReplayStore::keepSetup(const QString &hash, const QJsonObject &document)
{
    return m_db.query(u"replay_keep_setup"_s).bind(hash, compact(document)).run();
}

Result<qint64> ReplayStore::keepPart(const QString &run, const PartRow &part)
{
    return readNumber(m_db.query(u"replay_keep_part"_s).bind(run, part.entity, part.at, part.records, part.setup));
}

Result<void> ReplayStore::keepHubs(qint64 part, const QStringList &ids)
{
    const QByteArray keys = QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact);
    for (const QString &query : {u"replay_keep_hubs"_s, u"replay_keep_links"_s, u"replay_keep_barred"_s}) {
        if (auto done = m_db.query(query).bind(part, keys).run(); !done)
            return done;
    }
    return {};
}

Result<void> ReplayStore::keepStrangers(qint64 part, const QList<StrangerKey> &strangers)
{
    QJsonArray keys;
    for (const auto &[key, buried] : strangers)
        keys.append(QJsonArray{key.integration, key.remoteEntity, key.remoteId, buried});
    return m_db.query(u"replay_keep_strangers"_s).bind(part, QJsonDocument(keys).toJson(QJsonDocument::Compact)).run();
}

Result<void> ReplayStore::keepReferences(qint64 part, const QList<LinkedPair> &references)
{
    if (references.isEmpty())
        return {};
    QJsonArray rows;
    for (const LinkedPair &one : references)
        rows.append(QJsonArray{one.integration, one.remoteEntity, one.remoteId, one.hubId});
    return m_db.query(u"replay_keep_references"_s).bind(part, QJsonDocument(rows).toJson(QJsonDocument::Compact)).run();
}

Result<void> ReplayStore::keepIntents(qint64 part, const QString &entity)
{
    return m_db.query(u"replay_keep_intents"_s).bind(part, entity).run();
}

Result<void> ReplayStore::forgetOld(int records, Seconds before)
{
    return m_db.query(u"replay_forget_old"_s).bind(records, before).run().and_then([&] {
        return m_db.query(u"replay_forget_setups"_s).bind().run();
    });
}

Result<QList<ReplayStore::PartRow>> ReplayStore::parts(const QString &run)
{
    return readAll<PartRow>(m_db.query(u"replay_part_list"_s).bind(run), partFrom);
}

Result<QJsonObject> ReplayStore::setup(const QString &hash)
{
    const auto document = readFirst<QJsonObject>(m_db.query(u"replay_setup"_s).bind(hash),
                                                 [](const Statement &row) { return parseObject(row.bytes(0)); });
    if (!document)
        return failure(document.error());
    return document->value_or(QJsonObject());
}

Result<ReplayStore::Kept> ReplayStore::part(qint64 part)
{
    Kept kept;
    auto done =
        readInto(kept.hubs, m_db.query(u"replay_hubs"_s).bind(part), hubFrom)
            .and_then([&] { return readInto(kept.links, m_db.query(u"replay_links"_s).bind(part), linkFrom); })
            .and_then([&] {
                return readInto(kept.strangers, m_db.query(u"replay_strangers"_s).bind(part), strangerAndGrave);
            })
            .and_then([&] { return readInto(kept.barred, m_db.query(u"replay_barred"_s).bind(part), barredFrom); })
            .and_then([&] { return readInto(kept.intents, m_db.query(u"replay_intents"_s).bind(part), openFrom); })
            .and_then([&] {
                return readInto(kept.references, m_db.query(u"replay_references"_s).bind(part), referenceFrom);
            });
    if (!done)
        return failure(done.error());
    return kept;
}

} // namespace syncline::core
