#include "core/sync/drafting.h"
#include "core/sync/planner.h"
#include "core/sync/settle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

using BySystem = QMap<QString, QList<const Stranger *>>;

class Matcher
{
public:
    explicit Matcher(Draft &draft) : m_draft(draft) {}

    void run()
    {
        collectHomes();
        collectTaken();
        QMap<QString, BySystem> groups;
        for (const Stranger *stranger : sortedStrangers())
            sort(*stranger, groups);
        for (auto group = groups.begin(); group != groups.end(); ++group) {
            if (m_draft.snap.policies.keyIsHint)
                meetAlike(group.key(), *group);
            else
                meet(group.key(), *group);
        }
    }

private:
    QList<const Stranger *> sortedStrangers() const
    {
        QList<const Stranger *> sorted;
        for (const Stranger &stranger : m_draft.snap.strangers) {
            if (m_draft.system(stranger.system))
                sorted.append(&stranger);
        }
        std::ranges::sort(sorted, {}, [](const Stranger *s) { return std::pair(s->system, s->id); });
        return sorted;
    }

    void collectHomes()
    {
        for (auto it = m_draft.hub.begin(); it != m_draft.hub.end(); ++it) {
            if (const QString key = m_draft.hubKey(*it); it->state == HubState::Live && !key.isEmpty())
                m_homes[key].append(it.key());
        }
    }

    void collectTaken()
    {
        for (const Link &link : m_draft.links) {
            const QPair<QString, QString> place(link.hub, m_draft.familyOf(link.system));
            if (link.state == LinkState::Live)
                m_taken.insert(place, isGone(link) && m_taken.value(place, true));
            if (link.state == LinkState::Excluded || link.state == LinkState::Merged)
                m_separated.insert(place);
        }
        for (const Intent &intent : m_draft.snap.intents) {
            if (intent.kind == IntentKind::Delete)
                m_leaving.insert(intent.hub);
        }
    }

    void hold(const Stranger &stranger, const QString &code, const QString &reason)
    {
        m_draft.hold(stranger.system, {}, stranger.id, code, reason);
        if (const QString key = keyOfStranger(stranger); !key.isEmpty())
            m_draft.heldKeys.insert({stranger.system, key});
    }

    QString keyOfStranger(const Stranger &stranger) const
    {
        return m_draft.keyOfSide(stranger.system, stranger.fields);
    }

    void sort(const Stranger &stranger, QMap<QString, BySystem> &groups)
    {
        const QString key = keyOfStranger(stranger);
        if (m_draft.snap.graves.contains({stranger.system, stranger.id})) {
            m_draft.mark(stranger.system, stranger.id, Status::LeftOut,
                         plannerText("It was deleted or excluded here."));
            if (!key.isEmpty())
                m_draft.heldKeys.insert({stranger.system, key});
        } else if (maybeOurs(m_draft.snap, stranger)) {
            hold(stranger, u"maybe_ours"_s, plannerText("It may be the record of a create whose answer was lost."));
        } else if (key.isEmpty() && m_draft.snap.policies.takesKeyless) {
            QString home;
            meetOne(stranger, home);
        } else if (key.isEmpty()) {
            hold(stranger, u"no_key"_s, plannerText("It has no match key, so that it could be anybody."));
        } else {
            groups[key][stranger.system].append(&stranger);
        }
    }

    void meet(const QString &key, const BySystem &systems)
    {
        const QStringList homes = m_homes.value(key);
        if (homes.size() > 1) {
            for (const auto &strangers : systems) {
                for (const Stranger *stranger : strangers)
                    hold(*stranger, u"several_hub_records"_s, plannerText("Several records here have this match key."));
            }
            return;
        }
        QString home = homes.isEmpty() ? QString() : homes.first();
        for (auto it = systems.begin(); it != systems.end(); ++it) {
            if (it->size() > 1) {
                for (const Stranger *stranger : *it)
                    hold(*stranger, u"twins"_s,
                         plannerText("Several records of %1 have this match key.").arg(it.key()));
            } else {
                meetOne(*it->first(), home);
            }
        }
    }

