#pragma once

#include "foundation/effectgate.h"
#include "foundation/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace syncline::core {

class Database;

/// One prepared query of a named SQL file (src/core/workspace/sql). Cheap handle; the query lives in its Database.
/// A failing query is an Error of kind Storage that names the query and the remedy. Speaks to SQLite itself: a run asks
/// for rows hundreds of thousands of times, and QSqlQuery describes the columns anew each time and keeps text in UTF-16.
class Statement
{
public:
    template<typename... Values>
    Statement &bind(const Values &...values)
    {
        rewind();
        int position = 0;
        (set(++position, values), ...);
        return *this;
    }
    Result<void> run();
    /// Runs the query and steps to the first row: false if there is none.
    Result<bool> first();
    bool next();

    QString text(int column) const;
    QByteArray bytes(int column) const;
    qint64 integer(int column) const;
    bool isNull(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    /// Releases the rows; a query that was not read to its end keeps the database from checkpointing.
    void finish() { rewind(); }

private:
    friend class Database;
    struct Prepared;
    Statement(Database *database, Prepared *prepared) : m_database(database), m_prepared(prepared) {}
    void rewind();
    Error error() const;
    void set(int position, const QByteArray &utf8);
    void set(int position, qint64 number);
    void setNull(int position);
    /// A null text is stored as an empty one: no column of ours tells them apart.
    void set(int position, const QString &text) { set(position, text.toUtf8()); }
    void set(int position, int number) { set(position, qint64(number)); }
    void set(int position, bool flag) { set(position, qint64(flag ? 1 : 0)); }
    template<typename T>
    void set(int position, const std::optional<T> &value)
    {
        value ? set(position, *value) : setNull(position);
    }

    Database *m_database;
    Prepared *m_prepared;
};

/// When a commit is safe from a power cut. From the end of the program, however sudden, each is safe at once; and what is
/// lost is always the newest.
enum class Durability {
    Now,
    WithNext, ///< with the next commit that is durable now: for what the next run can work out again
};

/// The workspace's connection: SQLite in WAL mode with synchronous=FULL (a settled intent must survive a power
/// cut) where a commit does not say otherwise. Belongs to the thread that opened it. Every commit passes the effect gate.
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
    Result<void> transaction(std::string_view what, const std::function<Result<void>()> &body,
                             Durability durability = Durability::Now);
    /// Runs `body`, which only reads, on one state of the file: cheaper than a look at the file's locks for each query.
    Result<void> snapshot(const std::function<Result<void>()> &body);
    QString file() const { return m_file; }

    /// The schema version that this program writes.
    static int currentVersion();

private:
    friend class Statement;
    Database(QString file, EffectGate &gate);
    Result<void> configure();
    Result<void> execute(const char *sql);
    Result<void> setDurability(Durability durability);
    Result<void> refuseForeign(bool create);
    Result<void> migrate();
    Result<void> runScript(const QString &resource);
    Result<int> version();
    Error storageError(const QString &what, const QSqlError &error) const;
    Error storageError(const QString &what, const QString &code, const QString &words) const;
    static QString textOf(const QString &name); ///< of sql/NAME.sql
    std::shared_ptr<Statement::Prepared> prepare(const QString &name);

    QString m_file;
    QString m_connection;
    EffectGate &m_gate;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<Statement::Prepared>> m_queries;
    int m_depth = 0;
    Durability m_durability = Durability::Now;
};

} // namespace syncline::core
