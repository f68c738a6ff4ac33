#include "simulation/fakecrm.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

using namespace connectors;

namespace {

constexpr seconds longestOnTheWay{8}; ///< shorter than the engine waits before it takes a silence for an answer

Error errorOf(FakeRemote::Fault fault)
{
    switch (fault) {
    case FakeRemote::Fault::Expired:
        return {ErrorKind::Authentication, u"The token has expired."_s, {}, {}, {}, false};
    case FakeRemote::Fault::TooMany:
        return {ErrorKind::RateLimit, u"Too many requests."_s, {}, {}, {}, false};
    default:
        return {ErrorKind::Network, u"The connection broke."_s, {}, {}, {}, true};
    }
}

/// What a broken listing still delivers is its own business; any other answer is whole or none.
bool isBroken(FakeRemote::Fault fault)
{
    using Fault = FakeRemote::Fault;
    return fault != Fault::None && fault != Fault::Stale && fault != Fault::Hole;
}

RemoteField field(const QString &name, FieldType type)
{
    RemoteField field;
    field.name = name;
    field.label = name;
    field.type = type;
    return field;
}

RemoteField tokenField()
{
    RemoteField token = field(u"syncline_id"_s, FieldType::Text);
    token.custom = true;
    return token;
}

QString textOf(const WriteOperation &operation)
{
    static const QStringList verbs{u"create"_s, u"update"_s, u"delete"_s};
    QString text = verbs[int(operation.kind)] + u' ' + operation.remoteId;
    for (auto it = operation.fields.begin(); it != operation.fields.end(); ++it)
        text += u" %1=\"%2\""_s.arg(it.key(), it->display());
    return text;
}

} // namespace

FakeCrm::FakeCrm(FakeRemote &remote, EffectGate &gate) : m_remote(remote), m_gate(gate)
{
    const Quirks &quirks = remote.quirks;
    m_capabilities.pageSize = quirks.pageSize;
    m_capabilities.writeBatch = quirks.writeBatch;
    m_capabilities.readBatch = quirks.readBatch;
    m_capabilities.clientChosenIds = quirks.ids == Quirks::Ids::Ours;
    m_capabilities.tellsCreator = quirks.tellsCreator;
    m_capabilities.deleteFeed = quirks.deleteFeed;
    m_capabilities.resolution = quirks.resolution;
    m_capabilities.overlap = quirks.resolution + quirks.late + 1s;
    m_capabilities.indexLag = std::max(quirks.indexLag, quirks.late);
}

QList<RemoteEntity> FakeCrm::entities(const Quirks &quirks)
{
    RemoteEntity people{peopleEntity, u"People"_s, u"contact"_s, {}};
    people.fields = {field(u"email"_s, FieldType::Email),    field(u"job"_s, FieldType::Text),
                     field(u"dept"_s, FieldType::Text),      field(u"first"_s, FieldType::Text),
                     field(u"last"_s, FieldType::Text),      field(u"tags"_s, FieldType::Set),
                     field(u"consent"_s, FieldType::Consent)};
    people.fields.first().unique = quirks.uniqueKey;
    if (quirks.hasFirms) {
        RemoteField firm = field(u"firm"_s, FieldType::Ref);
        firm.refersTo = firmsEntity;
        people.fields.append(firm);
    }
    if (quirks.hasTokens)
        people.fields.append(tokenField());
    QList<RemoteEntity> all{people};
    if (quirks.hasLeads) {
        all.append(people);
        all.last().name = leadsEntity;
        all.last().label = u"Leads"_s;
    }
    if (quirks.hasFirms) {
        RemoteEntity firms{firmsEntity, u"Firms"_s, u"company"_s, {}};
        firms.fields = {field(u"name"_s, FieldType::Text), field(u"industry"_s, FieldType::Text)};
        firms.fields.first().unique = quirks.uniqueKey;
        if (quirks.hasTokens)
            firms.fields.append(tokenField());
        all.append(firms);
    }
    return all;
}

FakeCrm::Fault FakeCrm::ask(const char *what, const std::function<void()> &body, const std::function<void()> &late)
{
    m_gate.before(EffectKind::Send, what);
    m_remote.catchUp();
    const Fault fault = m_remote.nextFault(bool(late), what);
    if (fault == Fault::ArrivesLate && late)
        m_remote.arriveLater(1s + seconds(m_remote.network.below(int(longestOnTheWay.count()))), late);
    else if (fault == Fault::AnswerLost || !isBroken(fault))
        body();
    m_gate.after(EffectKind::Receive, what);
    return fault;
}

Result<QList<RemoteEntity>> FakeCrm::describe(std::stop_token)
{
    const Fault fault = ask("describe", [] {});
    if (isBroken(fault))
        return failure(errorOf(fault));
    auto told = entities(m_remote.quirks);
    told.removeIf([this](const RemoteEntity &entity) { return m_remote.withdrawn.contains(entity.name); });
    return told;
}

