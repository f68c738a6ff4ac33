#include "core/workspace/database.h"

#include <QSqlDriver>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace syncline::core {

struct Statement::Prepared
{
    QString name;
    sqlite3_stmt *statement = nullptr;
    bool isAtFirst = false; ///< run() has stepped to a row that next() has not handed out yet

    Prepared() = default;
    ~Prepared() { sqlite3_finalize(statement); }
    Prepared(const Prepared &) = delete;
    Prepared &operator=(const Prepared &) = delete;
};

void Statement::rewind()
{
    sqlite3_reset(m_prepared->statement);
    m_prepared->isAtFirst = false;
}

Error Statement::error() const
{
    constexpr int primaryCode = 0xFF;
    sqlite3 *connection = sqlite3_db_handle(m_prepared->statement);
    return m_database->storageError(m_prepared->name, QString::number(sqlite3_errcode(connection) & primaryCode),
                                    QString::fromUtf8(sqlite3_errmsg(connection)));
}

void Statement::set(int position, const QByteArray &utf8)
{
    sqlite3_bind_text(m_prepared->statement, position, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

void Statement::set(int position, qint64 number)
{
    sqlite3_bind_int64(m_prepared->statement, position, number);
}

void Statement::setNull(int position)
{
    sqlite3_bind_null(m_prepared->statement, position);
}

Result<void> Statement::run()
{
    rewind();
    const int code = sqlite3_step(m_prepared->statement);
    m_prepared->isAtFirst = code == SQLITE_ROW;
    if (code == SQLITE_ROW)
        return {};
    if (code != SQLITE_DONE) {
        const Error failed = error();
        rewind();
        return failure(failed);
    }
    rewind();
    return {};
}

Result<bool> Statement::first()
{
    if (auto done = run(); !done)
        return failure(done.error());
    return next();
}

bool Statement::next()
{
    if (m_prepared->isAtFirst) {
        m_prepared->isAtFirst = false;
        return true;
    }
    if (sqlite3_stmt_busy(m_prepared->statement) == 0)
        return false;
    if (sqlite3_step(m_prepared->statement) == SQLITE_ROW)
        return true;
    rewind();
    return false;
}

QString Statement::text(int column) const
{
    const auto *utf8 = sqlite3_column_text(m_prepared->statement, column);
    return QString::fromUtf8(reinterpret_cast<const char *>(utf8), sqlite3_column_bytes(m_prepared->statement, column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *utf8 = sqlite3_column_text(m_prepared->statement, column);
    return QByteArray(reinterpret_cast<const char *>(utf8), sqlite3_column_bytes(m_prepared->statement, column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_prepared->statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_prepared->statement, column) == SQLITE_NULL;
}

std::optional<qint64> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::shared_ptr<Statement::Prepared> Database::prepare(const QString &name)
{
    auto prepared = std::make_shared<Statement::Prepared>();
    prepared->name = name;
    auto *connection = *static_cast<sqlite3 *const *>(m_database.driver()->handle().constData());
    const QByteArray sql = textOf(name).toUtf8();
    const int code = sqlite3_prepare_v3(connection, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &prepared->statement, nullptr);
    if (sql.isEmpty() || code != SQLITE_OK)
        qFatal("workspace query %s: %s", qPrintable(name), sqlite3_errmsg(connection));
    return prepared;
}

Statement Database::query(const QString &name)
{
    auto &slot = m_queries[name];
    if (!slot)
        slot = prepare(name);
    return Statement(this, slot.get());
}

} // namespace syncline::core
