#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>

/// The real programs, driven as a person or a script drives them: child processes, files and sockets. A helper that
/// cannot do its work fails the running test and returns something empty.
namespace syncline::test {

/// The control surface of one stand-in CRM: a colleague at its screen, and an eye on its traffic.
class StandIn
{
public:
    StandIn() = default;
    StandIn(QString provider, const QUrl &address);

    QString provider() const { return m_provider; }
    QString address() const { return m_address.toString() + m_path; }

    QJsonArray records(const QString &entity) const;
    QJsonObject record(const QString &entity, const QString &id) const; ///< {} when it is gone
    QJsonObject create(const QString &entity, const QJsonObject &fields) const;
    QJsonObject edit(const QString &entity, const QString &id, const QJsonObject &fields) const;
    void remove(const QString &entity, const QString &id) const;
    void restore(const QString &entity, const QString &id) const; ///< brings back what was removed; SuiteCRM only
    void merge(const QString &entity, const QString &loser, const QString &winner) const;
    void configure(const QJsonObject &switches) const;
    void fault(const QJsonObject &fault) const;
    /// A request to its API, as another program of theirs would send it.
    QJsonDocument call(const QByteArray &method, const QString &path, const QJsonObject &body) const;
    /// The same CRM at another address of its host: in a folder, or as a person may have copied it.
    StandIn at(const QString &path) const;
    void setClock(qint64 skew) const; ///< seconds that this CRM's clock is off

    QJsonArray requests() const;
    int requestCount() const;
    QJsonArray writes() const; ///< requests that could change a record; signing in is none
    void forgetRequests() const;

private:
    QByteArray token() const;
    QJsonDocument ask(const QByteArray &method, const QString &path, const QJsonObject &body = {}) const;
    QJsonObject act(const QString &action, const QString &entity, const QString &id, const QJsonObject &more) const;

    QString m_provider;
    QUrl m_address;
    QString m_path;
};

/// syncline-sandbox with one stand-in per provider; ends with this object.
class SandboxProgram
{
public:
    /// Empty CRMs unless `options` ask for more.
    explicit SandboxProgram(const QStringList &providers, const QStringList &options = {});
    ~SandboxProgram();

    const QList<StandIn> &standIns() const { return m_standIns; }

private:
    QProcess m_process;
    QList<StandIn> m_standIns;
};

struct Ran
{
    int exitCode = -1;
    QByteArray output;      ///< all of standard output
    QJsonDocument document; ///< of it, where it is one JSON document and nothing else
    QString errors;

    QJsonObject object() const { return document.object(); }
    QJsonArray array() const { return document.array(); }
    QString error() const; ///< the message of {"error": ...}
};

/// syncline-cli with a workspace of its own in a folder that goes with this object.
class Workspace
{
public:
    Workspace();

    QString file() const { return m_file; }
    QString folder() const { return m_folder.path(); }
    void useFile(const QString &file) { m_file = file; }
    /// What the program's process does before the program begins: become another user, take a limit.
    void beforeStart(std::function<void()> act) { m_beforeStart = std::move(act); }
    void setVariable(const QString &name, const QString &value) { m_variables.insert(name, value); }

    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// run() for what must work.
    QJsonDocument must(const QStringList &arguments) const;
    QString text(const QStringList &arguments) const; ///< what a person reads: standard output without --json
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    /// Connects a stand-in under this name and applies the suggested mapping. `entities`: the only ones that are synced.
    void connect(const QString &name, const StandIn &standIn, const QStringList &entities = {}) const;
    /// Exports an integration's mapping, changes the contacts' part, and imports it again.
    void changeMapping(const QString &name, const std::function<QJsonObject(QJsonObject)> &change) const;
    /// The same for the part of one remote entity, in whichever case its name is given.
    void changeEntity(const QString &name, const QString &remote,
                      const std::function<QJsonObject(QJsonObject)> &change) const;
    QJsonObject sync(const QStringList &options = {}) const; ///< the report; fails the test unless exit code 0
    QJsonArray planned() const;                              ///< operations of a dry run that would change a record

private:
    std::unique_ptr<QProcess> startProgram(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_file;
    QMap<QString, QString> m_variables; ///< of the environment
    std::function<void()> m_beforeStart;
};

/// The record that holds this value; {} when there is none.
QJsonObject withValue(const QJsonArray &records, const QString &field, const QString &value);
/// An entity of a mapping file with other settings for the lines of one hub field.
QJsonObject withField(QJsonObject entity, const QString &hub, const QJsonObject &settings);
/// Operations that change a record; links and bases do not.
QJsonArray changesOf(const QJsonArray &operations);
/// Row of an integration and entity in a report's ledger.
QJsonObject ledgerRow(const QJsonObject &report, const QString &integration, const QString &entity);
/// Whether every row sums: seen = written + equal + left_out + conflict + held + failed. Names the first that doesn't.
QString ledgerProblem(const QJsonObject &report);
QString shown(const QJsonValue &value); ///< compact JSON, for messages

} // namespace syncline::test
