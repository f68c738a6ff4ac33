#include "support/program.h"

#include <QFile>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace syncline::test {

namespace {

constexpr int patience = 150'000; // a run may wait a minute for a write whose answer was lost

void fail(const QString &message)
{
    QTest::qFail(qPrintable(message), __FILE__, __LINE__);
}

/// One request on one connection; {0, ""} when nobody answers.
std::pair<int, QByteArray> exchange(const QUrl &address, const QByteArray &method, const QByteArray &path,
                                    const QByteArray &body, const QByteArray &token = "demo")
{
    QTcpSocket socket;
    socket.connectToHost(address.host(), quint16(address.port()));
    if (!socket.waitForConnected(patience))
        return {};
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: " + address.host().toLatin1()
                 + "\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\nApi-Token: " + token
                 + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                 + "\r\n\r\n" + body);
    QByteArray answer;
    while (socket.waitForReadyRead(patience))
        answer += socket.readAll();
    answer += socket.readAll();
    const qsizetype head = answer.indexOf("\r\n\r\n");
    return {answer.mid(9, 3).toInt(), head < 0 ? QByteArray() : answer.mid(head + 4)};
}

QProcessEnvironment environment()
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    variables.remove(u"DBUS_SESSION_BUS_ADDRESS"_s); // no keychain of the person who runs the tests
    return variables;
}

} // namespace

QString shown(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

StandIn::StandIn(QString provider, const QUrl &address) : m_provider(std::move(provider)), m_address(address) {}

QJsonDocument StandIn::ask(const QByteArray &method, const QString &path, const QJsonObject &body) const
{
    const QByteArray sent = method == "POST" ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    const auto [status, answer] = exchange(m_address, method, "/_sandbox/" + path.toUtf8(), sent);
    if (status != 200)
        fail(u"The stand-in for %1 answered %2 %3 to %4 %5"_s.arg(
            m_provider, QString::number(status), QString::fromUtf8(answer), path, QString::fromUtf8(sent)));
    return QJsonDocument::fromJson(answer);
}

QJsonArray StandIn::records(const QString &entity) const
{
    return ask("GET", u"records/"_s + entity).array();
}

QJsonObject StandIn::record(const QString &entity, const QString &id) const
{
    for (const QJsonValue &record : records(entity)) {
        if (record["id"_L1].toVariant().toString() == id)
            return record.toObject();
    }
    return {};
}

QJsonObject StandIn::act(const QString &action, const QString &entity, const QString &id, const QJsonObject &more) const
{
    QJsonObject command = more;
    command.insert(u"action"_s, action);
    command.insert(u"entity"_s, entity);
    if (!id.isEmpty())
        command.insert(u"id"_s, id);
    return ask("POST", u"edit"_s, command).object();
}

QJsonObject StandIn::create(const QString &entity, const QJsonObject &fields) const
{
    return act(u"create"_s, entity, {}, {{u"fields"_s, fields}});
}

QJsonObject StandIn::edit(const QString &entity, const QString &id, const QJsonObject &fields) const
{
    return act(u"update"_s, entity, id, {{u"fields"_s, fields}});
}

void StandIn::remove(const QString &entity, const QString &id) const
{
    act(u"delete"_s, entity, id, {});
}

void StandIn::restore(const QString &entity, const QString &id) const
{
    act(u"restore"_s, entity, id, {});
}

void StandIn::merge(const QString &entity, const QString &loser, const QString &winner) const
{
    act(u"merge"_s, entity, loser, {{u"into"_s, winner}});
}

void StandIn::configure(const QJsonObject &switches) const
{
    ask("POST", u"configure"_s, switches);
}

void StandIn::fault(const QJsonObject &fault) const
{
    ask("POST", u"fault"_s, fault);
}

QByteArray StandIn::token() const
{
    if (m_provider != "suitecrm"_L1)
        return "demo";
    const QByteArray asked = R"({"grant_type":"client_credentials","client_id":"demo","client_secret":"demo"})";
    const auto [status, answer] = exchange(m_address, "POST", "/Api/access_token", asked);
    if (status != 200)
        fail(u"%1 answered %2 to a sign-in"_s.arg(m_provider, QString::number(status)));
    return QJsonDocument::fromJson(answer)["access_token"_L1].toString().toLatin1();
}

QJsonDocument StandIn::call(const QByteArray &method, const QString &path, const QJsonObject &body) const
{
    const auto [status, answer] = exchange(m_address, method, path.toUtf8(),
                                           QJsonDocument(body).toJson(QJsonDocument::Compact), token());
    if (status < 200 || status > 299)
        fail(u"%1 answered %2 to %3: %4"_s.arg(m_provider, QString::number(status), path, QString::fromUtf8(answer)));
    return QJsonDocument::fromJson(answer);
}

StandIn StandIn::at(const QString &path) const
{
    StandIn same = *this;
    same.m_path = path;
    return same;
}

void StandIn::setClock(qint64 skew) const
{
    ask("POST", u"clock"_s, {{u"skew"_s, skew}});
}

QJsonArray StandIn::requests() const
{
    return ask("GET", u"requests"_s).array();
}

int StandIn::requestCount() const
{
    return ask("GET", u"requests/count"_s).object().value("count"_L1).toInt();
}

QJsonArray StandIn::writes() const
{
    QJsonArray writes;
    for (const QJsonValue &request : requests()) {
        const QString path = request["path"_L1].toString();
        if (request["method"_L1].toString() != "GET"_L1 && !path.contains("token"_L1))
            writes.append(request);
    }
    return writes;
}

void StandIn::forgetRequests() const
{
    ask("DELETE", u"requests"_s);
}

SandboxProgram::SandboxProgram(const QStringList &providers, const QStringList &options)
{
    QStringList arguments;
    for (const QString &provider : providers)
        arguments << u"--provider"_s << provider;
    if (!options.contains(u"--records"_s))
        arguments << u"--records"_s << u"0"_s;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SANDBOX_PROGRAM), arguments + options);
    QByteArray output;
    while (output.count('\n') < providers.size() && m_process.waitForReadyRead(patience))
        output += m_process.readAllStandardOutput();
    for (const QByteArray &line : output.trimmed().split('\n'))
        m_standIns.append(
            StandIn(QString::fromUtf8(line.split(' ').value(0)), QUrl(QString::fromUtf8(line.split(' ').value(1)))));
    if (m_standIns.size() != providers.size())
        fail(u"The stand-ins did not start: %1"_s.arg(QString::fromUtf8(output)));
}

