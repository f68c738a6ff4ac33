#pragma once

#include "core/recipes/recipe.h"
#include "core/services/session.h"
#include "core/workspace/recipestore.h"

namespace syncline::core {

/// A business event that was accepted. The same id is carried out once.
struct BusinessEvent
{
    QString id; ///< the sender's idempotency key, with its source
    QString kind;
    QByteArray body; ///< one JSON object
};

struct CarriedOut
{
    QStringList records;    ///< ids of the hub records that the event made or changed
    QStringList made;       ///< those of them that are new
    int followUps = 0;      ///< steps that wait for their time now
    bool wasBefore = false; ///< it had been carried out already; `records` are those of then
};

/// What of a due step became.
struct FollowedUp
{
    FollowUpRow row;
    QStringList records;
    std::optional<Error> problem; ///< the step is kept as failed
};

/// The recipes of a workspace at work: events and follow-ups become edits of hub records; a sync carries them to the CRMs.
/// Belongs to its session's thread.
class Recipes
{
public:
    explicit Recipes(Session &session) : m_session(session), m_store(session.stores().db) {}

    /// Those that were applied, with their settings.
    Result<QList<RecipeRow>> applied();
    /// Event kinds that an applied recipe knows.
    Result<QStringList> kinds();

    /// All edits of an event in one transaction with its mark: a death leaves all of it or nothing.
    /// Errors: NotFound (no recipe knows the kind), Validation (the event does not fit), Conflict (several records).
    Result<CarriedOut> carryOut(const BusinessEvent &event);
    /// The steps whose time has come, each in a transaction of its own.
    Result<QList<FollowedUp>> carryOutDue();
    Result<QList<FollowUpRow>> followUps();

private:
    class Step;
    Result<QList<std::pair<Recipe, RecipeRow>>> recipesFor(const QString &kind);
    Result<void> steps(const Recipe &recipe, const RecipeRow &row, const BusinessEvent &event, CarriedOut &done);
    Result<void> followUp(const FollowUpRow &row, QStringList &records);

    Session &m_session;
    RecipeStore m_store;
};

} // namespace syncline::core
