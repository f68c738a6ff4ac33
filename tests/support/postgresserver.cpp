#include "support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrl>

#include <libpq-fe.h>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace syncline::test {

namespace {

const QString serverUser = QStringLiteral("postgres");

void fail(const QString &why)
{
    QTest::qFail(qPrintable(why), __FILE__, __LINE__);
}

bool isRoot()
{
    return geteuid() == 0;
}

QString programsFolder()
{
    QProcess config;
    config.start(u"pg_config"_s, {u"--bindir"_s});
    config.waitForFinished();
    return QString::fromUtf8(config.readAllStandardOutput()).trimmed();
}

bool giveAway(const QString &folder)
{
    const passwd *user = getpwnam(qPrintable(serverUser));
    return user && chown(qPrintable(folder), user->pw_uid, user->pw_gid) == 0;
}

} // namespace

PostgresServer::PostgresServer() : m_programs(programsFolder()), m_data(m_folder.filePath(u"data"_s))
{
    make();
}

void PostgresServer::make()
{
    if (isRoot() && !giveAway(m_folder.path()))
        return fail(u"there is no user postgres; scripts/setup installs the server"_s);
    if (!asServer(u"initdb"_s,
                  {u"-D"_s, m_data, u"-U"_s, serverUser, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--no-locale"_s,
                   u"--no-sync"_s}))
        return fail(u"initdb failed"_s);
    QFile rules(m_data + u"/pg_hba.conf"_s);
    if (!rules.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return fail(u"pg_hba.conf cannot be written"_s);
    rules.write("local all guarded scram-sha-256\nlocal all all trust\n");
    rules.close();
    start();
}

PostgresServer::~PostgresServer()
{
    if (m_runs)
        stop();
}

bool PostgresServer::asServer(const QString &program, const QStringList &arguments) const
{
    const QString path = m_programs + u'/' + program;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_folder.filePath(u"errors"_s), QIODevice::Append);
    process.setWorkingDirectory(u"/"_s);
    if (isRoot())
        process.start(u"runuser"_s, QStringList{u"-u"_s, serverUser, u"--"_s, path} + arguments);
    else
        process.start(path, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void PostgresServer::start()
{
    // Tests kill the programs and the server, never the machine: nothing has to wait for the disk.
    const QString options = u"-k %1 -c listen_addresses='' -c fsync=off -c max_wal_size=2GB"_s.arg(m_folder.path());
    m_runs = asServer(u"pg_ctl"_s,
                      {u"-D"_s, m_data, u"-w"_s, u"-l"_s, m_folder.filePath(u"log"_s), u"-o"_s, options, u"start"_s});
    if (!m_runs)
        fail(u"the PostgreSQL server does not start"_s);
}

void PostgresServer::stop()
{
    m_runs = !asServer(u"pg_ctl"_s, {u"-D"_s, m_data, u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
}

QString PostgresServer::address(const QString &user, const QString &database) const
{
    const QString host = QString::fromLatin1(QUrl::toPercentEncoding(m_folder.path()));
    return u"postgresql://%1@/%2?host=%3"_s.arg(user, database, host);
}

PostgresReader::PostgresReader(const PostgresServer &server)
    : m_connection(PQconnectdb(server.address().toUtf8().constData()))
{
    if (PQstatus(m_connection) != CONNECTION_OK)
        fail(QString::fromUtf8(PQerrorMessage(m_connection)));
    PQsetNoticeProcessor(
        m_connection, [](void *, const char *) {}, nullptr);
}

PostgresReader::~PostgresReader()
{
    PQfinish(m_connection);
}

QList<QStringList> PostgresReader::rows(const QString &sql) const
{
    PGresult *result = PQexec(m_connection, sql.toUtf8().constData());
    const auto status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        fail(sql + u": "_s + QString::fromUtf8(PQresultErrorMessage(result)));
    QList<QStringList> rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        QStringList cells;
        for (int column = 0; column < PQnfields(result); ++column)
            cells << QString::fromUtf8(PQgetvalue(result, row, column));
        rows << cells;
    }
    PQclear(result);
    return rows;
}

QStringList PostgresReader::column(const QString &sql) const
{
    QStringList cells;
    for (const QStringList &row : rows(sql))
        cells << row.value(0);
    return cells;
}

} // namespace syncline::test
