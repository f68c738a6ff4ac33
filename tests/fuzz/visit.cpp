#include "fuzz/visit.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::fuzz {

namespace {

using namespace connectors;
using contract::Party;

constexpr int header = 3; ///< bytes
constexpr int mostPages = 20;

/// One visit while it goes on.
class Visitor
{
public:
    Visitor(Connector &connector, const Party &party, const Visit &visit)
        : m_connector(connector)
        , m_party(party)
        , m_task(visit.task)
        , m_entity(visit.isForCompanies ? party.companies : party.people)
        , m_key(visit.isForCompanies ? party.companyName : party.email)
    {
    }
    QString carryOut()
    {
        if (m_task == Task::Test) {
            m_connector.test({});
            return {};
        }
        describe();
        switch (m_task) {
        case Task::ReadChanges:
        case Task::Read:
        case Task::ReadByIds:
        case Task::Update:
        case Task::Delete:
            readSome({});
            break;
        default:
            break;
        }
        goOn();
        return m_broken;
    }

private:
    void goOn()
    {
        switch (m_task) {
        case Task::ReadChanges:
            return readSome(m_cursor);
        case Task::ReadByIds:
            return readByIds();
        case Task::ReadByKey:
            return see(m_connector.readByKey(m_entity, m_key, {u"ada@example.org"_s, u"Ada"_s}, m_fields, {}));
        case Task::ReadCreated:
            return see(m_connector.readCreatedSince(m_entity, 1'700'000'000s, m_fields, {}));
        case Task::Create:
            return write({WriteKind::Create, {}, values(), {}});
        case Task::Update:
            return write({WriteKind::Update, firstId(), values(), m_seen.isEmpty() ? values() : m_seen.first().fields});
        case Task::Delete:
            return write({WriteKind::Delete, firstId(), {}, {}});
        case Task::ReadDeleted:
            return readDeleted();
        case Task::CreateField:
            return createField();
        default:
            return;
        }
    }
    void describe()
    {
        m_fields = {m_key};
        const auto entities = m_connector.describe({});
        for (const RemoteEntity &entity : entities.value_or(QList<RemoteEntity>())) {
            if (entity.name != m_entity)
                continue;
            for (const RemoteField &field : entity.fields)
                m_fields << field.name;
        }
    }
    void readSome(const std::optional<QString> &cursor)
    {
        int pages = 0;
        const auto take = [&](const QList<RemoteRecord> &page) -> Result<void> {
            see(page);
            m_seen << page;
            return ++pages < mostPages ? Result<void>() : failure(ErrorKind::Cancelled, u"Enough."_s);
        };
        ReadRequest request{m_entity, m_fields, cursor, {}, 0, true};
        const auto end = m_connector.read(request, take, {});
        m_cursor = end ? end->nextCursor : QString();
    }
    void readByIds()
    {
        QStringList ids{firstId(), u"999999"_s};
        const auto looks = m_connector.readByIds(m_entity, ids, m_fields, {});
        if (!looks)
            return;
        expect(looks->size() == ids.size(), "readByIds() gives one result for each id");
        for (qsizetype i = 0; i < std::min(looks->size(), ids.size()); ++i)
            expect(looks->at(i).id == ids[i], "readByIds() keeps the order of the ids");
    }
    void write(const WriteOperation &operation)
    {
        const auto outcomes = m_connector.write(m_entity, {operation}, {});
        expect(outcomes.size() == 1, "write() gives one outcome for each operation");
        for (const WriteOutcome &outcome : outcomes) {
            if (operation.kind == WriteKind::Create && outcome.status == WriteOutcome::Status::Done)
                expect(!outcome.remoteId.isEmpty(), "a create that is done has an id");
        }
    }
    void createField()
    {
        RemoteField field;
        field.name = u"shoe_size"_s;
        field.label = u"Shoe size"_s;
        std::ignore = m_connector.createField(m_entity, field, {});
    }
    void readDeleted()
    {
        const auto now = m_connector.deletedSince(m_entity, {}, {});
        if (now)
            std::ignore = m_connector.deletedSince(m_entity, now->nextCursor, {});
    }
    void see(const Result<QList<RemoteRecord>> &records) { see(records.value_or(QList<RemoteRecord>())); }
    void see(const QList<RemoteRecord> &records)
    {
        for (const RemoteRecord &record : records)
            expect(!record.id.isEmpty(), "a record has an id");
    }
    QString firstId() const { return m_seen.isEmpty() ? u"1"_s : m_seen.first().id; }
    QMap<QString, Value> values() const
    {
        QMap<QString, Value> values{{m_key, Value::text(u"ada@example.org"_s)}};
        if (m_entity == m_party.people) {
            values.insert(m_party.lastName, Value::text(u"Lovelace"_s));
            for (const auto &sample : m_party.samples)
                values.insert(sample.field, sample.value);
        }
        return values;
    }
    void expect(bool holds, const char *promise)
    {
        if (!holds && m_broken.isEmpty())
            m_broken = QLatin1StringView(promise);
    }

    Connector &m_connector;
    const Party &m_party;
    Task m_task;
    QString m_entity, m_key, m_cursor, m_broken;
    QStringList m_fields;
    QList<RemoteRecord> m_seen;
};

const QList<Party> &parties()
{
    static const QList<Party> all = contract::parties();
    return all;
}

} // namespace

Visit Visit::fromBytes(const QByteArray &bytes)
{
    const auto number = [&](int place, int count) {
        return bytes.size() > place ? int(std::uint8_t(bytes[place])) % count : 0;
    };
    return {number(0, int(parties().size())), Task(number(1, taskCount)), number(2, 2) == 1,
            Tape::fromBytes(bytes.mid(header))};
}

QByteArray Visit::toBytes() const
{
    const auto letter = [](int number, int count) { return char('a' + (number + count - 'a' % count) % count); };
    QByteArray bytes;
    bytes += letter(party, int(parties().size()));
    bytes += letter(int(task), taskCount);
    bytes += letter(isForCompanies ? 1 : 0, 2);
    return bytes + tape.toBytes();
}

QString brokenPromise(Connector &connector, const Party &party, const Visit &visit)
{
    return Visitor(connector, party, visit).carryOut();
}

QString brokenPromise(const Visit &visit)
{
    const Party &party = parties().at(visit.party);
    TapeNetwork network(visit.tape);
    static const SystemClock clock;
    ConnectorSettings settings;
    settings.baseUrl = QUrl(u"http://127.0.0.1:1"_s);
    settings.auth = party.auth;
    for (const QString &key : {u"client_id"_s, u"client_secret"_s, u"token"_s, u"refresh_token"_s})
        settings.secrets.insert(key, u"demo"_s);
    settings.apiVersion = party.apiVersion;
    const auto connector = party.make(settings, network, clock);
    return connector ? brokenPromise(**connector, party, visit) : QString();
}

} // namespace syncline::fuzz