SandboxProgram::~SandboxProgram()
{
    m_process.terminate();
    m_process.waitForFinished(patience);
}

QString Ran::error() const
{
    return object().value("error"_L1)["message"_L1].toString();
}

Workspace::Workspace() : m_file(m_folder.filePath(u"workspace.syncline"_s))
{
    must({u"init"_s});
}

std::unique_ptr<QProcess> Workspace::start(const QStringList &arguments) const
{
    return startProgram(QStringList{u"--json"_s} + arguments);
}

std::unique_ptr<QProcess> Workspace::startProgram(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment variables = environment();
    for (auto it = m_variables.begin(); it != m_variables.end(); ++it)
        variables.insert(it.key(), *it);
    process->setProcessEnvironment(variables);
    if (m_beforeStart)
        process->setChildProcessModifier(m_beforeStart);
    process->start(QStringLiteral(CLI_PROGRAM), QStringList{u"--workspace"_s, m_file} + arguments);
    return process;
}

QString Workspace::text(const QStringList &arguments) const
{
    const auto process = startProgram(arguments);
    if (!process->waitForFinished(patience))
        fail(u"syncline-cli %1 did not end"_s.arg(arguments.join(u' ')));
    return QString::fromUtf8(process->readAllStandardOutput());
}

Ran Workspace::run(const QStringList &arguments, const QByteArray &input) const
{
    const auto process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    if (!process->waitForFinished(patience)) {
        process->kill();
        process->waitForFinished(patience);
        fail(u"syncline-cli %1 did not end"_s.arg(arguments.join(u' ')));
    }
    Ran ran;
    ran.exitCode = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    ran.output = process->readAllStandardOutput();
    ran.document = QJsonDocument::fromJson(ran.output);
    ran.errors = QString::fromUtf8(process->readAllStandardError());
    return ran;
}

QJsonDocument Workspace::must(const QStringList &arguments) const
{
    const Ran ran = run(arguments);
    if (ran.exitCode != 0)
        fail(u"syncline-cli %1 ended with %2: %3 %4"_s.arg(arguments.join(u' '), QString::number(ran.exitCode),
                                                           ran.errors,
                                                           QString::fromUtf8(ran.document.toJson()).left(4000)));
    return ran.document;
}

