#pragma once

#include "core/engine/context.h"
#include "core/engine/progress.h"
#include "core/engine/workers.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace syncline::core {

struct WalkResult
{
    int read = 0;          ///< records delivered
    int linked = 0;        ///< of them, those with a link
    int leftOut = 0;       ///< outside the filter or buried
    bool complete = false; ///< a complete listing was staged
    bool ended = false;    ///< the walk came to its end
    int walk = 0;          ///< number of this walk; links and strangers that it showed carry it
    /// Ids of linked records whose row may be older than what is known of them.
    QStringList doubtful;
    bool remapped = false; ///< read with another mapping than the last walk: what that one left out is judged anew
    std::optional<Error> error;
};

/// Step 1 of a run: reads what changed, or everything, of one entity of one integration and stages it in the
/// workspace page by page, one transaction each; then looks for what is gone. The cursor moves last (S-28).
class Reader
{
public:
    Reader(Stores &stores, const Clock &clock, const ProgressSink &progress)
        : m_stores(stores)
        , m_clock(clock)
        , m_progress(progress)
    {
    }
    struct Walk;
    /// Begins a walk; the arguments must outlive it.
    Result<std::shared_ptr<Walk>> begin(Account &account, const Binding &binding, const EntityContext &context,
                                        bool full, std::stop_token stop);
    /// Reads all pages of walks of different integrations at once, each on its integration's thread. What each came to is
    /// told by finish().
    void readPages(const std::vector<std::shared_ptr<Walk>> &walks, Workers &workers);
    Result<WalkResult> finish(Walk &walk);
    /// Single records of one integration.
    struct Looks
    {
        struct Part
        {
            const Binding *binding = nullptr;
            const EntityContext *context = nullptr;
            QStringList ids;
        };
        Account &account;
        std::vector<Part> parts;
    };
    /// Looks at single records by id and stages them, all integrations at once, each on its thread. An account that does not
    /// answer is down; one not found is no evidence.
    Result<void> look(const std::vector<Looks> &looks, Workers &workers, std::stop_token stop);
    /// Stages one record as read: shadow of its link, or a stranger.
    Result<void> stage(const Binding &binding, const EntityContext &context, const connectors::RemoteRecord &record,
                       int walk, WalkResult *result);

private:
    struct Seen;
    struct Merged;
    struct Asked;
    enum class Source { Listing, LookUp }; ///< a listing may come from an old state, a look-up by id does not
    static Seen seen(const Binding &binding, connectors::RemoteRecord record, Source source);
    static bool isDoubtful(const LinkRow &link, const Seen &seen, const Binding &binding);
    Result<void> stageFound(const Asked &asked);
    Result<void> stagePage(Walk &walk, const QList<Seen> &page);
    Result<void> stageSeen(const Binding &binding, const EntityContext &context, const Seen &seen, int walk,
                           WalkResult *result);
    Result<void> stageLinked(const Binding &binding, const EntityContext &context, const LinkKey &key,
                             const RecordStore::Glance &glance, const Seen &seen, int walk, WalkResult *result);
    Result<void> stageStranger(const Binding &binding, const EntityContext &context, const LinkKey &key,
                               const Seen &seen, int walk, WalkResult *result);
    Result<bool> isErased(const QString &entity, const QString &matchKey);
    Result<bool> seesWitness(Walk &walk);
    Result<void> lookAtDoubtful(Walk &walk);
    Result<bool> lookUp(Walk &walk, const QStringList &ids, const char *what,
                        const std::function<Result<void>(const connectors::LookUp &look)> &take);
    Result<void> readDeletedFeed(Walk &walk);
    Result<void> countMissing(Walk &walk);
    Result<void> lookForGone(Walk &walk);
    Result<bool> stageConverted(const Binding &binding, const EntityContext &context,
                                const connectors::RemoteRecord &record, int walk, WalkResult *result);
    Result<void> moveLink(const LinkRow &link, const LinkKey &to);
    Result<void> lookForMerged(Walk &walk, QList<Merged> &merged);
    Result<void> followAll(Walk &walk, const QList<Merged> &merged);
    Result<void> follow(Walk &walk, const LinkKey &from, const connectors::RemoteRecord &winner);
    Result<void> dropGoneStrangers(Walk &walk);

    Stores &m_stores;
    const Clock &m_clock;
    const ProgressSink &m_progress;
    std::optional<bool> m_isAnybodyErased; ///< nobody is while a run goes on
};

} // namespace syncline::core
