#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/filter.h"
#include "core/mapping/mappingfile.h"
#include "core/mapping/references.h"
#include "core/mapping/scripts.h"
#include "core/schema/hubschema.h"

#include <functional>
#include <memory>

namespace syncline::core {

/// A value that could not be carried from one side to the other; the field is left out, the rest goes on.
struct FieldProblem
{
    QString hub;    ///< hub field key
    QString remote; ///< remote field name
    QString value;  ///< for people
    QString reason; ///< a sentence
    bool operator==(const FieldProblem &) const = default;
};

struct MappingOptions
{
    QString phoneRegion;                        ///< ISO 3166 code for numbers without a country code; "" none
    std::shared_ptr<ScriptSource> scripts = {}; ///< evaluates functions on demand; null: only what is given with a call
};

/// A line that carries ids of other records.
struct ReferenceLine
{
    QString mapId;        ///< FieldMap::id
    QString hubField;     ///< "companies"
    QString hubEntity;    ///< that it refers to: "company"
    QString remoteField;  ///< "account_id"
    QString remoteEntity; ///< that it refers to: "Accounts"
    FieldType hubType = FieldType::Ref;
    bool pushes = false;
};

/// What a CRM will show after being sent a raw value: the connector's encode(), as a pure function.
using PredictRaw = std::function<Value(const connectors::RemoteField &field, const Value &raw)>;

/// One entity mapping, bound to the hub's schema and to the fields that the CRM has: carries values both ways.
/// Immutable and cheap to copy; may be used from any thread. Lines whose remote field is gone are left out (M1: a
/// field that was removed stops alone) and listed in missing().
///
/// Fields of one hub group become one FieldMap with parts. "In hub terms" is hub type and spelling, by FieldMap::id.
/// A push-only line whose transform has no way back keeps the CRM's raw value there: it is compared with itself only.
class CompiledMapping
{
public:
    CompiledMapping(const EntityMapping &mapping, const HubSchema &schema, const connectors::RemoteEntity &remote,
                    MappingOptions options = {});

    const EntityMapping &source() const;
    QString hubEntity() const;
    QString remoteEntity() const;

    /// For the planner. `predict` may be empty: then nothing is known of what the CRM does to values.
    QList<FieldMap> fieldMaps(const PredictRaw &predict) const;
    QMap<QString, FieldType> kinds() const;
    /// Hub field that matches records of this entity: the mapping's first single-field rule, else the default.
    QString matchKey() const;

    /// Remote fields to ask for, sorted: everything mapped, in either direction.
    QStringList remoteFields() const;
    QStringList remoteFieldsOf(const QString &mapId) const;
    /// The line that carries a remote field; "" for none.
    QString mapIdOf(const QString &remoteField) const;
    /// The hub field that it carries: of a group the part's; "" for none.
    QString hubFieldOf(const QString &remoteField) const;
    /// The line that carries a hub field or group; "" for none. Where several do, one that pulls.
    QString mapIdOfHub(const QString &hubKey) const;
    /// The remote field that holds a hub field (not group), for look-ups by key; "" for none.
    QString remoteFieldOfHub(const QString &hubField) const;
    /// Names of remote fields that are mapped but no longer there.
    QStringList missing() const;
    /// Fields that must have a value before a record is created in the CRM: hub field -> remote field.
    QMap<QString, QString> required() const;

    /// The same mapping that asks `references` which record stands for which; without any, fields that refer to other
    /// records carry nothing. Cheap; the copy may be used where `references` may be asked.
    CompiledMapping with(std::shared_ptr<const References> references) const;
    const QList<ReferenceLine> &references() const;
    /// What a base may hold of raw values: without references to records that are not linked, so that these count as
    /// new once they are.
    QMap<QString, Value> settledRaw(const QMap<QString, Value> &remoteRaw) const;

    /// A remote record in hub terms. Absent stays absent, forbidden forbidden; what cannot be converted is left out
    /// and named in `problems` (may be null). `scripts` holds the results of collectPullScripts().
    QMap<QString, Value> toHub(const QMap<QString, Value> &remoteRaw, QList<FieldProblem> *problems = nullptr,
                               const ScriptResults *scripts = nullptr) const;
    /// Maps the fields that refer to other records once more, into what toHub() made of the same record.
    void addReferences(const QMap<QString, Value> &remoteRaw, QMap<QString, Value> &hubTerms) const;
    /// Hub value of one line as remote fields to write; of a group only the parts that are present. `record` holds
    /// the hub record by field key, groups as their parts or whole (templates and scripts read it). A blank takes
    /// the line's default. Fields that cannot be written (pull only, read only) are left out.
    Result<QMap<QString, Value>> toRemote(const QString &mapId, const Value &hubValue,
                                          const QMap<QString, Value> &record = {},
                                          const ScriptResults *scripts = nullptr) const;

    /// Whether any line runs a script; if not, the collect functions need not be called.
    bool hasScripts() const;
    void collectPullScripts(const QMap<QString, Value> &remoteRaw, QList<ScriptJob> &jobs) const;
    void collectPushScripts(const QString &mapId, const Value &hubValue, const QMap<QString, Value> &record,
                            QList<ScriptJob> &jobs) const;

    /// The entity's filter; an empty expression accepts everything.
    const Filter &filter() const;

private:
    struct Data;
    std::shared_ptr<const Data> d;
    std::shared_ptr<const References> m_references;
};

/// Hub values by field key out of values by merge key: groups are opened into their parts.
QMap<QString, Value> openGroups(const QMap<QString, Value> &record);

} // namespace syncline::core
