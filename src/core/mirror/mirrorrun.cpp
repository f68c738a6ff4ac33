#include "core/mirror/mirrorrun.h"

#include "core/mirror/mirrorlane.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

using connectors::RemoteEntity;
using connectors::RemoteField;

const QString userEntity = QStringLiteral("user");
constexpr std::chrono::hours oldestUnfinished{24};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::mirror::Run", text);
}

bool isUsual(const RemoteEntity &entity)
{
    static const QStringList usual{u"contact"_s, u"company"_s, u"deal"_s};
    return usual.contains(entity.hubEntity);
}

/// What belongs to another record is in that record's mirror: a database joins them without a request.
RemoteEntity withoutLookedUp(RemoteEntity entity)
{
    entity.fields.removeIf([](const RemoteField &field) { return field.lookedUp; });
    return entity;
}

/// The field that people know a record of this entity by.
QString nameField(const RemoteEntity &entity)
{
    for (const QString &name : {u"name"_s, u"full_name"_s, u"user_name"_s, u"email"_s}) {
        if (entity.field(name))
            return name;
    }
    return entity.fields.isEmpty() ? QString() : entity.fields.first().name;
}

} // namespace

/// What one mirror will do.
struct MirrorRun::Plan
{
    Generation generation;
    bool isResumed = false;
    QList<Table> tables;
    QMap<QString, Walk> walks; ///< where each begins
    Standing standing;
};

MirrorRun::MirrorRun(MakeConnector makeConnector, const Clock &clock, MirrorMeter::Sink sink)
    : m_makeConnector(std::move(makeConnector))
    , m_clock(clock)
    , m_meter(clock, std::move(sink))
{
}

QDateTime MirrorRun::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_clock.now().count(), Qt::UTC);
}

Result<QList<RemoteEntity>> MirrorRun::chosenEntities(const MirrorRequest &request, std::stop_token stop)
{
    auto connector = m_makeConnector();
    if (!connector)
        return failure(connector.error());
    m_connector = std::move(*connector);
    auto described = m_connector->describe(std::move(stop));
    if (!described)
        return described;
    m_described = *described;
    QList<RemoteEntity> chosen;
    QStringList known;
    for (const RemoteEntity &entity : std::as_const(m_described)) {
        known << entity.name;
        if (request.entities.isEmpty() ? isUsual(entity) : request.entities.contains(entity.name))
            chosen << withoutLookedUp(entity);
    }
    for (const QString &name : request.entities) {
        if (!known.contains(name))
            return failure(ErrorKind::Usage, tr("There is nothing named %1 to mirror.").arg(name),
                           tr("Choose from: %1.").arg(known.join(u", "_s)));
    }
    if (chosen.isEmpty())
        return failure(ErrorKind::Usage, tr("There are neither contacts nor companies nor deals to mirror."),
                       tr("Name what is to be mirrored with --entity: %1.").arg(known.join(u", "_s)));
    return chosen;
}

/// People are few: fields that refer to them get their names as options.
Result<void> MirrorRun::nameUsers(QList<RemoteEntity> &chosen, std::stop_token stop)
{
    for (const RemoteEntity &users : std::as_const(m_described)) {
        const auto refers = [&](const RemoteField &field) {
            return field.type == FieldType::Ref && field.refersTo == users.name;
        };
        const bool isWanted = std::ranges::any_of(
            chosen, [&](const RemoteEntity &entity) { return std::ranges::any_of(entity.fields, refers); });
        if (users.hubEntity != userEntity || !isWanted)
            continue;
        QList<connectors::Option> options;
        const QString name = nameField(users);
        const auto take = [&](const QList<connectors::RemoteRecord> &page) -> Result<void> {
            for (const connectors::RemoteRecord &user : page)
                options.append({user.id, user.fields.value(name).display()});
            return {};
        };
        const auto read = m_connector->read({users.name, {name}, {}, {}}, take, stop);
        if (!read && read.error().kind != ErrorKind::Permission)
            return failure(read.error());
        for (RemoteEntity &entity : chosen) {
            for (RemoteField &field : entity.fields) {
                if (refers(field))
                    field.options = options;
            }
        }
    }
    return {};
}

Generation MirrorRun::nextGeneration(const Standing &standing, const MirrorRequest &request,
                                     const QStringList &entities, const QDateTime &now)
{
    const bool isFresh = standing.fullAt
        && standing.fullAt->addSecs(std::chrono::seconds(request.fullEvery).count()) > now;
    const bool isSame = standing.isPublished && standing.entities == entities;
    const Kind kind = !request.full && isSame && isFresh ? Kind::Incremental : Kind::Full;
    return {standing.lastNumber + 1, kind, u"sync-"_s + QString::number(now.toMSecsSinceEpoch()), now, entities};
}

/// A full one that was stopped is worth going on with whatever is wanted now.
bool MirrorRun::goesOn(const Standing &standing, const Generation &wanted, const QDateTime &now)
{
    const auto &unfinished = standing.unfinished;
    return unfinished && unfinished->entities == wanted.entities
        && (unfinished->kind == Kind::Full || wanted.kind == Kind::Incremental)
        && unfinished->startedAt.addSecs(std::chrono::seconds(oldestUnfinished).count()) > now;
}

