#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/mappingfile.h"
#include "core/mapping/references.h"
#include "core/mapping/scripts.h"
#include "core/schema/hubschema.h"

namespace syncline::core {

/// One line of a mapping, bound to the hub field and the remote field that it joins.
struct MappingLine
{
    FieldMapping mapping;
    HubFieldDef hub;
    connectors::RemoteField remote;
    Direction direction = Direction::Both; ///< what entity, line, hub and CRM all allow
    /// The way into the hub; nullopt where there is none: then the CRM's raw value stands for itself.
    std::optional<Transform> pull;
    /// What a lookup writes for values that its table lacks: read back it says nothing about the hub's value.
    std::optional<QString> saysNothing;

    bool canPull() const { return direction != Direction::Push; }
    bool canPush() const { return direction != Direction::Pull; }
    /// Carries ids of other records, which are others on each side.
    bool isReference() const;
};

/// nullopt where nothing is left to do: a read-only field in a push-only mapping.
std::optional<MappingLine> bindLine(const FieldMapping &mapping, Direction entityDirection, const HubFieldDef &hub,
                                    const connectors::RemoteField &remote);

/// One way of a line, seen from outside: what the other fields of the record are, and results of scripts.
struct LineContext
{
    const QMap<QString, Value> &record;
    const ScriptResults *scripts;
    const QString &region;
    ScriptSource *live = nullptr;           ///< for what `scripts` does not hold
    const References *references = nullptr; ///< null: nothing is linked
};

Transformed pullThrough(const MappingLine &line, const Value &raw, const LineContext &context);
Transformed pushThrough(const MappingLine &line, const Value &hubValue, const LineContext &context);

/// The type of a transform's result, as far as its form tells.
FieldType typeAfter(const Transform &transform, FieldType before, const Value &result);

} // namespace syncline::core
