#pragma once

#include "foundation/effectgate.h"
#include "foundation/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace syncline::core {

class Database;

/// One prepared query of a named SQL file (src/core/workspace/sql). Cheap handle; the query lives in its Database.
/// A failing query is an Error of kind Storage that names the query and the remedy.
class Statement
{
public:
    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        int position = 0;
        (m_query->bindValue(position++, parameter(values)), ...);
        return *this;
    }
    Result<void> run();
    /// Runs the query and steps to the first row: false if there is none.
    Result<bool> first();
    bool next() { return m_query->next(); }

    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    bool isNull(int column) const { return m_query->isNull(column); }
    std::optional<qint64> optionalInteger(int column) const;
    int affected() const { return m_query->numRowsAffected(); }
    /// Releases the rows; a query that was not read to its end keeps the database from checkpointing.
    void finish() { m_query->finish(); }

private:
    friend class Database;
    Statement(Database *database, QSqlQuery *query, QString name)
        : m_database(database)
        , m_query(query)
        , m_name(std::move(name))
    {
    }
    /// A null text is stored as an empty one: no column of ours tells them apart.
    static QVariant parameter(const QString &text)
    {
        return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
    }
    static QVariant parameter(const QByteArray &json) { return QVariant(QString::fromUtf8(json)); }
    static QVariant parameter(int number) { return number; }
    static QVariant parameter(qint64 number) { return number; }
    static QVariant parameter(bool flag) { return flag ? 1 : 0; }
    static QVariant parameter(const std::optional<qint64> &number) { return number ? QVariant(*number) : QVariant(); }
    static QVariant parameter(const std::optional<QString> &text) { return text ? QVariant(*text) : QVariant(); }

    Database *m_database;
    QSqlQuery *m_query;
    QString m_name;
};

/// The workspace's connection: SQLite in WAL mode with synchronous=FULL (a settled intent must survive a power
/// cut). Belongs to the thread that opened it. Every commit passes the effect gate.
class Database
{
public:
    /// Opens or makes the file (mode 0600) and brings its schema up to date. Errors: a file that is no workspace,
    /// a workspace of a newer version, no permission, a full disk.
    static Result<std::unique_ptr<Database>> open(const QString &file, bool create, EffectGate &gate);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The query of sql/NAME.sql.
    Statement query(const QString &name);
    /// Runs `body` in one transaction; an Error rolls it back. Nested calls join the outer transaction.
    Result<void> transaction(std::string_view what, const std::function<Result<void>()> &body);
    QString file() const { return m_file; }

    /// The schema version that this program writes.
    static int currentVersion();

private:
    friend class Statement;
    Database(QString file, EffectGate &gate);
    Result<void> configure();
    Result<void> migrate(bool create);
    Result<void> runScript(const QString &resource);
    Result<int> version();
    Error storageError(const QString &what, const QSqlError &error) const;

    QString m_file;
    QString m_connection;
    EffectGate &m_gate;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_queries;
    int m_depth = 0;
};

} // namespace syncline::core
