#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/mappingfile.h"
#include "core/schema/hubschema.h"

namespace syncline::core {

enum class Severity { Problem, Warning };

/// One thing about a mapping that a person should mend. A mapping with a *problem* is not saved.
struct MappingIssue
{
    Severity severity = Severity::Problem;
    QString place;  ///< "contact / Contacts, field email1"
    QString entity; ///< hub entity
    QString hub;    ///< hub field; may be empty
    QString remote; ///< remote field; may be empty
    QString message;
    QString remedy;
    bool operator==(const MappingIssue &) const = default;
};

using MappingIssues = QList<MappingIssue>;

MappingIssues check(const MappingFile &file, const HubSchema &schema, const QList<connectors::RemoteEntity> &described);
MappingIssues check(const EntityMapping &mapping, const HubSchema &schema, const connectors::RemoteEntity &described);
/// The same for one line, as the editor asks while it is drawn.
MappingIssues check(const FieldMapping &field, const EntityMapping &mapping, const HubSchema &schema,
                    const connectors::RemoteEntity &described);

bool hasProblems(const MappingIssues &issues);
/// All problems (no warnings) as one Usage error; success where there are none.
Result<void> refuseProblems(const MappingIssues &issues);

} // namespace syncline::core
