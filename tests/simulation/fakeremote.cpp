#include "simulation/fakeremote.h"

#include "foundation/canonical.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace syncline::simulation {

namespace {

const QStringList personFields{u"email"_s, u"job"_s, u"dept"_s, u"first"_s, u"last"_s, u"tags"_s, u"consent"_s};
const QStringList firmFields{u"name"_s, u"industry"_s};
const QSet<QString> storedAsGiven{u"email"_s, u"name"_s, u"firm"_s};

} // namespace

QString keyFieldOf(const QString &entity)
{
    return entity == firmsEntity ? u"name"_s : u"email"_s;
}

std::optional<QString> canonicalKey(const QString &entity, const Value &key)
{
    return canonical(entity == firmsEntity ? FieldType::Text : FieldType::Email, key);
}

FakeRemote::FakeRemote(QString itsName, const Quirks &itsQuirks, const SimulatedClock &clock, Ghost &itsGhost)
    : name(std::move(itsName))
    , quirks(itsQuirks)
    , ghost(itsGhost)
    , m_clock(clock)
{
}

seconds FakeRemote::now() const
{
    const auto time = m_arrival ? duration_cast<seconds>(*m_arrival) : seconds(m_clock.nowSeconds());
    return time + quirks.skew;
}

QStringList FakeRemote::alive(const QString &entity) const
{
    QStringList ids;
    for (const auto &[id, record] : records) {
        if (!record.deleted && record.convertedTo.isEmpty() && (entity.isEmpty() || record.entity == entity))
            ids << id;
    }
    return ids;
}

QStringList FakeRemote::people() const
{
    QStringList ids = alive({});
    ids.removeIf([this](const QString &id) { return records.at(id).entity == firmsEntity; });
    return ids;
}

bool FakeRemote::isAlive(const QString &id) const
{
    const auto found = records.find(id);
    return found != records.end() && !found->second.deleted;
}

bool FakeRemote::isKeyTaken(const QString &entity, const QString &key, const QString &but) const
{
    const QString field = keyFieldOf(entity);
    const auto wanted = canonicalKey(entity, Value::text(key));
    return wanted && quirks.uniqueKey && std::ranges::any_of(records, [&](const auto &entry) {
               const auto &[id, record] = entry;
               return !record.deleted && id != but && keyFieldOf(record.entity) == field
                   && canonicalKey(entity, record.fields.value(field)) == wanted;
           });
}

FakeRemote::Fault FakeRemote::nextFault(bool isWrite, const char *what)
{
    if (!spendRequest()) {
        ghost.met(u"fault: rate limit"_s);
        return Fault::TooMany;
    }
    if (const Fault planned = sabotage ? sabotage(what) : Fault::None; planned != Fault::None)
        return planned;
    if (!network.chance(faultPercent))
        return Fault::None;
    static const QList<Fault> onWrites{Fault::RequestLost, Fault::AnswerLost, Fault::AnswerLost,
                                       Fault::ArrivesLate, Fault::TooMany,    Fault::Expired};
    static const QList<Fault> onReads{Fault::RequestLost, Fault::Cut,     Fault::Stale,
                                      Fault::Hole,        Fault::TooMany, Fault::Expired};
    static const QMap<Fault, QString> names{
        {Fault::RequestLost, u"request lost"_s},  {Fault::AnswerLost, u"answer lost"_s},
        {Fault::ArrivesLate, u"arrives late"_s},  {Fault::Cut, u"listing cut"_s},
        {Fault::Stale, u"stale page"_s},          {Fault::Hole, u"page with a hole"_s},
        {Fault::TooMany, u"too many requests"_s}, {Fault::Expired, u"token expired"_s}};
    const Fault fault = network.of(isWrite ? onWrites : onReads);
    ghost.met(u"fault: "_s + names.value(fault));
    if (ghost.tell)
        ghost.tell(u"  network of %1: %2"_s.arg(name, names.value(fault)));
    return fault;
}

bool FakeRemote::spendRequest()
{
    if (quirks.perMinute == 0)
        return true;
    if (m_clock.now() - m_minute >= 60s) {
        m_minute = m_clock.now();
        m_spent = 0;
    }
    return ++m_spent <= quirks.perMinute;
}

void FakeRemote::arriveLater(seconds after, std::function<void()> what)
{
    m_late.append({m_clock.now() + after, std::move(what)});
}

