#include "simulation/fakecrm.h"

using namespace Qt::StringLiterals;

namespace syncline::simulation {

using namespace connectors;

namespace {

Error lost()
{
    return {ErrorKind::Network, u"The connection broke."_s, {}, {}, {}, true};
}

} // namespace

FakeCrm::FakeCrm(FakeRemote &remote, const Clock &clock, EffectGate &gate)
    : m_remote(remote)
    , m_clock(clock)
    , m_gate(gate)
{
    m_capabilities.pageSize = 3;
    m_capabilities.writeBatch = 2;
    m_capabilities.readBatch = 5;
    m_capabilities.clientChosenIds = remote.ownIds;
    m_capabilities.deleteFeed = true;
    m_capabilities.overlap = std::chrono::seconds(3);
    m_capabilities.indexLag = std::chrono::seconds(0);
}

RemoteEntity FakeCrm::entity()
{
    RemoteEntity entity{u"people"_s, u"People"_s, u"contact"_s, {}};
    const auto add = [&](const QString &name, FieldType type) {
        RemoteField field;
        field.name = name;
        field.label = name;
        field.type = type;
        entity.fields.append(field);
    };
    add(u"email"_s, FieldType::Email);
    add(u"job"_s, FieldType::Text);
    add(u"phone"_s, FieldType::Text);
    return entity;
}

void FakeCrm::request(const char *what)
{
    m_gate.before(EffectKind::Send, what);
}

Result<QList<RemoteEntity>> FakeCrm::describe(std::stop_token)
{
    return QList<RemoteEntity>{entity()};
}

RemoteRecord FakeCrm::shown(const QString &id) const
{
    const auto &record = m_remote.records.at(id);
    return {id, record.fields, record.modified, record.created, std::nullopt};
}

Value FakeCrm::stored(const Value &value) const
{
    return m_remote.trims && value.isText() ? Value::text(value.text().trimmed()) : value;
}

Result<ReadEnd> FakeCrm::read(const ReadRequest &asked, const PageSink &sink, std::stop_token)
{
    const qint64 start = m_clock.nowSeconds();
    const qint64 since = asked.cursor ? asked.cursor->toLongLong() - m_capabilities.overlap.count() : 0;
    QString last;
    for (;;) {
        request("page");
        QList<RemoteRecord> page;
        for (const auto &[id, record] : m_remote.records) {
            if (id > last && record.modified.count() >= since && page.size() < m_capabilities.pageSize)
                page.append(shown(id));
        }
        m_gate.after(EffectKind::Receive, "page");
        if (page.isEmpty())
            break;
        last = page.last().id;
        if (auto taken = sink(page); !taken)
            return failure(taken.error());
    }
    return ReadEnd{QString::number(start), 0, !asked.cursor};
}

Result<QList<LookUp>> FakeCrm::readByIds(const QString &, const QStringList &ids, const QStringList &, std::stop_token)
{
    request("ids");
    QList<LookUp> looks;
    for (const QString &id : ids) {
        LookUp look{id, Presence::NotFound, {}, {}};
        if (m_remote.records.contains(id)) {
            look.presence = Presence::Found;
            look.record = shown(id);
        }
        looks.append(look);
    }
    m_gate.after(EffectKind::Receive, "ids");
    return looks;
}

Result<QList<RemoteRecord>> FakeCrm::readByKey(const QString &, const QString &field, const QStringList &values,
                                               const QStringList &, std::stop_token)
{
    request("key");
    QList<RemoteRecord> found;
    for (const auto &[id, record] : m_remote.records) {
        for (const QString &value : values) {
            if (record.fields.value(field).text().compare(value, Qt::CaseInsensitive) == 0)
                found.append(shown(id));
        }
    }
    m_gate.after(EffectKind::Receive, "key");
    return found;
}

Result<QList<RemoteRecord>> FakeCrm::readCreatedSince(const QString &, std::chrono::seconds since, const QStringList &,
                                                      std::stop_token)
{
    request("created");
    QList<RemoteRecord> found;
    for (const auto &[id, record] : m_remote.records) {
        if (record.created >= since)
            found.append(shown(id));
    }
    return found;
}

WriteOutcome FakeCrm::carryOut(const WriteOperation &operation)
{
    WriteOutcome outcome;
    outcome.remoteId = operation.remoteId;
    const std::chrono::seconds now(m_clock.nowSeconds());
    if (operation.kind == WriteKind::Create) {
        for (const auto &[id, record] : m_remote.records) {
            const bool same = record.fields.value(u"email"_s)
                                  .text()
                                  .compare(operation.fields.value(u"email"_s).text(), Qt::CaseInsensitive)
                == 0;
            if (same || (m_remote.ownIds && id == operation.remoteId)) {
                outcome.remoteId = id;
                outcome.status = m_remote.ownIds && id == operation.remoteId ? WriteOutcome::Status::Done
                                                                             : WriteOutcome::Status::Refused;
                outcome.record = shown(id);
                outcome.error = {ErrorKind::Conflict, u"It exists already."_s, {}, {}, {}, false};
                return outcome;
            }
        }
        outcome.remoteId = m_remote.ownIds ? operation.remoteId
                                           : u"%1"_s.arg(++m_remote.serial, 6, 10, QLatin1Char('0'));
        m_remote.records[outcome.remoteId] = {
            {{u"email"_s, Value::null()}, {u"job"_s, Value::null()}, {u"phone"_s, Value::null()}}, now, now};
    } else if (!m_remote.records.contains(operation.remoteId)) {
        outcome.status = WriteOutcome::Status::NotFound;
        return outcome;
    }
    ++m_remote.writes;
    outcome.status = WriteOutcome::Status::Done;
    if (operation.kind == WriteKind::Delete) {
        m_remote.records.erase(operation.remoteId);
        m_remote.deleted << operation.remoteId;
        return outcome;
    }
    auto &record = m_remote.records.at(outcome.remoteId);
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it)
        record.fields.insert(it.key(), stored(*it));
    record.modified = now;
    outcome.record = shown(outcome.remoteId);
    return outcome;
}

WriteOutcome FakeCrm::writeOne(const WriteOperation &operation)
{
    request("write");
    WriteOutcome outcome;
    const double dice = std::uniform_real_distribution<>(0, 1)(m_remote.random);
    if (dice < m_remote.loses / 2) { // the request never arrived
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = lost();
        return outcome;
    }
    outcome = carryOut(operation);
    if (dice < m_remote.loses) { // the answer is lost
        outcome = {};
        outcome.status = WriteOutcome::Status::Unknown;
        outcome.error = lost();
    }
    m_gate.after(EffectKind::Receive, "write");
    return outcome;
}

QList<WriteOutcome> FakeCrm::write(const QString &, const QList<WriteOperation> &operations, std::stop_token)
{
    QList<WriteOutcome> outcomes;
    for (const WriteOperation &operation : operations)
        outcomes.append(writeOne(operation));
    return outcomes;
}

Result<DeletedFeed> FakeCrm::deletedSince(const QString &, const std::optional<QString> &cursor, std::stop_token)
{
    request("feed");
    DeletedFeed feed;
    for (qsizetype i = cursor ? cursor->toLongLong() : m_remote.deleted.size(); i < m_remote.deleted.size(); ++i)
        feed.records.append({m_remote.deleted[i], std::nullopt});
    feed.nextCursor = QString::number(m_remote.deleted.size());
    return feed;
}

Result<Encoded> FakeCrm::encode(const QString &, const RemoteField &, const Value &value, WriteKind) const
{
    return Encoded{value.toJson(), stored(value), {}};
}

} // namespace syncline::simulation
