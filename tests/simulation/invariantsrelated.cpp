#include "core/engine/operationdocument.h"
#include "core/mapping/compiledmapping.h"
#include "core/mapping/filter.h"
#include "core/mapping/referencevalues.h"
#include "foundation/canonical.h"
#include "simulation/invariants.h"

#include <QSqlQuery>

/// Filters, firms and who belongs to them.
namespace syncline::simulation {

using namespace Qt::StringLiterals;
using namespace core;

bool Invariants::isInside(const Setup::Place &place, const HubRow &hub, const QMap<QString, Value> &there)
{
    static const QMap<QString, QString> names{{u"job_title"_s, u"job"_s},
                                              {u"department"_s, u"dept"_s},
                                              {u"email"_s, u"email"_s},
                                              {u"last_name"_s, u"last"_s}};
    if (place.filter.isEmpty() || hub.entity != "contact"_L1)
        return true;
    const auto filter = must(Filter::parse(place.filter, HubSchema::builtIn().kinds(hub.entity)));
    const auto here = openGroups(valuesOf(hub.fields));
    auto claimed = here;
    for (auto it = names.begin(); it != names.end(); ++it) {
        const bool isRead = place.oneWay.value(*it, Direction::Both) != Direction::Push;
        if (isRead && there.contains(*it) && !place.unmapped.contains(*it))
            claimed.insert(it.key(), there.value(*it));
    }
    return filter.accepts(here) && filter.accepts(claimed);
}

/// S-43: what is outside a filter gets nothing but a refusal of consent. What waits for a decision may count as inside.
void Invariants::checkFilters(const QString &run)
{
    auto found = query(
        u"SELECT integration, hub_id, remote_id, document FROM operations WHERE run = ? AND kind = 'update' "
        "AND integration <> 'hub' AND outcome IN ('done', 'changed')"_s,
        {run});
    while (found.next()) {
        const auto hub = must(m_world.stores().records.hub(found.value(1).toString()));
        const FakeRemote &remote = m_world.remote(found.value(0).toString());
        const auto place = std::ranges::find(m_world.setup().places, remote.name, &Setup::Place::name);
        const auto sent = RemoteWrite::fromJson(found.value(3).toByteArray()).wire.keys();
        if (!hub || isInside(*place, *hub, {}) || sent == QStringList{u"consent"_s}
            || !must(m_world.stores().review.ofHub(hub->id)).isEmpty())
            continue;
        const QString what = remote.place(found.value(2).toString());
        if (m_changedMeanwhile)
            m_ghost.met(u"race: left a filter while it was written"_s);
        else
            m_ghost.fail(u"filter: %1 was written, and is outside"_s.arg(what));
    }
}

void Invariants::checkFirm(const HubRow &hub)
{
    const bool isOpen = !must(m_world.stores().review.ofHub(hub.id)).isEmpty();
    for (const LinkRow &link : must(m_world.stores().records.linksOf(hub.id))) {
        FakeRemote &remote = m_world.remote(link.integration);
        if (isOpen || link.state != LinkState::Live || !remote.isAlive(link.remoteId) || !link.refused.isEmpty())
            continue;
        const auto &fields = remote.records.at(link.remoteId).fields;
        for (const QString &field : {u"name"_s, u"industry"_s}) {
            const Value here = hub.fields.value(field).value, there = fields.value(field);
            const bool agrees = field == "name"_L1 ? same(FieldType::Text, here, there)
                                                   : Ghost::tokensIn(here) == Ghost::tokensIn(there);
            if (!agrees && !m_ghost.isKeptApart(hub.id, field))
                m_ghost.fail(u"convergence: %1 of %2 is \"%3\", the hub has \"%4\""_s.arg(
                    field, remote.place(link.remoteId), there.display(), here.display()));
        }
    }
}

/// The firm's record there; "" where it has none.
QString Invariants::linkedFirm(const QString &integration, const QString &hub)
{
    auto found = query(
        u"SELECT remote_id FROM integration_mappings WHERE integration = ? AND hub_id = ? AND state = 0"_s,
        {integration, hub});
    return found.next() ? found.value(0).toString() : QString();
}

QString Invariants::hubOfFirm(const QString &integration, const QString &id)
{
    auto found = query(
        u"SELECT hub_id FROM integration_mappings WHERE integration = ? AND remote_id = ? AND state = 0 AND "
        "remote_entity = 'firms'"_s,
        {integration, id});
    return found.next() ? found.value(0).toString() : QString();
}

/// S-29: an empty list of firms, of which three are linked, is none, and the whole CRM waits for a person.
bool Invariants::isListingDoubted(const FakeRemote &remote, const QString &integration)
{
    auto linked = query(u"SELECT count(*) FROM integration_mappings WHERE integration = ? AND remote_entity = 'firms'"
                        " AND state = 0"_s,
                        {integration});
    return remote.quirks.hasFirms && remote.alive(u"firms"_s).isEmpty() && linked.next()
        && linked.value(0).toInt() >= 3;
}

/// S-34: a CRM that knows one firm of a person names the first one; what is not linked there waits, and what was refused
/// without naming the field was refused whole.
void Invariants::checkBelonging(const HubRow &hub, const LinkRow &link, const QSet<QString> &disputed)
{
    FakeRemote &remote = m_world.remote(link.integration);
    const auto place = std::ranges::find(m_world.setup().places, remote.name, &Setup::Place::name);
    if (!remote.quirks.hasFirms || place->unmapped.contains(u"firm"_s) || disputed.contains(u"companies"_s)
        || m_ghost.isKeptApart(hub.id, u"companies"_s) || !link.refused.isEmpty())
        return;
    const QStringList here = referredIds(hub.fields.value(u"companies"_s).value);
    const QString there = remote.records.at(link.remoteId).fields.value(u"firm"_s).text();
    if (!there.isEmpty() && hubOfFirm(link.integration, there).isEmpty())
        return; // it waits
    QStringList expected;
    for (const QString &firm : here)
        expected << linkedFirm(link.integration, firm);
    if (!there.isEmpty() && expected.contains(QString()))
        return; // so does what is to take its place
    expected.removeAll(QString());
    const bool isMissing = there.isEmpty()
        && std::ranges::any_of(expected, [&](const QString &firm) { return remote.isAlive(firm); });
    if (isMissing || (!there.isEmpty() && !expected.contains(there)))
        m_ghost.fail(u"convergence: %1 belongs to \"%2\", in the hub to \"%3\""_s.arg(remote.place(link.remoteId),
                                                                                      there, here.join(u' ')));
}

} // namespace syncline::simulation