void FakeRemote::catchUp()
{
    while (!m_late.isEmpty()) {
        const auto next = std::ranges::min_element(m_late, {}, &Late::at);
        if (next->at > m_clock.now())
            return;
        const auto [at, what] = *next;
        m_late.erase(next);
        m_arrival = at;
        what();
        m_arrival.reset();
    }
}

std::optional<std::chrono::milliseconds> FakeRemote::nextLate() const
{
    const auto next = std::ranges::min_element(m_late, {}, &Late::at);
    return next == m_late.end() ? std::nullopt : std::optional(next->at);
}

QString FakeRemote::nextId(const QString &chosenId)
{
    if (!chosenId.isEmpty())
        return chosenId;
    ++m_serial;
    switch (quirks.ids) {
    case Quirks::Ids::Numbers:
        return u"%1"_s.arg(m_serial, 6, 10, QLatin1Char('0'));
    case Quirks::Ids::Prefixed:
        return u"%1-%2"_s.arg(name.toUpper()).arg(1000 - m_serial);
    case Quirks::Ids::Ours:
        break;
    }
    return QUuid::createUuidV5(QUuid(), name + QString::number(m_serial)).toString(QUuid::WithoutBraces);
}

void FakeRemote::stampBefore(Record &record)
{
    record.earlier = record.fields;
    record.earlierModified = record.modified;
    record.modified = now();
}

void FakeRemote::put(Record &record, const QString &field, const Value &value)
{
    record.fields.insert(field, storedAsGiven.contains(field) ? value : quirks.stored(value));
}

QString FakeRemote::add(const QString &entity, const QMap<QString, Value> &fields, const QString &chosenId)
{
    const QString id = nextId(chosenId);
    Record record;
    record.entity = entity;
    for (const QString &field : entity == firmsEntity ? firmFields : personFields)
        record.fields.insert(field, field == u"tags" ? Value::set({}) : Value::null());
    if (quirks.hasFirms && entity != firmsEntity)
        record.fields.insert(u"firm"_s, Value::null());
    for (auto it = fields.begin(); it != fields.end(); ++it)
        put(record, it.key(), *it);
    record.modified = record.created = now();
    record.bySync = true;
    ++writes;
    records[id] = record;
    if (!quirks.fillsLater)
        fill(id);
    else
        arriveLater(5s, [this, id] { fill(id); });
    return id;
}

void FakeRemote::fill(const QString &id)
{
    if (quirks.fills.isEmpty() || !isAlive(id) || !records[id].fields.value(quirks.fills).isBlank())
        return;
    if (quirks.fillsLater)
        stampBefore(records[id]);
    records[id].fields.insert(quirks.fills, Value::text(u"worked out"_s));
}

/// A text that goes without having been seen is a lost edit, unless no rule could have saved it.
void FakeRemote::noteOverwritten(const QString &id, const QString &field, const Value &before, const Value &after)
{
    const auto gone = ghost.uncovered(Ghost::tokensIn(before) - Ghost::tokensIn(after));
    for (const int token : gone) {
        if (!isLate() && !ghost.isUnseenEdit(place(id), token))
            continue;
        ghost.met(isLate() ? u"race: overwritten by a request that arrived late"_s
                           : u"race: overwritten between the last look and the write"_s);
        ghost.saw(QSet<int>{token});
    }
    const bool isLoosened = field == u"consent" && !isLate() && strictness(before) == 2 && strictness(after) < 2;
    if (isLoosened && ghost.isUnseenEdit(place(id), records[id].consentMark))
        ghost.met(u"race: consent changed between the last look and the write"_s);
    else if (isLoosened)
        loosened << id;
}

/// A value typed between the last look and a write that the CRM ignores looks like what the CRM made of the write: the
/// person counts as having seen what was sent. No rule tells the two apart.
void FakeRemote::noteIgnored(const QString &id, const Value &there, const Value &sent)
{
    const auto typed = Ghost::tokensIn(there);
    if (std::ranges::none_of(typed, [&](int token) { return ghost.isUnseenEdit(place(id), token); }))
        return;
    ghost.met(u"race: edited before a write that the CRM ignored"_s);
    ghost.saw(sent);
}

void FakeRemote::workflow(const QString &id, const QString &field, const Value &before)
{
    if (!quirks.putsBack || field != u"job")
        return;
    arriveLater(5s, [this, id, field, before] {
        if (!isAlive(id))
            return;
        Record &record = records[id];
        ghost.saw(record.fields.value(field));
        stampBefore(record);
        record.fields.insert(field, before);
        ghost.met(u"workflow: put back"_s);
    });
}

