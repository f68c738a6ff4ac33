#pragma once

#include "core/sync/types.h"

#include <QJsonArray>
#include <QJsonObject>

/// Rows of the workspace as values.
namespace syncline::core {

using Millis = qint64; ///< since 1970-01-01 UTC

struct IntegrationRow
{
    QString id;
    QString name;
    QString provider;
    QString url;
    QString auth;                             ///< name of an AuthKind
    QJsonObject settings;                     ///< what the user set; defaults are not stored
    int position = 0;                         ///< workspace order
    QString state = QStringLiteral("active"); ///< active, paused, removed
    QString account;                          ///< fingerprint of the account (S-45)
    QJsonObject health;                       ///< last test or run: status, response_ms, at, message
    Millis createdAt = 0;
};

/// A base as stored: bases hold the raw remote form (S-22).
struct RawBase
{
    Half hub;
    bool remoteNever = true;
    QMap<QString, Value> remote; ///< remote field -> value as delivered
    bool operator==(const RawBase &) const = default;
};

struct LinkRow
{
    QString integration, remoteEntity, remoteId, entity, hubId;
    LinkState state = LinkState::Live;
    QString matchKey;
    QMap<QString, RawBase> base; ///< by FieldMap::id
    QMap<QString, Value> shadow; ///< remote field -> value as delivered last
    QMap<QString, QPair<QString, QString>> refused;
    QMap<QString, Value> wrote; ///< FieldMap::id -> replaced value, in hub terms
    qint64 contentHash = 0;     ///< of the shadow
    bool wroteOpen = false;
    std::optional<Seconds> modifiedAt;
    Evidence evidence;
    int seen = 0;
};

struct StrangerRow
{
    QString integration, remoteEntity, remoteId, entity;
    QString matchKey;
    QMap<QString, Value> fields; ///< remote field -> value as delivered
    qint64 contentHash = 0;
    std::optional<Seconds> modifiedAt, createdAt;
    std::optional<bool> ours;
    QString leftOut; ///< reason; then `fields` is empty (S-43)
    int seen = 0;
    Millis firstSeen = 0; ///< by our clock; kept when the record is read again
};

struct HubRow
{
    QString id, entity;
    HubState state = HubState::Live;
    QString matchKey;
    QMap<QString, HubField> fields;
    std::optional<Sight> deleteAsked, released;
    int revision = 1;
    /// 0: settled; 1: the next run looks at it; 2: settled when its operations are done; 3: written, and to be looked at
    /// once more in the same run
    int pending = 1;
    Millis createdAt = 0, updatedAt = 0;
};

struct CursorRow
{
    std::optional<QString> changed;
    std::optional<QString> deleted;
    int listing = 0;                ///< number of the latest walk, whether it came to its end or not
    std::optional<Millis> listedAt; ///< of the last complete one
    QString mapping;                ///< fingerprint of the mapping that was read with
};

struct RunRow
{
    QString id, kind, status;
    bool dryRun = false;
    Millis startedAt = 0;
    std::optional<Millis> finishedAt;
    QString planHash;
    QJsonObject report;
    QString actor;
    QString undoes;
    QString claimedBy;
    Millis leaseUntil = 0;
};

/// When an operation is carried out: consent first, then what the workspace does, then the rest.
enum class Phase { Consent = 0, Local = 1, Remote = 2, Delete = 3 };

struct OperationRow
{
    QString run;
    int seq = 0;
    Phase phase = Phase::Remote;
    QString integration; ///< id, or "hub"
    QString entity, remoteEntity, kind, hubId, remoteId;
    int revision = 0;           ///< of the hub record when it was planned
    QByteArray document = "{}"; ///< JSON of engine/operationdocument.h; most are carried from place to place unread
    QString reason;
    QString outcome = QStringLiteral("planned");
    QString detail;
};

struct IntentRow
{
    qint64 id = 0;
    QString run;
    int seq = 0;
    QString kind, integration, entity, remoteEntity, hubId, remoteId;
    QJsonObject document;
    Seconds at = 0;
    std::optional<Millis> unknownSince;
    QString claimedBy;
};

struct LedgerEntry
{
    QString integration, entity, record;
    Status status = Status::Equal;
    QString reason;
};

struct ReviewItem
{
    QString id, kind, entity, hubId, integration, remoteId;
    QJsonObject document;
    QString run;
    Millis at = 0;
};

struct AuditEntry
{
    Millis at = 0;
    QString actor, run;
    int seq = 0;
    QString action, entity, hubId, field;
    QJsonObject document;
};

struct DecisionRow ///< of a person, about something that waited
{
    qint64 id = 0;
    Millis at = 0;
    QString actor;
    QString batch; ///< decisions made with one act have one name
    QString action, item, entity, hubId, field;
    QString answer; ///< what was chosen, for people
    bool takenBack = false;
    QJsonObject document; ///< core/services/memento.h
};

struct LogEntry
{
    qint64 id = 0;
    Millis at = 0;
    QString run, integration, level, message;
};

struct HintRow
{
    qint64 id = 0;
    QString kind, integration, entity, record, origin;
};

} // namespace syncline::core