void Workspace::connect(const QString &name, const StandIn &standIn, const QStringList &entities) const
{
    QStringList arguments{u"integration"_s,
                          u"add"_s,
                          standIn.provider(),
                          u"--name"_s,
                          name,
                          u"--url"_s,
                          standIn.address(),
                          u"--set"_s,
                          u"demo=true"_s,
                          u"--set"_s,
                          u"phone_region=DE"_s,
                          u"--set"_s,
                          u"entities="_s + entities.join(u',')};
    if (standIn.provider() == "activecampaign"_L1) // at the account's real limit a test would take minutes
        arguments << u"--auth"_s << u"token"_s << u"--set"_s << u"rate_per_second=0"_s;
    else if (standIn.provider() == "hubspot"_L1)
        arguments << u"--auth"_s << u"token"_s;
    else
        arguments << u"--auth"_s << u"oauth2_client_credentials"_s;
    must(arguments);
    must({u"map"_s, u"suggest"_s, name, u"--apply"_s});
}

void Workspace::changeMapping(const QString &name, const std::function<QJsonObject(QJsonObject)> &change) const
{
    changeEntity(name, u"contacts"_s, change);
}

void Workspace::changeEntity(const QString &name, const QString &remote,
                             const std::function<QJsonObject(QJsonObject)> &change) const
{
    QJsonObject file = must({u"map"_s, u"export"_s, name}).object();
    QJsonArray entities;
    for (const QJsonValue &entity : file["entities"_L1].toArray()) {
        const bool isMeant = entity["remote"_L1].toString().compare(remote, Qt::CaseInsensitive) == 0;
        entities.append(isMeant ? change(entity.toObject()) : entity.toObject());
    }
    file.insert(u"entities"_s, entities);
    QFile mapping(folder() + u"/mapping.json"_s);
    if (!mapping.open(QIODevice::WriteOnly))
        fail(u"The mapping could not be written."_s);
    mapping.write(QJsonDocument(file).toJson());
    mapping.close();
    must({u"map"_s, u"import"_s, mapping.fileName()});
}

QJsonObject Workspace::sync(const QStringList &options) const
{
    return must(QStringList{u"sync"_s} + options).object();
}

QJsonArray Workspace::planned() const
{
    return changesOf(sync({u"--dry-run"_s}).value("operations"_L1).toArray());
}

QJsonObject withValue(const QJsonArray &records, const QString &field, const QString &value)
{
    for (const QJsonValue &record : records) {
        if (record[field].toString() == value)
            return record.toObject();
    }
    return {};
}

QJsonObject withField(QJsonObject entity, const QString &hub, const QJsonObject &settings)
{
    QJsonArray fields;
    for (const QJsonValue &line : entity["fields"_L1].toArray()) {
        QJsonObject field = line.toObject();
        for (auto it = settings.begin(); field["hub"_L1].toString() == hub && it != settings.end(); ++it)
            field.insert(it.key(), it.value());
        fields.append(field);
    }
    entity.insert(u"fields"_s, fields);
    return entity;
}

QJsonArray changesOf(const QJsonArray &operations)
{
    QJsonArray changes;
    for (const QJsonValue &operation : operations) {
        if (operation["kind"_L1].toString() != "link"_L1)
            changes.append(operation);
    }
    return changes;
}

QJsonObject ledgerRow(const QJsonObject &report, const QString &integration, const QString &entity)
{
    for (const QJsonValue &row : report.value("ledger"_L1).toArray()) {
        if (row["integration"_L1].toString() == integration && row["entity"_L1].toString() == entity)
            return row.toObject();
    }
    return {};
}

QString ledgerProblem(const QJsonObject &report)
{
    const QJsonArray rows = report.value("ledger"_L1).toArray();
    if (rows.isEmpty())
        return u"there is no ledger"_s;
    for (const QJsonValue &row : rows) {
        int sum = 0;
        for (const auto part : {"written"_L1, "equal"_L1, "left_out"_L1, "conflict"_L1, "held"_L1, "failed"_L1})
            sum += row[part].toInt();
        if (sum != row["seen"_L1].toInt())
            return shown(row);
    }
    return {};
}

} // namespace syncline::test
