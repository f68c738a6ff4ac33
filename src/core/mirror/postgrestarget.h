#pragma once

#include "core/mirror/mirrorstate.h"
#include "core/mirror/postgresschema.h"

namespace syncline::core::mirror::postgres {

class PostgresTarget final : public Target
{
public:
    /// \param address postgresql://…, with its password if it has one
    static Result<std::unique_ptr<Target>> connect(const QString &address);

    Result<Standing> open(const QString &prefix, const QString &account, const QStringList &tables,
                          std::stop_token stop) override;
    Result<QList<Table>> begin(const Generation &generation, const QList<Table> &tables) override;
    Result<void> discard(const Generation &generation) override;
    Result<std::unique_ptr<Lane>> lane(const Generation &generation, const Table &table) override;
    Result<QMap<QString, qint64>> publish(const LogEntry &entry, const QList<Table> &tables,
                                          const QMap<QString, Walk> &walks) override;
    Result<void> logFailure(const LogEntry &entry) override;
    Result<void> tidy(int keep) override;
    QString name() const override { return m_connection->name(); }

private:
    PostgresTarget(QString address, std::unique_ptr<PostgresConnection> connection)
        : m_address(std::move(address))
        , m_connection(std::move(connection))
    {
    }
    Result<void> checkServer();
    Result<void> takeTurn(const std::stop_token &stop);
    Result<void> refuseForeign(const QStringList &relations);
    Result<void> claim(const QString &account);
    Result<Standing> standing();
    Result<void> readUnfinished(Standing &standing);
    Result<QHash<QString, ColumnKind>> columnsOf(const QString &relation, QStringList *order = nullptr);
    Result<Table> room(const Generation &generation, const Table &table);
    Result<void> addMissing(const QString &part, const QList<Column> &columns);
    Result<void> showColumns(const QString &view);
    QStringList partsOf(qint64 generation, const QStringList &entities) const;
    Result<void> dropParts(const Generation &generation);
    Result<bool> dropBesideReaders(const QString &part);
    Result<void> attach(const Generation &generation, const QStringList &views);
    Result<void> awaitPlanned(const QStringList &views);
    Result<void> swapIn(const Generation &generation);
    Result<void> merge(const Generation &generation, const QList<Table> &tables);
    Result<void> moveState(const Generation &generation, const QMap<QString, Walk> &walks);
    Result<QMap<QString, qint64>> countRecords(const QList<Table> &tables);
    Result<void> log(const LogEntry &entry, const QMap<QString, qint64> &counts);

    QString m_address;
    std::unique_ptr<PostgresConnection> m_connection;
    Names m_names;
    Roles m_roles;
    std::stop_token m_stop;
};

} // namespace syncline::core::mirror::postgres
