#pragma once

#include "core/workspace/rows.h"

#include <optional>

/// A hub record and what is known about it, as values.
namespace syncline::core {

/// The record of one CRM that belongs to a hub record.
struct RecordLink
{
    QString integration; ///< name
    QString integrationId, entity, remoteId;
    LinkState state = LinkState::Live;
    QMap<QString, Value> values; ///< remote field -> value as delivered last
};

struct RecordSummary
{
    QString id, entity;
    HubState state = HubState::Live;
    QMap<QString, Value> fields; ///< what is readable and not blank, groups opened
    QList<RecordLink> links;     ///< live ones, without values
};

struct RecordDetail : RecordSummary
{
    QMap<QString, HubField> provenance; ///< by hub field or group key
    QList<RecordLink> sides;            ///< all links, with values
    Millis createdAt = 0, updatedAt = 0;
};

struct ChangedField
{
    QString field; ///< hub field, or the CRM's
    Value before, after;
};

/// An operation that touched a record.
struct RecordStep
{
    OperationRow operation;
    QString system; ///< "hub" or an integration's name
};

/// Where a value comes from.
struct WhyAnswer
{
    QString entity, record, field;
    Value value;
    QString by; ///< author; "" for nobody yet
    std::optional<Millis> at;
    QString sentence;
    QList<RecordStep> history;
    QList<AuditEntry> acts;
};

/// The statistics of a workspace for other programs (V10).
struct WorkspaceStatus
{
    struct Integration
    {
        QString name, provider, state;
        QString health; ///< "healthy", "down" or "unknown"
        std::optional<double> responseMs;
        QMap<QString, int> linked; ///< live links by hub entity
    };
    struct LastSync
    {
        QString run, status;
        Millis finishedAt = 0;
    };
    bool healthy = true;
    std::optional<LastSync> lastSync;
    QList<Integration> integrations;
    QMap<QString, int> waiting; ///< by kind of review item
    int runs = 0;               ///< finished ones among the latest
    int successes = 0;
    Millis duration = 0; ///< of all of them together
};

QString hubStateName(HubState state);
QString linkStateName(LinkState state);
/// What people call the record: its name, or the first and last name, or the e-mail address; "" for none.
QString displayName(const QMap<QString, Value> &openFields);

} // namespace syncline::core
