#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/mappingfile.h"
#include "core/schema/hubschema.h"

namespace syncline::core {

struct Suggestion
{
    FieldMapping field;
    double confidence = 0; ///< 0 to 1
    QString reason;        ///< a sentence for people
    bool operator==(const Suggestion &) const = default;
};

struct SuggestedMapping
{
    EntityMapping mapping;         ///< with every suggested field, ready to be saved
    QList<Suggestion> suggestions; ///< the same fields with confidence and reason, in the hub's order
};

/// M5: pairs of fields that surely belong together; what is doubtful or ambiguous is left to a person. Each hub field
/// and each remote field is used once. Directions follow what the CRM lets be written.
SuggestedMapping suggest(const HubEntityDef &hub, const connectors::RemoteEntity &remote);
/// All entities of an integration that usually map to a hub entity.
MappingFile suggestFile(const QString &integration, const HubSchema &schema,
                        const QList<connectors::RemoteEntity> &described);

} // namespace syncline::core
