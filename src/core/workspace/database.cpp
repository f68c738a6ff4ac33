#include "core/workspace/database.h"

#include "core/workspace/writeturn.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

#include <chrono>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

void initWorkspaceResources()
{
    Q_INIT_RESOURCE(workspace_sql);
}

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Database", text);
}

constexpr int schemaVersion = 12;

constexpr std::chrono::milliseconds lockPatience{10'000};

/// While another program writes: SQLite itself asks ten times a second, and a run of that program, which writes one step after
/// the other, leaves the file alone for moments only. Those of this program take turns.
int waitForLock(void *, int times)
{
    constexpr std::chrono::milliseconds step{2};
    if (times * step >= lockPatience)
        return 0;
    std::this_thread::sleep_for(step);
    return 1;
}

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The statements of a script: split at semicolons at the end of a line, comment lines dropped.
QStringList statementsOf(const QString &script)
{
    QStringList statements;
    QString current;
    for (const QString &line : script.split(u'\n')) {
        if (line.trimmed().startsWith("--"_L1) || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (line.trimmed().endsWith(u';')) {
            statements << current.trimmed().chopped(1);
            current.clear();
        }
    }
    return statements;
}

/// SQLite counts each byte it allocates, under a lock, for an interface that nobody asks here.
void leaveOutMemoryCounts()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); });
}

void closeToOthers(const QString &file)
{
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

Database::Database(QString file, EffectGate &gate)
    : m_file(std::move(file))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_gate(gate)
{
}

Database::~Database()
{
    m_queries.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

int Database::currentVersion()
{
    return schemaVersion;
}

Error Database::storageError(const QString &what, const QSqlError &error) const
{
    return storageError(what, error.nativeErrorCode(), error.text());
}

Error Database::storageError(const QString &what, const QString &code, const QString &words) const
{
    QString remedy = tr("Check that the file can be read and written, then try again.");
    QString message = tr("The workspace %1 could not be used (%2).").arg(m_file, what);
    if (code == "13"_L1) {
        message = tr("The disk is full: the workspace %1 could not be written.").arg(m_file);
        remedy = tr("Free some space and run the command again. What was committed so far is safe.");
    } else if (code == "8"_L1 || words.contains("readonly"_L1)) {
        message = tr("The workspace %1 is read-only.").arg(m_file);
        remedy = tr("Give your user the right to write the file and its folder, then try again.");
    } else if (code == "5"_L1 || code == "6"_L1) {
        message = tr("The workspace %1 is in use by another program.").arg(m_file);
        remedy = tr("Wait until the other program has finished, then try again.");
    } else if (code == "10"_L1) {
        message = tr("The disk does not take what is written to the workspace %1.").arg(m_file);
        remedy = tr("Check the disk, its free space and your limits on it, then run the command again. What was "
                    "committed so far is safe.");
    } else if (code == "26"_L1 || code == "11"_L1) {
        message = tr("The file %1 is not a Syncline workspace, or it is damaged.").arg(m_file);
        remedy = tr("Name another file with --workspace, or restore this one from a backup.");
    }
    return Error{ErrorKind::Storage, message, remedy, words, {}, false};
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, bool create, EffectGate &gate)
{
    initWorkspaceResources();
    const QFileInfo info(file);
    if (!info.exists() && !create) {
        return failure(ErrorKind::Usage, tr("There is no workspace at %1.").arg(file),
                       tr("Make one with: syncline-cli --workspace %1 init").arg(file));
    }
    if (info.exists() && !info.isFile())
        return failure(ErrorKind::Usage, tr("%1 is not a file.").arg(file), tr("Name a file with --workspace."));
    leaveOutMemoryCounts();
    std::unique_ptr<Database> database(new Database(file, gate));
    database->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    database->m_database.setDatabaseName(file);
    database->m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(lockPatience.count()));
    if (!info.exists()) {
        QFile made(file);
        if (!made.open(QIODevice::WriteOnly)) {
            return failure(ErrorKind::Storage,
                           tr("The workspace %1 could not be made: %2.").arg(file, made.errorString()),
                           tr("Choose a folder that you may write to."));
        }
        made.close();
        closeToOthers(file);
    }
    if (!database->m_database.open())
        return failure(database->storageError(u"open"_s, database->m_database.lastError()));
    sqlite3_busy_handler(*static_cast<sqlite3 *const *>(database->m_database.driver()->handle().constData()),
                         waitForLock, nullptr);
    // Told apart before anything is written: what is no workspace of ours stays as it is, byte for byte.
    if (auto fine = database->refuseForeign(create); !fine)
        return failure(fine.error());
    if (auto done = database->configure(); !done)
        return failure(done.error());
    if (auto done = database->migrate(); !done)
        return failure(done.error());
    return database;
}

Result<void> Database::configure()
{
    for (const char *pragma : {"PRAGMA page_size = 8192", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                               "PRAGMA foreign_keys = ON", "PRAGMA temp_store = MEMORY", "PRAGMA cache_size = -10000",
                               "PRAGMA wal_autocheckpoint = 4000"}) {
        if (auto done = execute(pragma); !done)
            return done;
    }
    return {};
}

Result<void> Database::execute(const char *sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)))
        return failure(storageError(QString::fromLatin1(sql), query.lastError()));
    return {};
}