void FakeRemote::change(const QString &id, const QMap<QString, Value> &fields)
{
    Record &record = records[id];
    ++writes;
    stampBefore(record);
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const Value before = record.fields.value(it.key());
        if (it.key() == quirks.ignores && !before.isBlank()) {
            ghost.met(u"quirk: write ignored"_s);
            noteIgnored(id, before, *it);
            continue;
        }
        noteOverwritten(id, it.key(), before, *it);
        put(record, it.key(), *it);
        record.keyIsOwn = record.keyIsOwn && it.key() != keyFieldOf(record.entity);
        workflow(id, it.key(), before);
    }
}

void FakeRemote::remove(const QString &id)
{
    Record &record = records[id];
    ++writes;
    Deletion deletion{id, {}, isLate()};
    for (auto it = record.fields.begin(); it != record.fields.end(); ++it) {
        const auto gone = ghost.uncovered(Ghost::tokensIn(*it));
        for (const int token : gone) {
            if (!isLate() && !ghost.isUnseenEdit(place(id), token))
                deletion.tokens.insert(token, it.key());
        }
        ghost.saw(*it);
    }
    record.deleted = true;
    record.modified = now();
    feed.append({id, {}});
    deletions << deletion;
    leadOn(id, {});
}

/// What becomes of those that belong to a firm that is no more.
void FakeRemote::leadOn(const QString &firm, const QString &successor)
{
    if (records[firm].entity != firmsEntity || quirks.dangles)
        return;
    for (auto &[id, record] : records) {
        if (record.deleted || record.fields.value(u"firm"_s).text() != firm)
            continue;
        stampBefore(record);
        record.fields.insert(u"firm"_s, successor.isEmpty() ? Value::null() : Value::text(successor));
    }
}

void FakeRemote::personEdits(const QString &id, const QString &field, const Value &value)
{
    Record &record = records[id];
    const auto kept = Ghost::tokensIn(value);
    ghost.saw(Ghost::tokensIn(record.fields.value(field)) - kept);
    stampBefore(record);
    put(record, field, value);
    record.keyIsOwn = record.keyIsOwn && field != keyFieldOf(record.entity);
    if (field == u"consent")
        record.consentMark = ghost.newMark();
    ghost.typed(value, place(id) + u'.' + field);
}

QString FakeRemote::personCreates(const QString &entity, const QMap<QString, Value> &fields)
{
    const QString id = add(entity, fields, {});
    records[id].bySync = false;
    --writes;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        ghost.typed(*it, place(id) + u'.' + it.key());
    return id;
}

void FakeRemote::personDeletes(const QString &id)
{
    Record &record = records[id];
    for (const Value &value : std::as_const(record.fields))
        ghost.saw(value);
    record.deleted = true;
    record.modified = now();
    feed.append({id, {}});
    ghost.personDeleted(place(id));
    leadOn(id, {});
}

void FakeRemote::personMerges(const QString &loser, const QString &winner)
{
    Record &gone = records[loser];
    Record &stays = records[winner];
    stampBefore(stays);
    for (auto it = gone.fields.begin(); it != gone.fields.end(); ++it) {
        ghost.saw(*it);
        if (it.key() == keyFieldOf(gone.entity) || !stays.fields.value(it.key()).isBlank())
            continue;
        stays.fields.insert(it.key(), *it);
        if (it.key() == u"consent")
            stays.consentMark = ghost.newMark();
    }
    gone.deleted = true;
    gone.into = winner;
    gone.modified = now();
    feed.append({loser, quirks.redirects || quirks.feedTellsWinner ? winner : QString()});
    ghost.personDeleted(place(loser));
    leadOn(loser, winner);
}

void FakeRemote::personRestores(const QString &id)
{
    Record &record = records[id];
    record.deleted = false;
    record.keyIsOwn = false;
    record.modified = now();
    feed.removeIf([&](const auto &entry) { return entry.first == id; });
    ghost.personRestored(place(id));
}

void FakeRemote::personConverts(const QString &lead)
{
    const Record from = records[lead];
    const QString id = add(peopleEntity, from.fields, {});
    --writes;
    records[id].bySync = from.bySync;
    records[id].keyIsOwn = false;
    records[lead].convertedTo = id;
    records[lead].modified = now();
}

} // namespace syncline::simulation
