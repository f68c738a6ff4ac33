#include "simulation/invariants.h"

#include "core/engine/operationdocument.h"
#include "core/engine/reviewrows.h"
#include "foundation/canonical.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace syncline::simulation {

using namespace core;

Invariants::Invariants(World &world)
    : m_world(world)
    , m_ghost(world.ghost())
    , m_connection(QUuid::createUuid().toString())
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(world.file());
    database.open();
}

Invariants::~Invariants()
{
    QSqlDatabase::database(m_connection).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery Invariants::query(const QString &text, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.prepare(text);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        qFatal("%s", qPrintable(query.lastError().text()));
    return query;
}

void Invariants::checkRun(const QString &run, bool wasUndo)
{
    checkLedger(run);
    checkOperations(run, wasUndo);
    if (!wasUndo)
        checkFilters(run);
    checkConsent(wasUndo);
    checkOrder(run);
    checkDeletions(wasUndo);
    coverAudited();
}

/// seen = written + equal + left out + in conflict + held + failed, for each integration and entity.
void Invariants::checkLedger(const QString &run)
{
    auto found = query(u"SELECT report FROM runs WHERE id = ?"_s, {run});
    if (!found.next())
        return m_ghost.fail(u"ledger: there is no run "_s + run);
    const QJsonObject report = QJsonDocument::fromJson(found.value(0).toByteArray()).object();
    const QJsonArray rows = report.value("ledger"_L1).toArray();
    for (const QJsonValue &row : rows) {
        int sum = 0;
        for (const QString &status : {u"written"_s, u"equal"_s, u"left_out"_s, u"conflict"_s, u"held"_s, u"failed"_s}) {
            if (row[status].toInt() < 0)
                m_ghost.fail(u"ledger: a negative count of "_s + status);
            sum += row[status].toInt();
        }
        if (sum != row["seen"_L1].toInt()) {
            m_ghost.fail(u"ledger: it does not close: "_s
                         + QString::fromUtf8(QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact)));
        }
    }
}

void Invariants::checkOperations(const QString &run, bool wasUndo)
{
    auto stopped = query(u"SELECT 1 FROM runs WHERE id = ? AND status = 'stopped'"_s, {run});
    const bool wasStopped = stopped.next(); // by a guard: what was not carried out stays planned
    auto found = query(u"SELECT kind, integration, hub_id, reason, document, outcome FROM operations WHERE run = ?"_s,
                       {run});
    while (found.next()) {
        const QString kind = found.value(0).toString();
        const QString outcome = found.value(5).toString();
        const QString what = kind + u" in "_s + found.value(1).toString() + u" of "_s + found.value(2).toString();
        if (found.value(3).toString().trimmed().isEmpty())
            m_ghost.fail(u"reason: none for the "_s + what);
        if (outcome == "planned"_L1 && !wasStopped)
            m_ghost.fail(u"outcome: none for the "_s + what);
        if (kind != "update"_L1 || found.value(1).toString() != hubSystem || outcome != "done"_L1)
            continue;
        const auto changes = hubChanges(found.value(4).toByteArray());
        const auto consent = changes.constFind(u"consent_email"_s);
        if (consent != changes.cend() && strictness(consent->before.value) == 2 && strictness(consent->after.value) < 2
            && consent->after.author != personAuthor && !wasUndo)
            m_ghost.fail(u"consent: loosened in the hub by the "_s + what);
    }
}

/// The hub's record goes last: none that was to go with it is left behind.
void Invariants::checkOrder(const QString &run)
{
    auto found = query(u"SELECT r.integration, r.remote_id FROM operations h JOIN operations r ON r.run = h.run AND "
                       "r.hub_id = h.hub_id WHERE h.run = ? AND h.kind = 'delete' AND r.kind = 'delete' AND "
                       "h.integration = 'hub' AND r.integration <> 'hub' AND h.outcome = 'done'"_s,
                       {run});
    while (found.next()) {
        const FakeRemote &remote = m_world.remote(found.value(0).toString());
        if (remote.isAlive(found.value(1).toString()))
            m_ghost.fail(u"order: the hub's record went before "_s + remote.place(found.value(1).toString()));
    }
}

/// A CRM's "refused" is replaced only where a person said so in the hub.
void Invariants::checkConsent(bool wasUndo)
{
    for (const auto &remote : m_world.remotes()) {
        for (const QString &id : std::as_const(remote->loosened)) {
            auto found = query(u"SELECT hub_id FROM integration_mappings WHERE integration = ? AND remote_id = ?"_s,
                               {World::integrationId(remote->name), id});
            const auto hub = must(m_world.stores().records.hub(found.next() ? found.value(0).toString() : QString()));
            const QString author = hub ? hub->fields.value(u"consent_email"_s).author : QString();
            if ((author != personAuthor && !hasPersonLost(hub)) || wasUndo)
                m_ghost.fail(u"consent: loosened in %1 by \"%2\""_s.arg(remote->place(id), author));
        }
        remote->loosened.clear();
    }
}

