#include "core/automation/hints.h"

#include "foundation/ids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

constexpr Millis pausedFor = 60'000;
constexpr HintStore::Again afterFailure{0, 60'000, 60}; ///< from a minute to an hour

} // namespace

QString Hints::actorName()
{
    return u"webhook"_s;
}

QString Hints::recordKind()
{
    return u"record"_s;
}

QString Hints::entityKind()
{
    return u"entity"_s;
}

Hints::Hints(Session &session, QString worker)
    : m_session(session)
    , m_store(session.stores().db)
    , m_worker(std::move(worker))
{
}

Result<std::optional<Millis>> Hints::nextDue()
{
    return m_store.nextDue();
}

/// A claim is the worker's, a blank, and what tells this run's from its others.
Result<void> Hints::freeDead()
{
    const auto claims = m_store.claims();
    if (!claims)
        return failure(claims.error());
    for (const QString &claim : *claims) {
        if (!hasClaimDied(claim.section(u' ', 0, 0)))
            continue;
        if (auto done = m_store.free(claim); !done)
            return done;
    }
    return {};
}

Result<void> Hints::renew()
{
    return m_session.stores().db.transaction(
        "hints",
        [&]() -> Result<void> {
            const auto claims = m_store.claims();
            if (!claims)
                return failure(claims.error());
            for (const QString &claim : *claims) {
                if (claim.section(u' ', 0, 0) != m_worker)
                    continue;
                if (auto done = m_store.renew(claim, m_session.clock().now().count() + leaseFor.count()); !done)
                    return done;
            }
            return {};
        },
        Durability::WithNext);
}

Result<std::optional<HintedRun>> Hints::take()
{
    std::optional<HintedRun> run;
    auto done = m_session.stores().db.transaction("hints", [&]() -> Result<void> {
        if (auto freed = freeDead(); !freed)
            return freed;
        const auto waiting = m_store.waiting(m_session.clock().now().count(), mostAtOnce);
        if (!waiting)
            return failure(waiting.error());
        auto sorted = sort(*waiting);
        if (!sorted)
            return failure(sorted.error());
        run = std::move(*sorted);
        return {};
    });
    return done.map([&] { return std::move(run); });
}

Result<std::optional<HintedRun>> Hints::sort(const QList<HintStore::Waiting> &waiting)
{
    if (waiting.isEmpty())
        return std::nullopt;
    const auto integrations = m_session.stores().integrations.all();
    if (!integrations)
        return failure(integrations.error());
    QList<Place> places;
    for (const HintStore::Waiting &one : waiting) {
        const auto place = placeOf(one, *integrations);
        if (!place)
            return failure(place.error());
        if (*place)
            places << **place;
    }
    return runFor(places);
}

/// Where to look; nothing where that leads nowhere.
Result<std::optional<Hints::Place>> Hints::placeOf(const HintStore::Waiting &waiting,
                                                   const QList<IntegrationRow> &integrations)
{
    const HintRow &hint = waiting.hint;
    const auto found = std::ranges::find(integrations, hint.integration, &IntegrationRow::id);
    const bool isGone = found == integrations.end() || found->state == "removed"_L1;
    if (!isGone && found->state == "paused"_L1) {
        return m_store.defer(hint.integration, m_session.clock().now().count() + pausedFor).map([] {
            return std::optional<Place>();
        });
    }
    const auto mappings = m_session.stores().integrations.mappings(hint.integration);
    const auto cursor = m_session.stores().records.cursor(hint.integration, hint.entity);
    if (!mappings || !cursor)
        return failure(mappings ? cursor.error() : mappings.error());
    const auto mapped = std::ranges::find(*mappings, hint.entity, &IntegrationStore::Mapping::remoteEntity);
    if (isGone || mapped == mappings->end() || !cursor->changed)
        return m_store.remove(hint.id).map([] { return std::optional<Place>(); });
    const QString id = hint.kind == recordKind() ? hint.record : QString();
    return Place{hint.id, mapped->hubEntity, {hint.integration, hint.entity, id}, waiting.dueAt};
}

/// Longest due first, as the places are.
Result<std::optional<HintedRun>> Hints::runFor(const QList<Place> &places)
{
    if (places.isEmpty())
        return std::nullopt;
    const auto isEntity = [](const Place &place) { return place.record.remoteId.isEmpty(); };
    const Millis now = m_session.clock().now().count();
    const bool readsEntities = std::ranges::all_of(places, isEntity)
        || std::ranges::any_of(places, [&](const Place &place) {
                                   return isEntity(place) && now - place.dueAt >= entityPatience.count();
                               });
    HintedRun run{m_worker + u' ' + newUuid7(m_session.clock().now(), randomBytes(10)), {}, 0};
    run.request.actor = actorName();
    run.dueAt = std::ranges::find(places, readsEntities, isEntity)->dueAt;
    for (const Place &place : places) {
        if (isEntity(place) != readsEntities)
            continue;
        if (!readsEntities)
            run.request.places << place.record;
        else if (!run.request.entities.contains(place.hubEntity))
            run.request.entities << place.hubEntity;
        if (auto done = m_store.take(place.hint, run.claim, now + leaseFor.count()); !done)
            return failure(done.error());
    }
    return run;
}

Result<void> Hints::ended(const QString &claim, const RunEnd &end)
{
    return m_session.stores().db.transaction("hints", [&] {
        if (end.cancelled || end.problem == anotherRunGoesOn())
            return m_store.free(claim);
        if (!end.problem && !end.status.isEmpty() && end.status != "failed"_L1)
            return m_store.done(claim);
        HintStore::Again again = afterFailure;
        again.at = m_session.clock().now().count();
        return m_store.fail(claim, again);
    });
}

} // namespace syncline::core