Result<ReadEnd> FakeCrm::read(const ReadRequest &asked, const PageSink &sink, std::stop_token stop)
{
    const seconds start = m_remote.now();
    const seconds since = asked.cursor ? seconds(asked.cursor->toLongLong()) - m_capabilities.overlap : 0s;
    QString last;
    for (;;) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, u"Cancelled."_s);
        QList<RemoteRecord> fresh, stale;
        const Fault fault = ask("page", [&] {
            fresh = pageOf(m_remote, asked.entity, since, last, false);
            stale = pageOf(m_remote, asked.entity, since, last, true);
        });
        if (isBroken(fault))
            return failure(errorOf(fault));
        QList<RemoteRecord> page = fault == Fault::Stale ? stale : fresh;
        if (page.isEmpty())
            break;
        last = page.last().id;
        if (fault == Fault::Hole)
            page.removeFirst();
        if (auto taken = sink(page); !taken)
            return failure(taken.error());
    }
    return ReadEnd{QString::number(start.count()), 0, !asked.cursor};
}

Result<QList<LookUp>> FakeCrm::readByIds(const QString &entity, const QStringList &ids, const QStringList &,
                                         std::stop_token)
{
    QList<LookUp> looks;
    const Fault fault = ask("ids", [&] {
        for (const QString &id : ids)
            looks.append(lookUp(m_remote, entity, id));
    });
    return isBroken(fault) ? Result<QList<LookUp>>(failure(errorOf(fault))) : looks;
}

Result<QList<RemoteRecord>> FakeCrm::readByKey(const QString &entity, const QString &, const QStringList &values,
                                               const QStringList &, std::stop_token)
{
    QList<RemoteRecord> found;
    const Fault fault = ask("key", [&] {
        QStringList ids;
        for (const QString &value : values)
            ids << holders(m_remote, entity, value);
        ids.removeDuplicates();
        for (const QString &id : std::as_const(ids))
            found.append(shown(m_remote, id));
    });
    return isBroken(fault) ? Result<QList<RemoteRecord>>(failure(errorOf(fault))) : found;
}

Result<QList<RemoteRecord>> FakeCrm::readCreatedSince(const QString &entity, std::chrono::seconds since,
                                                      const QStringList &, std::stop_token)
{
    QList<RemoteRecord> found;
    const Fault fault = ask("created", [&] {
        for (const auto &[id, record] : m_remote.records) {
            if (!record.deleted && record.entity == entity && !m_remote.isBlind && record.created >= since
                && m_remote.now() - record.created >= m_remote.quirks.late)
                found.append(shown(m_remote, id));
        }
    });
    return isBroken(fault) ? Result<QList<RemoteRecord>>(failure(errorOf(fault))) : found;
}

WriteOutcome FakeCrm::writeOne(const QString &entity, const WriteOperation &operation)
{
    FakeRemote &remote = m_remote;
    if (remote.ghost.tell)
        remote.ghost.tell(u"  to "_s + remote.name + u": "_s + textOf(operation));
    WriteOutcome outcome;
    const Fault fault = ask(
        "write", [&] { outcome = carryOut(remote, entity, operation); },
        [&remote, entity, operation] { carryOut(remote, entity, operation); });
    if (isBroken(fault)) {
        outcome = {};
        outcome.error = errorOf(fault);
        if (fault != Fault::TooMany && fault != Fault::Expired)
            outcome.status = WriteOutcome::Status::Unknown;
    }
    if (outcome.remoteId.isEmpty())
        outcome.remoteId = operation.remoteId;
    return outcome;
}

QList<WriteOutcome> FakeCrm::write(const QString &entity, const QList<WriteOperation> &operations, std::stop_token stop)
{
    QList<WriteOutcome> outcomes;
    for (const WriteOperation &operation : operations)
        outcomes.append(stop.stop_requested() ? WriteOutcome() : writeOne(entity, operation));
    return outcomes;
}

Result<DeletedFeed> FakeCrm::deletedSince(const QString &entity, const std::optional<QString> &cursor, std::stop_token)
{
    DeletedFeed deleted;
    const Fault fault = ask("feed", [&] {
        const qsizetype size = m_remote.feed.size();
        for (qsizetype i = cursor ? std::min<qsizetype>(cursor->toLongLong(), size) : size; i < size; ++i) {
            const auto &[id, winner] = m_remote.feed.at(i);
            if (m_remote.records.at(id).entity == entity)
                deleted.records.append({id, winner.isEmpty() ? std::nullopt : std::optional(winner)});
        }
        deleted.nextCursor = QString::number(size);
    });
    return isBroken(fault) ? Result<DeletedFeed>(failure(errorOf(fault))) : deleted;
}

Result<Encoded> FakeCrm::encode(const QString &, const RemoteField &field, const Value &value, WriteKind) const
{
    static const QStringList asGiven{u"email"_s, u"name"_s, u"firm"_s};
    const bool isKnown = m_remote.quirks.predicts && !asGiven.contains(field.name);
    return Encoded{value.toJson(), isKnown ? m_remote.quirks.stored(value) : value, {}};
}

} // namespace syncline::simulation
