#pragma once

#include "foundation/value.h"

#include <QList>
#include <QMap>
#include <QPair>
#include <QSet>

#include <functional>
#include <optional>
#include <tuple>

/// The workspace, and a plan over it, as values. `planner.h` turns one into the other without any I/O.
/// Rule numbers (S-1 ...) are those of docs/semantics.md. Times are whole seconds UTC.
namespace syncline::core {

using Seconds = qint64;

inline const QString personAuthor = QStringLiteral("person"); ///< author of a value that somebody entered or chose here
inline const QString hubSystem = QStringLiteral("hub");

/// One half of a base; `never` equals no value (S-2).
struct Half
{
    bool never = true;
    Value value;
    bool operator==(const Half &) const = default;
    static Half of(Value v) { return {false, std::move(v)}; }
};

/// What each side held when they last agreed, each in its own spelling (S-2). Remote values are in hub terms,
/// after the mapping's transform; the store keeps their raw form.
struct Base
{
    Half hub;
    Half remote;
    QString map; ///< FieldMap::id it was agreed under; another id makes the base void (S-22)
    bool operator==(const Base &) const = default;
};

struct TrailStep ///< a value that a sync put here (S-26)
{
    QString author;
    QString canonical; ///< "" for blank
    Seconds at = 0;
    bool operator==(const TrailStep &) const = default;
};

struct HubField
{
    Value value = Value::null();
    QString author; ///< integration name or "person": who made this value, not who carried it here; "" unknown
    std::optional<Seconds> at;      ///< record time at the origin
    std::optional<Seconds> fieldAt; ///< field time at the origin, if it has one
    QList<TrailStep> trail;
    bool operator==(const HubField &) const = default;
};

/// What a person sees who releases a delete: rows of (place, field, canonical value); place is "hub" or
/// "integration/remote id" (S-18). Sorted.
struct SightRow
{
    QString place, field, value;
    bool operator==(const SightRow &) const = default;
    bool operator<(const SightRow &other) const
    {
        return std::tie(place, field, value) < std::tie(other.place, other.field, other.value);
    }
};
using Sight = QList<SightRow>;

enum class HubState { Live, Archived, Deleted };

struct HubRecord
{
    QString id;
    QMap<QString, HubField> fields; ///< by hub field key; the fields of a group under the group's key
    HubState state = HubState::Live;
    std::optional<Sight> deleteAsked; ///< what the person saw who deleted it in the workspace
};

struct Evidence ///< that a remote record is gone (S-17)
{
    bool notFound = false; ///< asked by id, answered "not found" (not "forbidden")
    bool inFeed = false;   ///< named by the CRM's delete feed
    int missing = 0;       ///< complete listings in a row without it
    bool operator==(const Evidence &) const = default;
};

enum class LinkState { Live, Gone, Excluded, Merged, Deleted };

struct Link
{
    QString hub;
    QString system; ///< integration name
    QString remote;
    LinkState state = LinkState::Live;
    QMap<QString, Base> base;     ///< by FieldMap::id
    QMap<QString, Value> shadow;  ///< last values read, by FieldMap::id, in hub terms (S-3)
    QMap<QString, Seconds> times; ///< field times, by FieldMap::id, where the CRM has them
    std::optional<Seconds> mtime;
    QMap<QString, QPair<QString, QString>>
        refused;                ///< FieldMap::id -> canonical (hub, remote) not taken by the CRM (S-23)
    QMap<QString, Value> wrote; ///< FieldMap::id -> value our write replaced, until seen to stand (S-25)
    Evidence evidence;
};

struct Stranger ///< a remote record without a link
{
    QString system;
    QString id;
    QMap<QString, Value> fields; ///< by FieldMap::id, in hub terms
    std::optional<Seconds> mtime;
    QMap<QString, Seconds> times;
    std::optional<Seconds> created; ///< by the CRM's clock
    std::optional<bool> ours;       ///< made by the sync's own user; nullopt: the CRM does not say
};

struct Sent
{
    Value hub;    ///< hub value when the intent was written
    Value value;  ///< what is sent, in hub terms
    Value before; ///< what the remote showed when it was planned
    bool operator==(const Sent &) const = default;
};

enum class IntentKind { Create, Update, Delete };

struct Intent
{
    qint64 id = 0;
    IntentKind kind = IntentKind::Update;
    QString system;
    QString hub;
    QString remote;             ///< "" for a create without a chosen id
    QMap<QString, Sent> fields; ///< by FieldMap::id
    Seconds at = 0;             ///< by the CRM's clock, when it was written
    std::optional<Seconds> unknownSince;
};

enum class Direction { Both, Push, Pull };
enum class ConflictPolicy { Manual, LastWriteWins, FieldMerge, PrimaryWins, SecondaryWins };
enum class DeletePolicy { Ask, Ignore, Unlink, Archive, Propagate };

struct FieldMapPart ///< one field of a group
{
    QString key; ///< hub field key
    Direction direction = Direction::Both;
};

struct FieldMap
{
    QString id;  ///< fingerprint: remote field (and type); unique within its integration
    QString hub; ///< hub field key, or the group's key
    Direction direction = Direction::Both;
    std::optional<ConflictPolicy> conflict;
    bool required = false;
    /// S-42: the next run takes an edit at the far end of a one-way field back: at the CRM's if pushed, the hub's if pulled.
    bool enforce = false;
    bool fillsBlank = false;   ///< a create writes something for a blank, too: a default, a constant, a template
    QString tagNamespace;      ///< sets: only members with this prefix are ever removed (S-37); "" all
    QList<FieldMapPart> parts; ///< of a group; values of this map hold these parts only
    /// What this side would show after being written a value, if known (S-19, S-21): trimmed, seconds cut, mapped
    /// through a lossy transform. Identity when empty. Pure.
    std::function<Value(const Value &)> predict;
};

struct System ///< one integration: its mapping of one entity and what the planner needs to know
{
    QString name;
    /// Of the integration, where several of its remote entities stand for one hub entity (S-40): a hub record has a record
    /// in one of them. "" for `name`.
    QString family;
    QList<FieldMap> fields;
    DeletePolicy deletes = DeletePolicy::Ask;
    bool creates = true;
    bool updates = true;
    bool listed = true;  ///< a complete listing has been staged since it was added (S-12)
    int resolution = 1;  ///< seconds
    bool paused = false; ///< not reachable or switched off in this run: nothing is planned for it, nothing concluded
    /// The mapping's filter over hub values (S-43): a linked record outside it keeps what it has, consent aside. Pure;
    /// empty: everything is inside.
    std::function<bool(const QMap<QString, Value> &)> takesPart;
};

struct Policies
{
    QMap<QString, FieldType> kinds;        ///< hub field or group key -> type; parts of groups too
    QString key = QStringLiteral("email"); ///< hub field that matches records
    bool createWithoutKey = false;         ///< S-38: no key: hold, or create
    bool takesKeyless =
        false; ///< records without a key are nobody else's: each becomes a record of its own (activities)
    bool keyIsHint =
        false; ///< S-38: the same key makes candidates for a person, never a link by itself (deals' titles)
    ConflictPolicy conflict = ConflictPolicy::Manual;
    QString primary;                ///< integration name; "" none
    QStringList order;              ///< integrations, fixed total order
    int tolerance = 2;              ///< seconds of clock skew
    bool releaseRule = false;       ///< standing rule: release strong permits
    bool consentOfArchived = false; ///< an archived record stays frozen, but a refusal still reaches its links (S-33)
    double guardShare = 0.05;
    int guardCount = 100;
    int guardFloor = 10;
};

/// Everything the planner looks at. It may be a part of a workspace, if that part is closed: with a record come
/// all its links and every record (hub, link, stranger) that shares one of their match keys.
struct Snapshot
{
    QMap<QString, System> systems;
    Policies policies;
    QMap<QString, HubRecord> hub;
    QList<Link> links;
    QList<Stranger> strangers;
    QList<Intent> intents;
    QSet<QPair<QString, QString>> graves;          ///< (integration, remote id) that must not come in (S-19)
    QMap<QString, Sight> released;                 ///< hub id -> sight the person saw (S-18)
    QMap<QPair<QString, QString>, QString> barred; ///< (integration, hub id) -> key of a create that the CRM refused
    /// Records of which a listing was told but that failed the pull mapping: keys in use that must not be created again.
    QSet<QPair<QString, QString>> heldKeys; ///< (integration, canonical key)
    Seconds now = 0;
};

enum class OpKind { Create, Update, Delete, Link, Relink, Unlink, Agree, Archive };

struct HubChange
{
    HubField before;
    HubField after;
    bool operator==(const HubChange &) const = default;
};

struct Loser ///< a value that this operation overwrites, for the audit (S-6)
{
    QString field, author;
    Value value;
    bool operator==(const Loser &) const = default;
};

struct Op
{
    QString system; ///< "hub" or an integration
    OpKind kind = OpKind::Update;
    QString hub;
    QString remote;                    ///< "" where there is none (yet)
    QMap<QString, HubChange> changes;  ///< hub updates: by hub field
    QMap<QString, Sent> sent;          ///< remote creates, updates, deletes: by FieldMap::id
    QMap<QString, Base> agreed;        ///< Agree: by FieldMap::id
    LinkState state = LinkState::Live; ///< Unlink: the link's new state
    QString reason;                    ///< a sentence for people, translated
    QList<Loser> losers;
    bool consentOnly = false; ///< remote update that tightens consent only: goes first, past guards (S-33)
    /// Carried out in the workspace alone.
    bool isLocal() const
    {
        return system == hubSystem || kind == OpKind::Link || kind == OpKind::Relink || kind == OpKind::Unlink
            || kind == OpKind::Agree;
    }
};

enum class ConflictCause { FirstMeeting, SeveralSides, ConsentLoosened, PutBack, Swings };

struct ConflictSide
{
    QString system; ///< "hub" or an integration
    QString remote; ///< remote id; "" for the hub
    Value value;
    Value base; ///< the side's half of the base; absent if never agreed
    std::optional<Seconds> changedAt;
    QString by; ///< author
};

struct Conflict
{
    QString hub;
    QString field; ///< hub field or group key
    ConflictCause cause = ConflictCause::SeveralSides;
    QList<ConflictSide> sides; ///< the hub first, then claiming sides by name
};

enum class Status { Equal, LeftOut, Written, Held, Conflict, Failed }; ///< the later one counts (S-30)

struct Held
{
    QString system;
    QString hub;    ///< "" for none
    QString remote; ///< "" for none
    QString code;   ///< machine word: "no_key", "twins", "several_hub_records", "linked_elsewhere", ...
    QString reason; ///< sentence for people
};

struct QueueEntry ///< a delete that waits (S-18)
{
    QString hub;
    QString from;   ///< integration where it was deleted, or "hub"
    QString permit; ///< "strong", "weak", "person"
    Sight sight;
    bool editedElsewhere = false;
    bool released = false;
};

struct LedgerRow
{
    Status status = Status::Equal;
    QString reason;
};

struct Plan
{
    QList<Op> ops;
    QList<Conflict> conflicts;
    QList<Held> held;
    QList<QueueEntry> queue;
    /// integration -> record -> fate; the record is a remote id, or "hub:ID" for a hub record without one there.
    QMap<QString, QMap<QString, LedgerRow>> ledger;
    int liveLinks = 0, removed = 0,
        cleared = 0;                       ///< what the guards count (S-29), to be summed over parts of a workspace
    QSet<QPair<QString, QString>> touched; ///< links that a remote update writes to
    QStringList guards;                    ///< sentences; empty: go
    QSet<QString> outside; ///< hub records of which a link is outside its integration's filter; each run lists them
};

} // namespace syncline::core
