#pragma once

#include "core/workspace/rows.h"

#include <optional>

/// What waits for a person, as values.
namespace syncline::core {

/// One field that several sides hold different values of.
struct ConflictCase
{
    struct Side
    {
        QString system;   ///< "hub" or an integration's name
        QString remoteId; ///< "" for the hub
        Value base;       ///< what this side last agreed to; absent if it never did
        Value value;
        std::optional<Millis> changedAt;
        QString by; ///< author
    };
    QString id, entity, record;
    QString field;     ///< as a person sees it: of a group on which one part differs, that part
    QString key;       ///< hub field, or the group's key
    QString cause;     ///< conflictCauseName()
    QList<Side> sides; ///< the hub first
    Millis at = 0;     ///< when a run last saw it
};

/// A delete that goes nowhere until a person lets it.
struct HeldDelete
{
    QString id, entity, record;
    QString from;        ///< integration's name where it was deleted, or "hub"
    QString integration; ///< its id; "" for the hub
    QString permit;      ///< "strong", "weak", "person": how we know
    Sight sight;         ///< every side's values
    bool editedElsewhere = false;
    bool released = false;
    Millis at = 0;
};

/// A record that is not written, with the reason.
struct HeldRecord
{
    QString id, entity, record;
    QString integration; ///< name
    QString integrationId;
    QString remoteId;
    QString code; ///< machine word: "no_key", "twins", "invalid", ...
    QString reason;
    std::optional<QString> remedy, field;
    std::optional<Value> value;
    Millis at = 0;

    /// Whether it waits for a person to say with which record it belongs together.
    bool isDuplicate() const;
    /// Whether it waits for nothing but its delete, which is a case of its own.
    bool waitsForItsDelete() const;
};

/// What a person has to decide about an item, so that all who count them agree.
enum class WaitKind { Conflict, Duplicate, Delete, Held, None };
WaitKind waitKindOf(const QString &kind, const QString &code, bool isRemote);

/// What a person decided.
struct PastDecision
{
    qint64 id = 0;
    Millis at = 0;
    QString by, batch;
    QString action; ///< "conflict_resolved", "delete_released", "delete_kept", "linked", "kept_apart"
    QString entity, record, title, field;
    QString answer; ///< what was chosen: a value or a name
    bool takenBack = false;
    bool open = false; ///< nothing has carried it out: it can be taken back
};

} // namespace syncline::core
