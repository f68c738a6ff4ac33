#pragma once

#include "core/engine/catalog.h"

namespace syncline::core {

/// What a decision can change: a hub record, its links, the stranger it is about and the graves. Taken before and after
/// the decision, so that it can be taken back as long as nothing has moved since.
struct Memento
{
    std::optional<HubRow> hub;
    QList<LinkRow> links;
    std::optional<StrangerRow> stranger;
    QList<LinkKey> graves; ///< of the stranger and the links

    static Result<Memento> take(Stores &stores, const QString &hubId, const std::optional<LinkKey> &stranger);

    QJsonObject toJson() const;
    static Memento fromJson(const QJsonObject &json);
    /// Of all that a run or another decision would move; not of when a record was last seen.
    QByteArray digest() const;
    /// Puts this back in place of `after`. In the caller's transaction; the record is looked at in the next run.
    Result<void> restore(Stores &stores, const Memento &after) const;
};

} // namespace syncline::core
