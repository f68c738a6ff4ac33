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

bool Invariants::passes(const Setup::Place &place, const HubRow &hub)
{
    if (place.filter.isEmpty() || hub.entity != "contact"_L1)
        return true;
    const auto filter = must(Filter::parse(place.filter, HubSchema::builtIn().kinds(hub.entity)));
    return filter.accepts(openGroups(valuesOf(hub.fields)));
}

/// S-43: what is outside a filter gets nothing but a refusal of consent.
void Invariants::checkFilters(const QString &run)
{
    auto found = query(
        u"SELECT integration, hub_id, remote_id, document FROM operations WHERE run = ? AND kind = 'update' "
        "AND integration <> 'hub' AND outcome IN ('done', 'changed')"_s,
        {run});
    while (found.next()) {
        const auto hub = must(m_world.stores().records.hub(found.value(1).toString()));
        const QString name = m_world.remote(found.value(0).toString()).name;
        const auto place = std::ranges::find(m_world.setup().places, name, &Setup::Place::name);
        const auto sent = RemoteWrite::fromJson(found.value(3).toByteArray()).wire.keys();
        if (!hub || passes(*place, *hub) || sent == QStringList{u"consent"_s})
            continue;
        if (m_changedMeanwhile)
            m_ghost.met(u"race: left a filter while it was written"_s);
        else
            m_ghost.fail(u"filter: %1 of %2 was written, and is outside"_s.arg(found.value(2).toString(), name));
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

/// The firm's record there, "" where it has none that is alive.
QString Invariants::linkedFirm(const QString &integration, const QString &hub)
{
    auto found = query(
        u"SELECT remote_id FROM integration_mappings WHERE integration = ? AND hub_id = ? AND state = 0"_s,
        {integration, hub});
    const QString id = found.next() ? found.value(0).toString() : QString();
    return m_world.remote(integration).isAlive(id) ? id : QString();
}

QString Invariants::hubOfFirm(const QString &integration, const QString &id)
{
    auto found = query(
        u"SELECT hub_id FROM integration_mappings WHERE integration = ? AND remote_id = ? AND state = 0 AND "
        "remote_entity = 'firms'"_s,
        {integration, id});
    return found.next() ? found.value(0).toString() : QString();
}

/// S-34: a CRM that knows one firm of a person names the first one; what is not linked there waits.
void Invariants::checkBelonging(const HubRow &hub, const LinkRow &link, const QSet<QString> &disputed)
{
    FakeRemote &remote = m_world.remote(link.integration);
    const auto place = std::ranges::find(m_world.setup().places, remote.name, &Setup::Place::name);
    if (!remote.quirks.hasFirms || place->unmapped.contains(u"firm"_s) || disputed.contains(u"companies"_s)
        || m_ghost.isKeptApart(hub.id, u"companies"_s))
        return;
    const QStringList here = referredIds(hub.fields.value(u"companies"_s).value);
    const QString there = remote.records.at(link.remoteId).fields.value(u"firm"_s).text();
    if (!there.isEmpty() && hubOfFirm(link.integration, there).isEmpty())
        return; // it waits
    QStringList expected;
    for (const QString &firm : here)
        expected << linkedFirm(link.integration, firm);
    expected.removeAll(QString());
    if (there.isEmpty() ? !expected.isEmpty() : !expected.contains(there))
        m_ghost.fail(u"convergence: %1 belongs to \"%2\", in the hub to \"%3\""_s.arg(remote.place(link.remoteId),
                                                                                      there, here.join(u' ')));
}

} // namespace syncline::simulation
