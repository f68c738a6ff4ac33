#include "core/workspace/documents.h"
#include "core/workspace/rowreading.h"
#include "core/workspace/store.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

IntegrationRow integrationFrom(const Statement &row)
{
    return {row.text(0),         row.text(1),
            row.text(2),         row.text(3),
            row.text(4),         parseObject(row.bytes(5)),
            int(row.integer(6)), row.text(7),
            row.text(8),         parseObject(row.bytes(9)),
            row.integer(10)};
}

} // namespace

Result<QList<IntegrationRow>> IntegrationStore::all()
{
    return readAll<IntegrationRow>(m_db.query(u"integration_list"_s), integrationFrom);
}

Result<std::optional<IntegrationRow>> IntegrationStore::byName(const QString &name)
{
    return readFirst<IntegrationRow>(m_db.query(u"integration_by_name"_s).bind(name), integrationFrom);
}

Result<std::optional<IntegrationRow>> IntegrationStore::removedAccount(const QString &provider, const QString &url)
{
    return readFirst<IntegrationRow>(m_db.query(u"integration_removed_account"_s).bind(provider, url), integrationFrom);
}

Result<void> IntegrationStore::save(const IntegrationRow &row)
{
    return m_db.query(u"integration_upsert"_s)
        .bind(row.id, row.name, row.provider, row.url, row.auth, compact(row.settings), row.position, row.state,
              row.account, compact(row.health), row.createdAt)
        .run();
}

Result<int> IntegrationStore::nextPosition()
{
    return readNumber(m_db.query(u"integration_next_position"_s)).map([](qint64 n) { return int(n); });
}

Result<QList<IntegrationStore::Described>> IntegrationStore::described(const QString &integration)
{
    return readAll<Described>(m_db.query(u"remote_entity_list"_s).bind(integration), [](const Statement &row) {
        return Described{row.text(0), parseObject(row.bytes(1)), row.integer(2)};
    });
}

Result<void> IntegrationStore::saveDescribed(const QString &integration, const Described &entity)
{
    return m_db.query(u"remote_entity_upsert"_s)
        .bind(integration, entity.name, compact(entity.document), entity.at)
        .run();
}

Result<QList<IntegrationStore::Mapping>> IntegrationStore::mappings(const QString &integration)
{
    return readAll<Mapping>(m_db.query(u"mapping_list"_s).bind(integration), [](const Statement &row) {
        return Mapping{row.text(0), row.text(1), parseObject(row.bytes(2))};
    });
}

Result<void> IntegrationStore::replaceMappings(const QString &integration, const QList<Mapping> &mappings)
{
    if (auto done = m_db.query(u"mapping_delete_all"_s).bind(integration).run(); !done)
        return done;
    int position = 0;
    for (const Mapping &mapping : mappings) {
        auto done = m_db.query(u"mapping_upsert"_s)
                        .bind(integration, mapping.remoteEntity, mapping.hubEntity, position++,
                              compact(mapping.document))
                        .run();
        if (!done)
            return done;
    }
    return {};
}

Result<QMap<QString, QJsonObject>> IntegrationStore::policies()
{
    const auto rows = readAll<QPair<QString, QJsonObject>>(m_db.query(u"policy_list"_s), [](const Statement &row) {
        return QPair<QString, QJsonObject>(row.text(0), parseObject(row.bytes(1)));
    });
    if (!rows)
        return failure(rows.error());
    QMap<QString, QJsonObject> policies;
    for (const auto &[scope, document] : *rows)
        policies.insert(scope, document);
    return policies;
}

Result<void> IntegrationStore::setPolicy(const QString &scope, const QJsonObject &document)
{
    return m_db.query(u"policy_set"_s).bind(scope, compact(document)).run();
}

Result<QString> IntegrationStore::meta(const QString &key)
{
    return readFirst<QString>(m_db.query(u"meta_get"_s).bind(key), firstText).map([](const auto &value) {
        return value.value_or(QString());
    });
}

Result<void> IntegrationStore::setMeta(const QString &key, const QString &value)
{
    return m_db.query(u"meta_set"_s).bind(key, value).run();
}

} // namespace syncline::core
