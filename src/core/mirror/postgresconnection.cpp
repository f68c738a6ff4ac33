#include "core/mirror/postgresconnection.h"

#include "foundation/log.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

#include <libpq-fe.h>

#include <array>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

constexpr int errorTextSize = 256;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Postgres", text);
}

QString oneLine(const char *text)
{
    return redact(QString::fromUtf8(text ? text : "").simplified());
}

bool isThisComputer(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host == "localhost"_L1 || host.startsWith("127."_L1)
        || host.startsWith("[::1"_L1);
}

/// Customer data goes over the net encrypted unless the address says otherwise.
QByteArray sslModeFor(const QString &address)
{
    static const QRegularExpression form(u"^postgres(?:ql)?://(?:[^@/?]*@)?([^:/?,]*)"_s);
    const QUrlQuery query(address.section(u'?', 1));
    const QString host = query.hasQueryItem(u"host"_s) ? query.queryItemValue(u"host"_s, QUrl::FullyDecoded)
                                                       : form.match(address).captured(1);
    const bool isSaid = query.hasQueryItem(u"sslmode"_s) || qEnvironmentVariableIsSet("PGSSLMODE");
    return isSaid ? QByteArray() : isThisComputer(host) ? "prefer" : "require";
}

PGconn *connected(const QString &address)
{
    const QByteArray conninfo = address.toUtf8(), ssl = sslModeFor(address);
    // What comes later wins, so that the address may say otherwise. Empty values are as if they were not there.
    const std::array keywords{
        "application_name", "connect_timeout", "keepalives_idle", "tcp_user_timeout",
        "sslmode",          "dbname",          "client_encoding", static_cast<const char *>(nullptr)};
    const std::array values{"syncline",
                            "10",
                            "10",
                            "30000",
                            ssl.constData(),
                            conninfo.constData(),
                            "UTF8",
                            static_cast<const char *>(nullptr)};
    return PQconnectdbParams(keywords.data(), values.data(), 1);
}

QString nameOf(const PGconn *connection)
{
    const QString host = QString::fromUtf8(PQhost(connection));
    QString place = isThisComputer(host) ? tr("this computer") : host;
    if (const QString port = QString::fromUtf8(PQport(connection)); !port.isEmpty() && port != "5432"_L1)
        place += u':' + port;
    return tr("PostgreSQL at %1, database %2").arg(place, QString::fromUtf8(PQdb(connection)));
}

Error connectError(PGconn *connection)
{
    const QString words = oneLine(PQerrorMessage(connection));
    const QString name = nameOf(connection);
    const bool isRefused = PQconnectionUsedPassword(connection) || PQconnectionNeedsPassword(connection)
        || words.contains("authentication"_L1) || words.contains("no password"_L1);
    if (isRefused) {
        return {ErrorKind::Authentication,
                tr("%1 refuses the password of %2.").arg(name, QString::fromUtf8(PQuser(connection))),
                tr("Set PGPASSWORD, put the password into ~/.pgpass, or give it in the address."),
                words,
                {},
                false};
    }
    if (words.contains("database \""_L1) && words.contains("does not exist"_L1))
        return {ErrorKind::Usage, tr("%1 does not exist.").arg(name), tr("Make it with: createdb"), words, {}, false};
    return {ErrorKind::Network,
            tr("%1 cannot be reached.").arg(name),
            tr("Check the address and that the server runs, then try again."),
            words,
            {},
            false};
}

struct Meaning
{
    ErrorKind kind;
    const char *message; ///< %1 is the database
    const char *remedy;
};

const Meaning goneMeaning{ErrorKind::Network,
                          QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "%1 is gone: the connection was cut."),
                          QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres",
                                            "Run the mirror again when the server is back: it goes on where it was.")};

/// What SQLSTATEs mean to a person; the class is in the first two characters.
Meaning meaningOf(const QByteArray &state)
{
    if (state == "53100") {
        return {ErrorKind::Storage, QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "The disk of %1 is full."),
                QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres",
                                  "Free some space there, then run the mirror again: it goes on where it was.")};
    }
    if (state == "25006") {
        return {
            ErrorKind::Storage, QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "%1 is read-only."),
            QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres",
                              "Name the primary server, or make the database writable, then run the mirror again.")};
    }
    if (state == "42501") {
        return {ErrorKind::Permission,
                QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "The user may not make tables in %1."),
                QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres",
                                  "Give the user CREATE on the schema, or name another user in the address.")};
    }
    if (state == "57014") {
        return {
            ErrorKind::Cancelled,
            QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "Cancelled while %1 was at work."),
            QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "Run the mirror again: it goes on where it was.")};
    }
    if (state.startsWith("57") || state.startsWith("08"))
        return goneMeaning;
    return {ErrorKind::Storage, QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres", "%1 did not take the mirror."),
            QT_TRANSLATE_NOOP("syncline::core::mirror::Postgres",
                              "Read the server's own words below; what was published before is untouched.")};
}

} // namespace

