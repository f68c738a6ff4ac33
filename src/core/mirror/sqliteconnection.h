#pragma once

#include "foundation/json.h"
#include "foundation/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct sqlite3;

namespace syncline::core::mirror {

/// One connection to a SQLite file of the user's. Belongs to one thread. Waits some seconds for others who write.
class SqliteConnection
{
public:
    using Cell = std::optional<QByteArray>;
    using Cells = std::vector<Cell>;

    /// Makes the file if there is none. Error kind Usage: it is no database.
    static Result<std::unique_ptr<SqliteConnection>> open(const QString &file);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    /// Statements without parameters and rows, separated by semicolons.
    Result<void> script(const QByteArray &sql);
    /// All rows; values are bound as text, and columns of numbers take them as numbers.
    Result<std::vector<Cells>> rows(const QByteArray &sql, const Cells &parameters = {});
    /// The same statement for many rows.
    Result<void> runEach(const QByteArray &sql, const std::vector<Cells> &rows);
    Result<void> transaction(const std::function<Result<void>()> &body);

    QString name() const { return m_name; }

private:
    SqliteConnection(sqlite3 *connection, QString file);
    Error error() const;

    sqlite3 *m_connection;
    QString m_name;
};

} // namespace syncline::core::mirror