    /// S-38: what could be the same is for a person to say; what nothing could be is a record of its own.
    void meetAlike(const QString &key, const BySystem &systems)
    {
        const QStringList homes = m_homes.value(key);
        for (auto it = systems.begin(); it != systems.end(); ++it) {
            const QString family = m_draft.familyOf(it.key());
            const bool alikeElsewhere = std::ranges::any_of(
                systems.keys(), [&](const QString &other) { return m_draft.familyOf(other) != family; });
            const bool alikeHere = std::ranges::any_of(homes, [&](const QString &home) {
                const QPair<QString, QString> place(home, family);
                return m_taken.value(place, true) && !m_separated.contains(place);
            });
            for (const Stranger *stranger : *it) {
                QString home;
                if (alikeElsewhere || alikeHere)
                    hold(*stranger, u"alike"_s,
                         plannerText("It may be the same as another record with this %1.")
                             .arg(m_draft.snap.policies.key));
                else
                    meetOne(*stranger, home);
            }
        }
    }

    void meetOne(const Stranger &stranger, QString &home)
    {
        const QString family = m_draft.familyOf(stranger.system);
        const QPair<QString, QString> place(home, family);
        if (!home.isEmpty() && m_leaving.contains(home)) { // S-15
            hold(stranger, u"leaving"_s, plannerText("Nobody knows yet whether a delete of the same record arrived."));
            return;
        }
        const bool taken = m_taken.contains(place) && !m_taken.value(place);
        if (!home.isEmpty() && (taken || m_draft.busy.contains({family, home}))) {
            hold(stranger, u"linked_elsewhere"_s,
                 plannerText("The record with this match key is linked to another record of %1.").arg(stranger.system));
            return;
        }
        if (!home.isEmpty() && m_separated.contains(place)) {
            hold(stranger, u"separated"_s,
                 plannerText("The record with this match key was separated from %1.").arg(stranger.system));
            return;
        }
        if (home.isEmpty()) {
            home = stranger.system + u'/' + stranger.id;
            m_draft.hub.insert(home, HubRecord{home, {}, HubState::Live, {}});
            addOp(hubSystem, OpKind::Create, home, {}, plannerText("New in %1.").arg(stranger.system));
        }
        link(stranger, home);
    }

    void link(const Stranger &stranger, const QString &home)
    {
        bool replaced = false;
        m_draft.links.removeIf([&](const Link &old) {
            if (old.hub != home || old.system != stranger.system)
                return false;
            m_draft.mark(old.system, old.remote, Status::LeftOut,
                         plannerText("A new record with the same match key takes its place."));
            return replaced = true;
        });
        Link made;
        made.hub = home;
        made.system = stranger.system;
        made.remote = stranger.id;
        made.shadow = stranger.fields;
        made.mtime = stranger.mtime;
        made.times = stranger.times;
        m_draft.links.append(made);
        m_taken.insert({home, m_draft.familyOf(stranger.system)}, false);
        addOp(stranger.system, replaced ? OpKind::Relink : OpKind::Link, home, stranger.id,
              plannerText("Same %1 here and in %2.").arg(m_draft.snap.policies.key, stranger.system));
        m_draft.mark(stranger.system, stranger.id, Status::Written, plannerText("Linked."));
    }

    void addOp(const QString &system, OpKind kind, const QString &hub, const QString &remote, const QString &reason)
    {
        Op op;
        op.system = system;
        op.kind = kind;
        op.hub = hub;
        op.remote = remote;
        op.reason = reason;
        m_draft.plan.ops.append(op);
    }

    Draft &m_draft;
    QMap<QString, QStringList> m_homes;          ///< key -> hub ids
    QMap<QPair<QString, QString>, bool> m_taken; ///< (hub, family) -> are its links gone
    QSet<QPair<QString, QString>> m_separated;
    QSet<QString> m_leaving;
};

} // namespace

void matchStrangers(Draft &draft)
{
    Matcher(draft).run();
}

} // namespace syncline::core