void PostgresRows::clear(pg_result *result)
{
    PQclear(result);
}

int PostgresRows::size() const
{
    return PQntuples(m_result.get());
}

bool PostgresRows::isNull(int row, int column) const
{
    return PQgetisnull(m_result.get(), row, column) == 1;
}

QString PostgresRows::text(int row, int column) const
{
    return QString::fromUtf8(PQgetvalue(m_result.get(), row, column));
}

qint64 PostgresRows::affected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

struct PostgresConnection::Watch
{
    Watch(std::stop_token stop, std::function<void()> cancel) : callback(std::move(stop), std::move(cancel)) {}
    std::stop_callback<std::function<void()>> callback;
};

PostgresConnection::PostgresConnection(pg_conn *connection, QString name)
    : m_connection(connection)
    , m_name(std::move(name))
{
}

Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const QString &address)
{
    PGconn *connection = connected(address);
    if (PQstatus(connection) != CONNECTION_OK) {
        Error error = connectError(connection);
        PQfinish(connection);
        return failure(std::move(error));
    }
    std::unique_ptr<PostgresConnection> made(new PostgresConnection(connection, nameOf(connection)));
    PQsetNoticeProcessor(
        connection, [](void *, const char *) {}, nullptr);
    if (auto done = made->script("SET timezone = 'UTC'; SET standard_conforming_strings = on"); !done)
        return failure(done.error());
    return made;
}

PostgresConnection::~PostgresConnection()
{
    m_watch.reset();
    PQfinish(m_connection);
}

/// The stop may come from any thread; cancelling opens a connection of its own.
void PostgresConnection::watch(std::stop_token stop)
{
    m_watch.reset();
    if (stop.stop_possible())
        m_watch = std::make_unique<Watch>(std::move(stop), [this] { cancel(); });
}

void PostgresConnection::cancel()
{
    PGcancel *request = PQgetCancel(m_connection);
    std::array<char, errorTextSize> words{};
    PQcancel(request, words.data(), int(words.size()));
    PQfreeCancel(request);
}

int PostgresConnection::serverVersion() const
{
    return PQserverVersion(m_connection);
}

Error PostgresConnection::errorOf(const pg_result *result)
{
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    m_state = state ? QByteArray(state) : QByteArray();
    const bool isGone = PQstatus(m_connection) != CONNECTION_OK
        || m_state.isEmpty(); // the server says nothing any more
    const Meaning meaning = isGone ? goneMeaning : meaningOf(m_state);
    return {
        meaning.kind, tr(meaning.message).arg(m_name), tr(meaning.remedy), oneLine(PQerrorMessage(m_connection)), {},
        false};
}

Result<PostgresRows> PostgresConnection::run(const QByteArray &sql, const Parameters &parameters)
{
    std::vector<const char *> values;
    for (const auto &parameter : parameters)
        values.push_back(parameter ? parameter->constData() : nullptr);
    pg_result *result = PQexecParams(m_connection, sql.constData(), int(values.size()), nullptr, values.data(), nullptr,
                                     nullptr, 0);
    PostgresRows rows(result);
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return failure(errorOf(result));
    return rows;
}

Result<void> PostgresConnection::script(const QByteArray &sql)
{
    pg_result *result = PQexec(m_connection, sql.constData());
    const PostgresRows rows(result);
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return failure(errorOf(result));
    return {};
}

Result<void> PostgresConnection::transaction(const std::function<Result<void>()> &body)
{
    if (auto begun = script("BEGIN"); !begun)
        return begun;
    auto done = body();
    if (done)
        done = script("COMMIT");
    if (!done) {
        const QByteArray state = m_state;
        auto undone = script("ROLLBACK"); // on a connection that is gone there is nothing to take back
        m_state = state;
    }
    return done;
}

Result<void> PostgresConnection::copy(const QByteArray &sql, const QByteArray &data)
{
    {
        pg_result *result = PQexec(m_connection, sql.constData());
        const PostgresRows rows(result);
        if (PQresultStatus(result) != PGRES_COPY_IN)
            return failure(errorOf(result));
    }
    const bool isSent = PQputCopyData(m_connection, data.constData(), int(data.size())) == 1
        && PQputCopyEnd(m_connection, nullptr) == 1;
    std::optional<Error> problem;
    while (pg_result *result = PQgetResult(m_connection)) {
        const PostgresRows rows(result);
        if (PQresultStatus(result) != PGRES_COMMAND_OK && !problem)
            problem = errorOf(result);
    }
    if (!problem && !isSent)
        problem = errorOf(nullptr);
    return problem ? Result<void>(failure(*problem)) : Result<void>();
}

} // namespace syncline::core::mirror
