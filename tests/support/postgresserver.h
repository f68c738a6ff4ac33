#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

struct pg_conn;

namespace syncline::test {

/// A PostgreSQL server of the test's own: its data in a folder that goes with this object, reached by a socket in it. Runs
/// as the user postgres where the test is root, because a server refuses root. Fails the running test if it cannot start.
class PostgresServer
{
public:
    PostgresServer();
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Everybody signs in without a password, but the user "guarded" needs one.
    QString address(const QString &user = QStringLiteral("postgres"),
                    const QString &database = QStringLiteral("postgres")) const;
    void start();
    void stop(); ///< at once, as if the power went; what was committed is there again after start()

private:
    void make();
    bool asServer(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_programs, m_data;
    bool m_runs = false;
};

/// A connection of somebody who reads there. A statement that fails fails the running test.
class PostgresReader
{
public:
    explicit PostgresReader(const PostgresServer &server);
    ~PostgresReader();
    PostgresReader(const PostgresReader &) = delete;
    PostgresReader &operator=(const PostgresReader &) = delete;

    QList<QStringList> rows(const QString &sql) const; ///< NULL is ""
    QStringList column(const QString &sql) const;      ///< the first one
    QString value(const QString &sql) const { return column(sql).value(0); }
    void run(const QString &sql) const { rows(sql); }

private:
    pg_conn *m_connection;
};

} // namespace syncline::test