/// A person's loosening may be tightened again in the same run, by an edit that the run met later.
bool Invariants::hasPersonLost(const std::optional<HubRow> &hub)
{
    auto found = query(
        u"SELECT document FROM audit WHERE action = 'overwritten' AND field = 'consent_email' AND hub_id = ? "
        "AND id > ?"_s,
        {hub ? hub->id : QString(), m_auditSeen});
    bool hasLost = false;
    while (found.next())
        hasLost = hasLost
            || QJsonDocument::fromJson(found.value(0).toByteArray())["author"_L1].toString() == personAuthor;
    return hasLost;
}

/// Another record may have taken the link of one that was deleted.
QString Invariants::hubOfDeleted(const QString &remote, const QString &id)
{
    auto found = query(u"SELECT hub_id FROM operations WHERE integration = ? AND remote_id = ? AND kind = 'delete' "
                       "ORDER BY run DESC, seq DESC"_s,
                       {World::integrationId(remote), id});
    return found.next() ? found.value(0).toString() : QString();
}

/// Each delete has a person's delete behind it, and takes nothing with it that the deciding side did not see.
void Invariants::checkDeletions(bool wasUndo)
{
    const bool hasRule = m_world.setup().deletes == DeletePolicy::Propagate;
    m_isUndone = m_isUndone || wasUndo;
    for (const auto &remote : m_world.remotes()) {
        for (const FakeRemote::Deletion &deletion : std::as_const(remote->deletions)) {
            const QString place = remote->place(deletion.id);
            auto own = query(
                u"SELECT hub_id, document FROM integration_mappings WHERE integration = ? AND remote_id = ?"_s,
                {World::integrationId(remote->name), deletion.id});
            const bool isLinked = own.next();
            const QString hub = isLinked ? own.value(0).toString() : hubOfDeleted(remote->name, deletion.id);
            const bool isUndo = wasUndo || (m_isUndone && deletion.isLate);
            bool isAsked = isUndo || m_ghost.didPersonDelete(u"hub/"_s + hub);
            for (const LinkRow &link : must(m_world.stores().records.linksOf(hub)))
                isAsked = isAsked || m_ghost.wasDeletedLately(m_world.remote(link.integration).place(link.remoteId));
            if (!isAsked)
                m_ghost.fail(u"false delete: of "_s + place);
            const auto known = isLinked ? Ghost::tokensIn(own.value(1).toString()) : QSet<int>();
            for (auto it = deletion.tokens.begin(); it != deletion.tokens.end(); ++it) {
                const bool isVisible = !m_world.wasRemapped(remote->name, *it); // what is not mapped nobody can see
                if (!isUndo && isVisible && !(hasRule && known.contains(it.key())))
                    m_ghost.fail(u"lost update: t%1 was deleted with %2 and nobody saw it"_s.arg(it.key()).arg(place));
            }
        }
        remote->deletions.clear();
    }
    m_ghost.forgetRestored();
}

/// What lost is in the audit; where a person was to decide, nothing may lose.
void Invariants::coverAudited()
{
    auto found = query(u"SELECT a.id, a.hub_id, a.field, a.document, r.kind FROM audit a JOIN runs r ON r.id = a.run "
                       "WHERE a.action = 'overwritten' AND a.id > ? ORDER BY a.id"_s,
                       {m_auditSeen});
    while (found.next()) {
        m_auditSeen = found.value(0).toLongLong();
        const auto tokens = Ghost::tokensIn(found.value(3).toString());
        const bool isOneWay = std::ranges::any_of(m_world.setup().places,
                                                  [](const Setup::Place &place) { return !place.oneWay.isEmpty(); });
        const auto lost = m_ghost.uncovered(tokens) - standing();
        if (m_world.setup().conflict == ConflictPolicy::Manual && found.value(4).toString() == "sync"_L1 && !isOneWay
            && !lost.isEmpty())
            m_ghost.fail(u"lost update: %1 of %2 was overwritten although a person was to decide: %3"_s.arg(
                found.value(2).toString(), found.value(1).toString(), found.value(3).toString()));
        m_ghost.saw(tokens);
        m_ghost.met(u"loser audited"_s);
    }
}

