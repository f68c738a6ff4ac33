#include "core/engine/reader.h"

#include <algorithm>

using syncline::connectors::LookUp;
using syncline::connectors::Presence;

/// Single records, without a walk.
namespace syncline::core {

/// What one integration is asked for, and what it answered. Its thread's alone until it is taken back.
struct Reader::Asked
{
    const Looks &looks;
    std::vector<QList<LookUp>> found; ///< for each part
    std::optional<Error> problem;

    void ask(const std::stop_token &stop)
    {
        connectors::Connector &connector = *looks.account.connector;
        const int batch = std::max(1, connector.capabilities().readBatch);
        for (const Looks::Part &part : looks.parts) {
            QList<LookUp> all;
            for (int from = 0; from < part.ids.size(); from += batch) {
                auto answer = connector.readByIds(part.binding->remote.name, part.ids.mid(from, batch),
                                                  part.binding->mapping.remoteFields(), stop);
                if (!answer) {
                    problem = answer.error();
                    return;
                }
                all += *answer;
            }
            found.push_back(std::move(all));
        }
    }
};

Result<void> Reader::look(const std::vector<Looks> &looks, Workers &workers, std::stop_token stop)
{
    Result<void> staged;
    for (const Looks &one : looks) {
        const auto asked = std::make_shared<Asked>(Asked{one, {}, {}});
        workers.hand(
            one.account.row.id.toStdString(), [asked, stop] { asked->ask(stop); },
            [this, asked, &staged] {
                if (asked->problem)
                    asked->looks.account.down = asked->problem;
                else if (staged)
                    staged = stageFound(*asked);
            });
    }
    while (workers.inHand() > 0)
        workers.finishOne();
    return staged;
}

Result<void> Reader::stageFound(const Asked &asked)
{
    return m_stores.db.transaction("look", [&]() -> Result<void> {
        for (std::size_t i = 0; i < asked.found.size(); ++i) {
            const Looks::Part &part = asked.looks.parts[i];
            const auto cursor = m_stores.records.cursor(part.binding->integration, part.binding->remote.name);
            if (!cursor)
                return failure(cursor.error());
            for (const LookUp &one : asked.found[i]) {
                if (one.presence != Presence::Found || one.record.id != one.id)
                    continue;
                if (auto done = stage(*part.binding, *part.context, one.record, cursor->listing, nullptr); !done)
                    return done;
            }
        }
        return {};
    });
}

} // namespace syncline::core