Result<MirrorRun::Plan> MirrorRun::plan(Target &target, const MirrorRequest &request, const QList<RemoteEntity> &chosen,
                                        std::stop_token stop)
{
    QStringList names, tableNames;
    QList<Table> tables;
    for (const RemoteEntity &entity : chosen) {
        names << entity.name;
        tables << tableOf(request.prefix, entity);
        tableNames << tables.last().name;
    }
    auto standing = target.open(request.prefix, request.account, tableNames, std::move(stop));
    if (!standing)
        return failure(standing.error());
    Plan plan;
    plan.standing = *standing;
    plan.generation = nextGeneration(*standing, request, names, now());
    plan.isResumed = goesOn(*standing, plan.generation, now());
    if (plan.isResumed)
        plan.generation = *standing->unfinished;
    else if (standing->unfinished) {
        if (auto dropped = target.discard(*standing->unfinished); !dropped)
            return failure(dropped.error());
    }
    auto made = target.begin(plan.generation, tables);
    if (!made)
        return failure(made.error());
    plan.tables = *made;
    for (const QString &name : names) {
        Walk walk;
        walk.entity = name;
        if (plan.generation.kind == Kind::Incremental)
            walk.cursor = standing->cursors.value(name);
        plan.walks.insert(name, plan.isResumed ? standing->walks.value(name, walk) : walk);
    }
    return plan;
}

Result<QMap<QString, Walk>> MirrorRun::mirrorAll(Target &target, const Plan &plan, std::stop_token stop)
{
    std::stop_source all; // the person's stop, or the first entity that fails
    const std::stop_callback onStop(stop, [&all] { all.request_stop(); });
    QMap<QString, Walk> walks = plan.walks;
    std::vector<std::unique_ptr<EntityMirror>> running;
    std::optional<Error> problem;
    for (const Table &table : plan.tables) {
        const Walk walk = plan.walks.value(table.entity.name);
        auto lane = target.lane(plan.generation, table);
        auto connector = m_makeConnector();
        if (!lane || !connector) {
            problem = lane ? connector.error() : lane.error();
            all.request_stop();
            break;
        }
        (*connector)->adopt(m_described);
        running.push_back(std::make_unique<EntityMirror>(
            EntityMirror::Way{std::move(*connector), std::move(*lane), RowMaker(table), walk}, m_meter,
            [&all] { all.request_stop(); }, all.get_token()));
    }
    for (const auto &entity : running) {
        const auto walked = entity->wait();
        if (walked)
            walks.insert(walked->entity, *walked);
        else if (!problem || problem->kind == ErrorKind::Cancelled) // what failed first stopped the others
            problem = walked.error();
    }
    if (problem)
        return failure(*problem);
    return walks;
}

LogEntry MirrorRun::logEntry(const Generation &generation, const QString &error) const
{
    const MirrorProgress progress = m_meter.progress();
    return {generation, (m_clock.now() - progress.startedAt).count(), progress.requests, progress.throttled.count(),
            error};
}

Result<MirrorReport> MirrorRun::run(Target &target, const MirrorRequest &request, std::stop_token stop)
{
    m_meter.enter(MirrorProgress::Phase::Starting);
    auto chosen = chosenEntities(request, stop);
    if (!chosen)
        return failure(chosen.error());
    if (auto named = nameUsers(*chosen, stop); !named)
        return failure(named.error());
    const auto traffic = m_connector->takeTraffic();
    m_meter.sent(traffic.requests, traffic.throttled);
    auto plan = this->plan(target, request, *chosen, stop);
    if (!plan)
        return failure(plan.error());
    QList<EntityProgress> entities;
    for (const Table &table : std::as_const(plan->tables)) {
        const QString name = table.entity.name;
        const bool isFull = plan->generation.kind == Kind::Full;
        entities.append(
            {name, plan->walks.value(name).delivered, isFull ? plan->standing.counts.value(name) : 0, false});
    }
    m_meter.setEntities(entities);
    m_meter.enter(MirrorProgress::Phase::Reading);
    const auto walks = mirrorAll(target, *plan, stop);
    Result<QMap<QString, qint64>> counts;
    if (walks) {
        m_meter.enter(MirrorProgress::Phase::Publishing);
        counts = target.publish(logEntry(plan->generation, {}), plan->tables, *walks);
    } else {
        counts = failure(walks.error());
    }
    if (!counts) { // a database that is gone cannot be told either
        auto logged = target.logFailure(logEntry(plan->generation, counts.error().message));
        return failure(counts.error());
    }
    if (auto tidied = target.tidy(request.keep); !tidied)
        return failure(tidied.error());
    const LogEntry entry = logEntry(plan->generation, {});
    MirrorReport report{plan->generation,
                        plan->isResumed,
                        {},
                        entry.requests,
                        std::chrono::milliseconds(entry.throttledMs),
                        std::chrono::milliseconds(entry.durationMs),
                        plan->standing.fullAt};
    if (plan->generation.kind == Kind::Full)
        report.fullAt = plan->generation.startedAt;
    for (const Table &table : std::as_const(plan->tables)) {
        const Walk walk = walks->value(table.entity.name);
        report.entities.append(
            {table.entity.name, table.name, counts->value(table.entity.name), walk.delivered, walk.pages});
    }
    return report;
}

} // namespace syncline::core::mirror