int Invariants::visibleOperations(const QString &run)
{
    auto found = query(u"SELECT integration, kind, hub_id, reason, outcome, detail FROM operations"
                       " WHERE run = ? AND kind <> 'agree'"_s,
                       {run});
    int count = 0;
    while (found.next()) {
        ++count;
        if (m_ghost.tell)
            m_ghost.tell(u"    still: %1 %2 %3 (%4): %5 %6"_s.arg(
                found.value(0).toString(), found.value(1).toString(), found.value(2).toString(),
                found.value(3).toString(), found.value(4).toString(), found.value(5).toString()));
    }
    return count;
}

void Invariants::tellState()
{
    if (!m_ghost.tell)
        return;
    const auto shown = [](const QMap<QString, Value> &fields) {
        QString text;
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            if (!it->isBlank())
                text += u" %1=\"%2\""_s.arg(it.key(), it->display());
        }
        return text;
    };
    for (const auto &remote : m_world.remotes()) {
        for (const auto &[id, record] : remote->records) {
            const QString fate = record.deleted ? u" (gone)"_s
                : record.convertedTo.isEmpty()  ? u""_s
                                                : u" (converted)"_s;
            m_ghost.tell(u"    [%1%2]%3"_s.arg(remote->place(id), fate, shown(record.fields)));
        }
    }
    auto found = query(u"SELECT h.id, group_concat(l.integration || '/' || l.remote_id || ':' || l.state || CASE WHEN "
                       "l.not_found THEN '!' ELSE '' END, ' ') FROM hub_records h LEFT JOIN integration_mappings l ON "
                       "l.hub_id = h.id GROUP BY h.id"_s);
    while (found.next()) {
        const HubRow hub = *must(m_world.stores().records.hub(found.value(0).toString()));
        QMap<QString, Value> fields;
        for (auto it = hub.fields.begin(); it != hub.fields.end(); ++it)
            fields.insert(it.key() + u" by "_s + it->author, it->value);
        m_ghost.tell(u"    [hub %1 state %2 pending %3 | %4]%5"_s.arg(hub.id.left(13))
                         .arg(int(hub.state))
                         .arg(hub.pending)
                         .arg(found.value(1).toString(), shown(fields)));
    }
    auto lost = query(u"SELECT hub_id, field, document FROM audit WHERE action = 'overwritten' AND id > ?"_s,
                      {m_auditTold});
    while (lost.next())
        m_ghost.tell(u"    [lost: %1 of %2: %3]"_s.arg(lost.value(1).toString(), lost.value(0).toString().left(13),
                                                       lost.value(2).toString()));
    m_auditTold = m_auditSeen;
    auto reviews = query(u"SELECT kind, hub_id, integration, remote_id, document FROM review_items"_s);
    while (reviews.next())
        m_ghost.tell(u"    [waits: %1 %2 %3 %4]"_s.arg(
            reviews.value(0).toString(), reviews.value(1).toString().left(13),
            reviews.value(2).toString() + u'/' + reviews.value(3).toString(), reviews.value(4).toString().left(300)));
}

void Invariants::sawOperations(const QString &run)
{
    auto found = query(u"SELECT document FROM operations WHERE run = ?"_s, {run});
    while (found.next())
        m_ghost.saw(Ghost::tokensIn(found.value(0).toString()));
}

void Invariants::checkEnd(bool wasUndone)
{
    coverAudited();
    checkCreates();
    checkTwins();
    checkEdits();
    if (!wasUndone)
        checkAgreement();
}

/// One create per hub record and integration, ever.
void Invariants::checkCreates()
{
    auto found = query(
        u"SELECT integration, hub_id, count(DISTINCT remote_id), group_concat(DISTINCT remote_id) FROM "
        "operations WHERE kind = 'create' AND integration <> 'hub' AND outcome IN ('done', 'changed', "
        "'refused') AND remote_id <> '' GROUP BY integration, hub_id HAVING count(DISTINCT remote_id) > 1"_s);
    while (found.next())
        m_ghost.fail(u"duplicate: %1 was made in %2 as %3"_s.arg(found.value(1).toString(), found.value(0).toString(),
                                                                 found.value(3).toString()));
    auto imported = query(u"SELECT hub_id, count(*) FROM operations WHERE kind = 'create' AND integration = 'hub' AND "
                          "outcome = 'done' GROUP BY hub_id HAVING count(*) > 1"_s);
    while (imported.next())
        m_ghost.fail(u"resurrection: hub record %1 was made twice"_s.arg(imported.value(0).toString()));
}

