#pragma once

#include "core/engine/catalog.h"

namespace syncline::core {

/// Everything about one hub entity that a run needs again and again, worked out once.
struct EntityContext
{
    QString entity;
    Policies policies;
    QMap<QString, System> systems;         ///< by the planner's name
    QMap<QString, const Binding *> byName; ///< by the planner's name

    bool hasReferences = false; ///< some field refers to other records

    EntityContext(const Catalog &catalog, const QString &hubEntity);
    /// The same with mappings that know these references and no other, for any thread.
    EntityContext with(const QList<LinkedPair> &references) const;
    bool refersToItself() const;
    /// Null where the integration does not map that remote entity to this hub entity.
    const Binding *binding(const QString &integrationId, const QString &remoteEntity) const;
    /// The canonical match key of a remote record as delivered; "" for none.
    QString keyOfRemote(const Binding &binding, const QMap<QString, Value> &hubTerms) const;
    QString keyOfHub(const QMap<QString, HubField> &fields) const;

private:
    std::shared_ptr<const std::vector<Binding>> m_own; ///< where the mappings are not the catalog's
};

/// A link, a stranger and a hub record in the planner's terms: remote values mapped into the hub's.
Link toLink(const LinkRow &row, const Binding &binding, QList<FieldProblem> *problems = nullptr);
Stranger toStranger(const StrangerRow &row, const Binding &binding, QList<FieldProblem> *problems = nullptr);
HubRecord toHubRecord(const HubRow &row);

/// Carries what the pure functions did to `after` into the stored row; bases that moved get their raw half from
/// what the CRM shows (`shown`), else from what was sent (`sent`), both by remote field.
void writeBack(LinkRow &row, const Link &before, const Link &after, const Binding &binding,
               const QMap<QString, Value> &shown, const QMap<QString, Value> &sent);

/// What a CRM showed of a record: mapped fields only, as delivered and in hub terms.
struct ShownRecord
{
    QMap<QString, Value> fields;
    QMap<QString, Value> inHubTerms;
};
/// Without the fields that refer to other records, for any thread; resolve() adds them on the run's thread.
ShownRecord shownBy(const connectors::RemoteRecord &record, const Binding &binding);
void resolve(ShownRecord &shown, const Binding &binding);

/// Only the fields that are mapped (data minimisation, P5).
QMap<QString, Value> mappedOnly(const QMap<QString, Value> &fields, const QStringList &mapped);

/// What the base of one line may hold of a record's raw values.
QMap<QString, Value> settledRaw(const Binding &binding, const QString &mapId, const QMap<QString, Value> &raw);

/// Hub values by field key, groups whole.
QMap<QString, Value> valuesOf(const QMap<QString, HubField> &fields);

/// The integration-independent id of a hub record made from a remote one: the same plan made twice is the same plan.
QString derivedHubId(const QString &integration, const QString &remoteEntity, const QString &remoteId);

} // namespace syncline::core
