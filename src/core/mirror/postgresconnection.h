#pragma once

#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

struct pg_conn;
struct pg_result;

namespace syncline::core::mirror {

/// The rows that a statement returned.
class PostgresRows
{
public:
    explicit PostgresRows(pg_result *result) : m_result(result, &clear) {}
    int size() const;
    bool isNull(int row, int column) const;
    QString text(int row, int column) const;
    qint64 integer(int row, int column) const { return text(row, column).toLongLong(); }
    bool flag(int row, int column) const { return text(row, column) == QStringLiteral("t"); }
    qint64 affected() const; ///< rows that the statement wrote

private:
    static void clear(pg_result *result);
    std::unique_ptr<pg_result, void (*)(pg_result *)> m_result;
};

/// One connection to a PostgreSQL server. Belongs to one thread. A stop that was given to watch() ends the statement in
/// hand on the server. Errors are in words for people; the server's own are beside them.
class PostgresConnection
{
public:
    using Parameters = std::vector<std::optional<QByteArray>>;

    /// \param address postgresql://…; a password that it lacks comes from PGPASSWORD or ~/.pgpass
    static Result<std::unique_ptr<PostgresConnection>> open(const QString &address);
    ~PostgresConnection();
    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    void watch(std::stop_token stop);
    Result<PostgresRows> run(const QByteArray &sql, const Parameters &parameters = {});
    /// Statements without parameters and rows, separated by semicolons.
    Result<void> script(const QByteArray &sql);
    Result<void> transaction(const std::function<Result<void>()> &body);
    /// Sends `data` to COPY … FROM STDIN.
    Result<void> copy(const QByteArray &sql, const QByteArray &data);

    int serverVersion() const; ///< 150004 for 15.4
    QString name() const { return m_name; }
    /// SQLSTATE of the last statement that failed.
    QByteArray lastState() const { return m_state; }

private:
    PostgresConnection(pg_conn *connection, QString name);
    Error errorOf(const pg_result *result);
    void cancel();

    struct Watch;
    pg_conn *m_connection;
    QString m_name;
    QByteArray m_state;
    std::unique_ptr<Watch> m_watch;
};

} // namespace syncline::core::mirror