/// The sync makes no second record with an address that it gave to one already.
void Invariants::checkTwins()
{
    for (const auto &remote : m_world.remotes()) {
        QMap<QString, QStringList> byKey;
        for (const auto &[id, record] : remote->records) {
            if (!record.deleted && record.bySync && record.keyIsOwn)
                byKey[canonicalKey(record.entity, record.fields.value(keyFieldOf(record.entity))).value_or(QString())]
                    << id;
        }
        byKey.remove(QString());
        for (auto it = byKey.begin(); it != byKey.end(); ++it) {
            if (it->size() > 1)
                m_ghost.fail(
                    u"duplicate: %1 made in %2 with the key %3"_s.arg(it->join(u" and "_s), remote->name, it.key()));
        }
    }
}

/// Every token that is still to be read in a CRM or in the workspace.
QSet<int> Invariants::standing()
{
    QSet<int> tokens;
    for (const auto &remote : m_world.remotes()) {
        for (const auto &[id, record] : remote->records) {
            for (const Value &value : record.fields)
                tokens += Ghost::tokensIn(value);
        }
    }
    auto found = query(u"SELECT id FROM hub_records"_s);
    while (found.next()) {
        const auto hub = must(m_world.stores().records.hub(found.value(0).toString()));
        for (const HubField &field : hub->fields)
            tokens += Ghost::tokensIn(field.value);
    }
    return tokens;
}

/// A text that nobody typed over stands somewhere, waits in a conflict, or is in the audit as a loser.
void Invariants::checkEdits()
{
    const auto there = standing();
    const auto open = m_ghost.open();
    for (auto it = open.begin(); it != open.end(); ++it) {
        if (!there.contains(it.key()))
            m_ghost.fail(u"lost update: t%1, typed at %2"_s.arg(it.key()).arg(*it));
    }
}

void Invariants::checkAgreement()
{
    for (const HubRow &hub : must(m_world.stores().records.hubPage(u"company"_s, {}, 10'000)))
        checkFirm(hub);
    for (const HubRow &hub : must(m_world.stores().records.hubPage(u"contact"_s, {}, 10'000))) {
        QSet<QString> disputed;
        bool isWaiting = false;
        for (const ReviewItem &item : must(m_world.stores().review.ofHub(hub.id))) {
            if (item.kind == "conflict"_L1)
                disputed.insert(item.document.value("field"_L1).toString());
            else
                isWaiting = true;
        }
        if (isWaiting)
            continue;
        for (const LinkRow &link : must(m_world.stores().records.linksOf(hub.id))) {
            if (link.state == LinkState::Live && m_world.remote(link.integration).isAlive(link.remoteId))
                checkLink(hub, link, disputed);
        }
    }
}

void Invariants::checkLink(const HubRow &hub, const LinkRow &link, const QSet<QString> &disputed)
{
    static const QMap<QString, QPair<QString, QString>> places{
        {u"email"_s, {u"email"_s, {}}},           {u"job"_s, {u"job_title"_s, {}}},
        {u"dept"_s, {u"department"_s, {}}},       {u"first"_s, {u"name"_s, u"first_name"_s}},
        {u"last"_s, {u"name"_s, u"last_name"_s}}, {u"tags"_s, {u"tags"_s, {}}},
        {u"consent"_s, {u"consent_email"_s, {}}}};
    FakeRemote &remote = m_world.remote(link.integration);
    const auto &setups = m_world.setup().places;
    const auto place = std::ranges::find(setups, remote.name, &Setup::Place::name);
    const auto &record = remote.records.at(link.remoteId);
    if (!isInside(*place, hub, record.fields) || isListingDoubted(remote, link.integration))
        return;
    checkBelonging(hub, link, disputed);
    for (auto it = places.begin(); it != places.end(); ++it) {
        const auto &[field, part] = *it;
        if (disputed.contains(field) || m_ghost.isKeptApart(hub.id, field) || place->unmapped.contains(it.key())
            || place->oneWay.contains(it.key()) || !link.refused.isEmpty())
            continue;
        Value here = hub.fields.value(field).value;
        if (!part.isEmpty())
            here = here.part(part);
        const Value there = record.fields.value(it.key());
        bool agrees = Ghost::tokensIn(here) == Ghost::tokensIn(there);
        if (it.key() == "email"_L1)
            agrees = same(FieldType::Email, here, there);
        if (it.key() == "consent"_L1)
            agrees = strictness(here) == strictness(there);
        if (!agrees)
            m_ghost.fail(u"convergence: %1 of %2 is \"%3\", the hub has \"%4\""_s.arg(
                it.key(), remote.place(link.remoteId), there.display(), here.display()));
    }
}

} // namespace syncline::simulation
