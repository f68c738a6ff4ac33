#include "core/mirror/sqliteconnection.h"

#include <QCoreApplication>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

constexpr int patience = 10'000; ///< milliseconds

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Sqlite", text);
}

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepared(sqlite3 *connection, const QByteArray &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(connection, sql.constData(), int(sql.size()), &statement, nullptr);
    return {statement, &sqlite3_finalize};
}

void bind(sqlite3_stmt *statement, const SqliteConnection::Cells &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i])
            sqlite3_bind_text(statement, int(i) + 1, cells[i]->constData(), int(cells[i]->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, int(i) + 1);
    }
}

SqliteConnection::Cells rowOf(sqlite3_stmt *statement)
{
    SqliteConnection::Cells cells;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
        cells.push_back(text ? SqliteConnection::Cell(QByteArray(text, sqlite3_column_bytes(statement, i)))
                             : std::nullopt);
    }
    return cells;
}

} // namespace

SqliteConnection::SqliteConnection(sqlite3 *connection, QString file)
    : m_connection(connection)
    , m_name(tr("The file %1").arg(file))
{
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close_v2(m_connection);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &file)
{
    const bool isNew = !QFile::exists(file);
    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open_v2(file.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                       nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, file));
    if (opened != SQLITE_OK)
        return failure(connection->error());
    if (isNew) // customer data
        QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    sqlite3_busy_timeout(handle, patience);
    if (auto set = connection->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"); !set)
        return failure(set.error());
    return connection;
}

Error SqliteConnection::error() const
{
    constexpr int primaryCode = 0xFF;
    const QString words = QString::fromUtf8(sqlite3_errmsg(m_connection));
    switch (sqlite3_errcode(m_connection) & primaryCode) {
    case SQLITE_FULL:
        return {ErrorKind::Storage,
                tr("%1: the disk is full.").arg(m_name),
                tr("Free some space, then run the mirror again: it goes on where it was."),
                words,
                {},
                false};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return {ErrorKind::Storage,
                tr("%1 cannot be written.").arg(m_name),
                tr("Give your user the right to write the file and its folder, then run the mirror again."),
                words,
                {},
                false};
    case SQLITE_BUSY:
        return {ErrorKind::Storage,
                tr("%1 is in use by another program.").arg(m_name),
                tr("Wait until the other program has finished, then run the mirror again."),
                words,
                {},
                false};
    case SQLITE_NOTADB:
        return {
            ErrorKind::Usage, tr("%1 is no SQLite database.").arg(m_name), tr("Name another file."), words, {}, false};
    default:
        return {ErrorKind::Storage,
                tr("%1 did not take the mirror.").arg(m_name),
                tr("Read SQLite's own words below; what was published before is untouched."),
                words,
                {},
                false};
    }
}

Result<void> SqliteConnection::script(const QByteArray &sql)
{
    if (sqlite3_exec(m_connection, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(error());
    return {};
}

Result<std::vector<SqliteConnection::Cells>> SqliteConnection::rows(const QByteArray &sql, const Cells &parameters)
{
    const Statement statement = prepared(m_connection, sql);
    if (!statement)
        return failure(error());
    bind(statement.get(), parameters);
    std::vector<Cells> rows;
    int step = sqlite3_step(statement.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(statement.get()))
        rows.push_back(rowOf(statement.get()));
    if (step != SQLITE_DONE)
        return failure(error());
    return rows;
}

Result<void> SqliteConnection::runEach(const QByteArray &sql, const std::vector<Cells> &rows)
{
    const Statement statement = prepared(m_connection, sql);
    if (!statement)
        return failure(error());
    for (const Cells &cells : rows) {
        bind(statement.get(), cells);
        if (sqlite3_step(statement.get()) != SQLITE_DONE)
            return failure(error());
        sqlite3_reset(statement.get());
    }
    return {};
}

Result<void> SqliteConnection::transaction(const std::function<Result<void>()> &body)
{
    if (auto begun = script("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = body();
    if (done)
        done = script("COMMIT");
    if (!done)
        auto undone = script("ROLLBACK");
    return done;
}

} // namespace syncline::core::mirror
