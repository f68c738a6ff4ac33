#include "core/workspace/erasurestore.h"

#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "foundation/ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr int saltBytes = 16;
const QString saltKey = u"erasure_salt"_s;

LinkKey keyFrom(const Statement &row)
{
    return {row.text(0), row.text(1), row.text(2)};
}

QByteArray pairsOf(const QList<LinkKey> &remotes)
{
    QJsonArray keys;
    for (const LinkKey &key : remotes)
        keys.append(QJsonArray{key.integration, key.remoteEntity, key.remoteId});
    return QJsonDocument(keys).toJson(QJsonDocument::Compact);
}

QString containing(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + text + u'%';
}

} // namespace

Result<QString> ErasureStore::hashOf(const QString &entity, const QString &matchKey)
{
    const auto salt = IntegrationStore(m_db).meta(saltKey);
    if (!salt)
        return failure(salt.error());
    const QByteArray key = (entity + u'/' + matchKey).toUtf8();
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(key, salt->toLatin1(), QCryptographicHash::Sha256).toHex());
}

Result<void> ErasureStore::makeSalt()
{
    IntegrationStore meta(m_db);
    const auto salt = meta.meta(saltKey);
    if (!salt || !salt->isEmpty())
        return salt ? Result<void>() : failure(salt.error());
    return meta.setMeta(saltKey, QString::fromLatin1(randomBytes(saltBytes).toHex()));
}

Result<bool> ErasureStore::isAnybodyErased()
{
    return readNumber(m_db.query(u"erased_any"_s).bind()).map([](qint64 count) { return count > 0; });
}

Result<std::optional<Millis>> ErasureStore::erasedAt(const QString &entity, const QString &matchKey)
{
    const auto hash = hashOf(entity, matchKey);
    if (!hash)
        return failure(hash.error());
    return readFirst<Millis>(m_db.query(u"erased_get"_s).bind(*hash),
                             [](const Statement &row) { return Millis(row.integer(0)); });
}

Result<void> ErasureStore::remember(const QString &entity, const QString &matchKey, Millis at, const QString &actor,
                                    const QJsonObject &document)
{
    if (auto done = makeSalt(); !done)
        return done;
    const auto hash = hashOf(entity, matchKey);
    if (!hash)
        return failure(hash.error());
    return m_db.query(u"erased_put"_s).bind(*hash, qint64(at), actor, compact(document)).run();
}

Result<QList<HubRow>> ErasureStore::hubsWith(const QString &entity, const QString &text)
{
    return readAll<HubRow>(m_db.query(u"person_hubs"_s).bind(entity, containing(text)), hubFrom);
}

Result<QList<LinkKey>> ErasureStore::strangersWith(const QString &entity, const QString &text)
{
    return readAll<LinkKey>(m_db.query(u"person_strangers"_s).bind(entity, containing(text)), keyFrom);
}

Result<void> ErasureStore::purge(const QStringList &hubs, const QList<LinkKey> &remotes, const QString &text, Millis at)
{
    const QByteArray ids = QJsonDocument(QJsonArray::fromStringList(hubs)).toJson(QJsonDocument::Compact);
    const QByteArray keys = pairsOf(remotes);
    auto done = m_db.query(u"erase_replays"_s).bind(ids, keys).run();
    for (const QString &query :
         {u"erase_hubs"_s, u"erase_links"_s, u"erase_barred"_s, u"erase_reviews"_s, u"erase_decisions"_s,
          u"erase_waiting"_s, u"erase_intents"_s, u"erase_audit"_s, u"erase_operations"_s, u"erase_undone"_s,
          u"erase_errors"_s, u"erase_recipe_records"_s})
        done = done.and_then([&] { return m_db.query(query).bind(ids).run(); });
    for (const QString &query : {u"erase_strangers"_s, u"erase_remote_reviews"_s, u"erase_remote_errors"_s})
        done = done.and_then([&] { return m_db.query(query).bind(keys).run(); });
    for (const QString &query : {u"erase_log"_s, u"erase_reports"_s, u"erase_notifications"_s, u"erase_follow_ups"_s,
                                 u"erase_event_sources"_s})
        done = done.and_then([&] { return m_db.query(query).bind(containing(text)).run(); });
    // Of what CRMs posted nobody can tell whom it names.
    done = done.and_then([&] { return m_db.query(u"erase_deliveries"_s).bind().run(); });
    return done.and_then([&] { return m_db.query(u"erase_graves"_s).bind(keys, qint64(at)).run(); });
}

Result<void> ErasureStore::rewriteFile()
{
    return m_db.query(u"erase_pages"_s).bind().run().and_then([&] {
        auto journal = m_db.query(u"erase_journal"_s);
        const auto done = journal.bind().first();
        journal.finish();
        return done ? Result<void>() : failure(done.error());
    });
}

} // namespace syncline::core
