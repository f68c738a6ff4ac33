#pragma once

#include "core/engine/context.h"

namespace syncline::core {

/// One field of a remote write as it goes over the wire.
struct WireField
{
    QJsonValue before; ///< encoded as the CRM showed it when planned
    QJsonValue after;  ///< encoded as it will be sent
    Value rawBefore;
    Value raw;
    bool operator==(const WireField &) const = default;
};

/// The document of a planned create, update or delete in a CRM: what is sent, and what settling needs to know.
struct RemoteWrite
{
    QMap<QString, WireField> wire; ///< by remote field
    QMap<QString, Sent> sent;      ///< by FieldMap::id, in hub terms
    QList<Loser> losers;
    QStringList warnings; ///< what the CRM is known to do to the values
    QString withheld;     ///< why a field of a create is not sent with it; "" if all are
    /// After the write: raw values as the CRM then showed them (for undo), by remote field.
    QMap<QString, Value> settled;
    QStringList refused; ///< remote fields that the CRM did not take
    bool existedBefore = false;

    QMap<QString, Value> values() const;  ///< remote field -> raw value to write
    QMap<QString, Value> befores() const; ///< remote field -> raw value when planned
    /// Without some remote fields; lines that lose all their fields are dropped.
    void drop(const QStringList &remoteFields, const Binding &binding);

    /// A delete: what goes with the record, as far as the mapping still reads it; the rest cannot be compared.
    static RemoteWrite removal(const Binding &binding, const QMap<QString, Value> &shadow);

    QByteArray toJson() const;
    static RemoteWrite fromJson(const QByteArray &json);
};

/// What a record shows after a write, by remote field, as far as the write settles it: of a group that was sent in part the
/// other parts as they were when it was planned (S-4). `before`: the link as it was before the answer.
QMap<QString, Value> settledFields(const Binding &binding, const RemoteWrite &write, const LinkRow &before,
                                   const QMap<QString, Value> &shown);

/// The documents of the workspace's own operations.
QByteArray hubUpdateDocument(const QMap<QString, HubChange> &changes, const QList<Loser> &losers);
QMap<QString, HubChange> hubChanges(const QByteArray &document);
QList<Loser> losersOf(const QByteArray &document);

struct AgreedBase
{
    Half hub;
    bool remoteNever = false;
    QMap<QString, Value> remote; ///< raw
};
QByteArray agreeDocument(const QMap<QString, AgreedBase> &bases);
QMap<QString, AgreedBase> agreedBases(const QByteArray &document);

QString opKindName(OpKind kind); ///< "create", "update", ..., also "relink", "agree", "archive"
/// The kind that people are shown: a link that moves is a link, an archived record changes its state.
QString contractKind(const QString &kind);

/// The "fields" of an operation for people and for --json: KEY -> {"before", "after"}.
QJsonObject displayFields(const OperationRow &row);

} // namespace syncline::core
