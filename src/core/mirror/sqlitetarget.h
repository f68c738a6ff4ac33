#pragma once

#include "core/mirror/mirrorstate.h"
#include "core/mirror/sqliteschema.h"

#include <QLockFile>

namespace syncline::core::mirror::sqlite {

class SqliteTarget final : public Target
{
public:
    static Result<std::unique_ptr<Target>> connect(const QString &file);

    Result<Standing> open(const QString &prefix, const QString &account, const QStringList &tables,
                          std::stop_token stop) override;
    Result<QList<Table>> begin(const Generation &generation, const QList<Table> &tables) override;
    Result<void> discard(const Generation &generation) override;
    Result<std::unique_ptr<Lane>> lane(const Generation &generation, const Table &table) override;
    Result<QMap<QString, qint64>> publish(const LogEntry &entry, const QList<Table> &tables,
                                          const QMap<QString, Walk> &walks) override;
    Result<void> logFailure(const LogEntry &entry) override { return log(entry, {}); }
    Result<void> tidy(int keep) override;
    QString name() const override { return m_connection->name(); }

private:
    SqliteTarget(QString file, std::unique_ptr<SqliteConnection> connection);
    Result<void> refuseForeign(const QStringList &names);
    Result<void> claim(const QString &account);
    Result<Standing> standing();
    Result<void> readUnfinished(Standing &standing);
    Result<void> addMissing(const Table &table, qint64 generation);
    QByteArray dropParts(qint64 generation, const QStringList &entities) const;
    QByteArray showAll(const QList<Table> &tables, qint64 generation) const;
    Result<void> put(const LogEntry &entry, const QList<Table> &tables, const QMap<QString, Walk> &walks,
                     QMap<QString, qint64> &counts);
    Result<void> log(const LogEntry &entry, const QMap<QString, qint64> &counts);
    QByteArray named(const char *ending) const;

    QString m_file;
    std::unique_ptr<SqliteConnection> m_connection;
    QLockFile m_turn; ///< one mirror at a time
    QString m_prefix;
    Roles m_roles;
};

} // namespace syncline::core::mirror::sqlite