/// Outside of a transaction.
Result<void> Database::setDurability(Durability durability)
{
    if (durability == m_durability)
        return {};
    return execute(durability == Durability::Now ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL")
        .map([&] { m_durability = durability; });
}

Result<int> Database::version()
{
    QSqlQuery query(m_database);
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failure(storageError(u"version"_s, query.lastError()));
    return query.value(0).toInt();
}

Result<void> Database::refuseForeign(bool create)
{
    const auto found = version();
    if (!found)
        return failure(found.error());
    if (*found > schemaVersion) {
        return failure(ErrorKind::Usage,
                       tr("The workspace %1 was made by a newer Syncline (version %2; this one understands %3).")
                           .arg(m_file)
                           .arg(*found)
                           .arg(schemaVersion),
                       tr("Install the newer Syncline. Nothing was changed."));
    }
    QSqlQuery tables(m_database);
    if (!tables.exec(u"SELECT count(*) FROM sqlite_master"_s) || !tables.next())
        return failure(storageError(u"schema"_s, tables.lastError()));
    const bool empty = tables.value(0).toInt() == 0;
    tables.finish();
    if (*found == 0 && (!empty || !create)) {
        return failure(ErrorKind::Usage, tr("The file %1 is not a Syncline workspace.").arg(m_file),
                       tr("Name another file with --workspace, or make a workspace with: syncline-cli init"));
    }
    return {};
}

Result<void> Database::migrate()
{
    const auto found = version();
    if (!found)
        return failure(found.error());
    for (int next = *found + 1; next <= schemaVersion; ++next) {
        auto done = transaction("migrate", [&]() -> Result<void> {
            return runScript(u":/workspace/migrations/%1.sql"_s.arg(next, 4, 10, QLatin1Char('0')));
        });
        if (!done)
            return done;
    }
    return {};
}

Result<void> Database::runScript(const QString &resource)
{
    for (const QString &statement : statementsOf(readResource(resource))) {
        QSqlQuery query(m_database);
        if (!query.exec(statement))
            return failure(storageError(statement.section(u'\n', 0, 0), query.lastError()));
    }
    return {};
}

/// Unpacked once for all connections: whoever opens the workspace for each run asks for the same texts again and again.
QString Database::textOf(const QString &name)
{
    static std::mutex mutex;
    static QHash<QString, QString> texts;
    const std::lock_guard lock(mutex);
    QString &text = texts[name];
    if (text.isEmpty())
        text = readResource(u":/workspace/sql/%1.sql"_s.arg(name));
    return text;
}

Result<void> Database::transaction(std::string_view what, const std::function<Result<void>()> &body,
                                   Durability durability)
{
    if (m_depth > 0)
        return body();
    Result<void> done;
    {
        const WriteTurn turn(m_file, lockPatience);
        if (!turn.isMine())
            return failure(storageError(u"turn"_s, u"5"_s, {}));
        if (auto begun = setDurability(durability).and_then([this] { return execute("BEGIN IMMEDIATE"); }); !begun)
            return begun;
        m_depth = 1;
        done = body();
        m_depth = 0;
        if (done) {
            m_gate.before(EffectKind::Commit, what);
            done = execute("COMMIT");
        }
        if (!done)
            std::ignore = execute("ROLLBACK");
    }
    if (done)
        m_gate.after(EffectKind::Commit, what); // others may write by then
    return done;
}

Result<void> Database::snapshot(const std::function<Result<void>()> &body)
{
    if (m_depth > 0)
        return body();
    if (auto begun = execute("BEGIN"); !begun)
        return begun;
    m_depth = 1;
    auto done = body();
    m_depth = 0;
    const auto ended = execute("COMMIT");
    return done ? ended : done;
}

} // namespace syncline::core
