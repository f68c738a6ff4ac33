#include "core/mapping/mappingcheck.h"

#include "core/mapping/conversion.h"
#include "core/mapping/filter.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingCheck)
};

/// Collects what is wrong with one line.
class LineCheck
{
public:
    LineCheck(const FieldMapping &field, const EntityMapping &mapping, const HubSchema &schema,
              const connectors::RemoteEntity &described)
        : m_field(field)
        , m_mapping(mapping)
        , m_schema(schema)
        , m_hub(schema.field(mapping.hub, field.hub))
        , m_remote(described.field(field.remote))
        , m_direction(narrower(field.direction, mapping.direction))
    {
    }

    MappingIssues run()
    {
        checkNames();
        if (!m_hub || !m_remote)
            return m_issues;
        checkDirection();
        checkTransforms();
        checkTypes();
        checkDefault();
        checkSettings();
        return m_issues;
    }

private:
    bool pushes() const { return m_direction && *m_direction != Direction::Pull; }
    bool pulls() const { return m_direction && *m_direction != Direction::Push; }

    void add(Severity severity, const QString &message, const QString &remedy)
    {
        const QString place =
            Text::tr("%1 / %2, field %3 / %4").arg(m_mapping.hub, m_mapping.remote, m_field.hub, m_field.remote);
        m_issues.append({severity, place, m_mapping.hub, m_field.hub, m_field.remote, message, remedy});
    }
    void problem(const QString &message, const QString &remedy = {}) { add(Severity::Problem, message, remedy); }
    void warn(const QString &message, const QString &remedy = {}) { add(Severity::Warning, message, remedy); }

    void checkNames()
    {
        if (!m_hub) {
            problem(Text::tr("The entity %1 has no field \"%2\".").arg(m_mapping.hub, m_field.hub),
                    Text::tr("Choose one of its fields, or add a field of your own whose key starts with x_."));
        }
        if (!m_remote) {
            problem(Text::tr("%1 has no field \"%2\".").arg(m_mapping.remote, m_field.remote),
                    Text::tr("Read the field list again, or remove this line."));
        }
    }

    void checkDirection()
    {
        if (!m_direction)
            problem(Text::tr("The line and its entity allow no common direction."),
                    Text::tr("Change one of the two directions."));
        if (pushes() && m_remote->readOnly)
            problem(Text::tr("\"%1\" can only be read.").arg(m_field.remote),
                    Text::tr("Set the direction of this line to pull."));
        if (m_field.enforce && m_field.direction != Direction::Push)
            problem(Text::tr("Only a field that is pushed can be enforced."),
                    Text::tr("Set the direction to push, or switch enforcing off."));
    }

    void checkTransforms()
    {
        const Transform &transform = m_field.transform;
        if (pulls() && m_field.direction == Direction::Both && !m_field.inverse && !transform.inverse()) {
            problem(Text::tr("The transform \"%1\" cannot be reversed, but the field goes both ways.")
                        .arg(transform.name()),
                    Text::tr("Give an inverse, or set the direction to push or pull."));
        }
        if (transform.type == TransformType::Template)
            checkTemplate(transform, pulls() && !m_field.inverse);
        if (m_field.inverse && m_field.inverse->type == TransformType::Template)
            problem(Text::tr("A template can only be pushed."), Text::tr("Use another transform as the inverse."));
    }

    void checkTemplate(const Transform &transform, bool isPulled)
    {
        if (isPulled)
            problem(Text::tr("A template can only be pushed."), Text::tr("Set the direction to push."));
        const QStringList fields = transform.templateFields();
        const QString own = m_schema.mergeKey(m_mapping.hub, m_field.hub);
        for (const QString &name : fields) {
            if (!m_schema.field(m_mapping.hub, name))
                problem(Text::tr("The template names an unknown field \"%1\".").arg(name),
                        Text::tr("Correct the name between the braces."));
            else if (m_schema.mergeKey(m_mapping.hub, name) != own)
                warn(Text::tr("A change of \"%1\" alone does not send this field again.").arg(name),
                     Text::tr("It is sent when \"%1\" changes.").arg(m_field.hub));
        }
        if (fields.isEmpty())
            warn(Text::tr("The template names no field."),
                 Text::tr("Use a constant, or write a field as {first_name}."));
    }

    /// Only where the value itself is carried over; what a transform makes of it is seen with real values.
    void checkTypes()
    {
        const bool isCarried = m_field.transform.isDirect() && (!m_field.inverse || m_field.inverse->isDirect());
        if (isCarried && !isConvertible(m_hub->type, m_remote->type)) {
            problem(Text::tr("A field of type %1 cannot be joined with one of type %2.")
                        .arg(fieldTypeName(m_hub->type), fieldTypeName(m_remote->type)),
                    Text::tr("Choose another field, or a transform that changes the type."));
        }
        if (m_field.transform.type == TransformType::Lookup && pushes())
            checkTable();
    }

    void checkTable()
    {
        if (m_field.transform.table.isEmpty())
            problem(Text::tr("The lookup table is empty."), Text::tr("Add a row, or choose another transform."));
        if (m_remote->options.isEmpty())
            return;
        QSet<QString> known;
        for (const connectors::Option &option : m_remote->options)
            known.insert(option.value);
        for (const QString &value : m_field.transform.table) {
            if (!value.isEmpty() && !known.contains(value))
                warn(Text::tr("\"%1\" is not among the values of \"%2\".").arg(value, m_field.remote),
                     Text::tr("Correct the lookup table, or add the value in the CRM."));
        }
    }

    void checkDefault()
    {
        if (m_field.defaultValue.isBlank())
            return;
        const FieldType target = m_field.direction == Direction::Pull ? m_hub->type : m_remote->type;
        if (const Transformed fits = convert(m_field.defaultValue, FieldType::Text, target, {}); !fits)
            problem(Text::tr("The default value does not fit: %1").arg(fits.error()),
                    Text::tr("Correct the default value."));
    }

    void checkSettings()
    {
        if (!m_field.tagNamespace.isEmpty() && m_hub->type != FieldType::Set)
            problem(Text::tr("Only a set has a tag namespace; \"%1\" is none.").arg(m_field.hub),
                    Text::tr("Remove the tag namespace."));
    }

    const FieldMapping &m_field;
    const EntityMapping &m_mapping;
    const HubSchema &m_schema;
    const HubFieldDef *m_hub;
    const connectors::RemoteField *m_remote;
    std::optional<Direction> m_direction;
    MappingIssues m_issues;
};

MappingIssue entityIssue(Severity severity, const EntityMapping &mapping, const QString &message, const QString &remedy,
                         const QString &hub = {}, const QString &remote = {})
{
    return {severity, Text::tr("%1 / %2").arg(mapping.hub, mapping.remote), mapping.hub, hub, remote, message, remedy};
}

bool goes(const FieldMapping &field, const EntityMapping &mapping, Direction way)
{
    const std::optional<Direction> direction = narrower(field.direction, mapping.direction);
    return direction && (*direction == Direction::Both || *direction == way);
}

void checkCollisions(const EntityMapping &mapping, MappingIssues &issues)
{
    QSet<QString> written;
    QSet<QString> filled;
    for (const FieldMapping &field : mapping.fields) {
        if (goes(field, mapping, Direction::Push) && written.contains(field.remote)) {
            issues.append(entityIssue(Severity::Problem, mapping, Text::tr("Two lines write \"%1\".").arg(field.remote),
                                      Text::tr("Remove one of them, or let it only pull."), field.hub, field.remote));
        }
        if (goes(field, mapping, Direction::Pull) && filled.contains(field.hub)) {
            issues.append(entityIssue(Severity::Problem, mapping, Text::tr("Two lines fill \"%1\".").arg(field.hub),
                                      Text::tr("Remove one of them, or let it only push."), field.hub, field.remote));
        }
        if (goes(field, mapping, Direction::Push))
            written.insert(field.remote);
        if (goes(field, mapping, Direction::Pull))
            filled.insert(field.hub);
    }
}

bool isMapped(const EntityMapping &mapping, const QString &hubField)
{
    return std::any_of(mapping.fields.begin(), mapping.fields.end(),
                       [&](const FieldMapping &field) { return field.hub == hubField; });
}

bool isKeyAvailable(const EntityMapping &mapping, const QString &key)
{
    return isMapped(mapping, key)
        || (key == "domain"_L1 && (isMapped(mapping, u"website"_s) || isMapped(mapping, u"email"_s)));
}

void checkMatch(const EntityMapping &mapping, const HubSchema &schema, MappingIssues &issues)
{
    for (const QStringList &rule : mapping.match) {
        for (const QString &key : rule) {
            if (!schema.field(mapping.hub, key)) {
                issues.append(
                    entityIssue(Severity::Problem, mapping,
                                Text::tr("Records cannot be matched by \"%1\": there is no such field.").arg(key),
                                Text::tr("Choose a field of %1.").arg(mapping.hub), key));
            } else if (!isKeyAvailable(mapping, key)) {
                issues.append(entityIssue(Severity::Problem, mapping,
                                          Text::tr("Records cannot be matched by \"%1\": it is not mapped.").arg(key),
                                          Text::tr("Add a line for this field."), key));
            }
        }
    }
    const QString key = schema.matchKeyField(mapping.hub);
    if (mapping.match.isEmpty() && !key.isEmpty() && !isKeyAvailable(mapping, key)) {
        issues.append(entityIssue(Severity::Warning, mapping,
                                  Text::tr("Records are matched by \"%1\", which is not mapped.").arg(key),
                                  Text::tr("Add a line for it; until then every record waits for a person."), key));
    }
}

void checkFilter(const EntityMapping &mapping, const HubSchema &schema, MappingIssues &issues)
{
    if (const auto filter = Filter::parse(mapping.filter, schema.kinds(mapping.hub)); !filter)
        issues.append(entityIssue(Severity::Problem, mapping, filter.error().message, filter.error().remedy));
}

void checkRequired(const EntityMapping &mapping, const connectors::RemoteEntity &described, MappingIssues &issues)
{
    if (mapping.direction == Direction::Pull)
        return;
    for (const connectors::RemoteField &remote : described.fields) {
        const bool isWritten = std::any_of(
            mapping.fields.begin(), mapping.fields.end(), [&](const FieldMapping &field) {
                return field.remote == remote.name && goes(field, mapping, Direction::Push);
            });
        if (remote.required && !remote.readOnly && !isWritten) {
            issues.append(
                entityIssue(Severity::Warning, mapping,
                            Text::tr("%1 asks for \"%2\", which no line writes.").arg(mapping.remote, remote.name),
                            Text::tr("Add a line for it, or a constant."), {}, remote.name));
        }
    }
}

MappingIssues checkEntities(const EntityMapping &mapping, const HubSchema &schema,
                            const QList<connectors::RemoteEntity> &described)
{
    const auto remote = std::find_if(described.begin(), described.end(),
                                     [&](const connectors::RemoteEntity &one) { return one.name == mapping.remote; });
    if (remote == described.end()) {
        return {entityIssue(Severity::Problem, mapping, Text::tr("The CRM has no entity \"%1\".").arg(mapping.remote),
                            Text::tr("Choose one of the entities that the connection test lists."))};
    }
    return check(mapping, schema, *remote);
}

} // namespace

MappingIssues check(const FieldMapping &field, const EntityMapping &mapping, const HubSchema &schema,
                    const connectors::RemoteEntity &described)
{
    return LineCheck(field, mapping, schema, described).run();
}

MappingIssues check(const EntityMapping &mapping, const HubSchema &schema, const connectors::RemoteEntity &described)
{
    if (!schema.entity(mapping.hub)) {
        return {entityIssue(Severity::Problem, mapping, Text::tr("There is no hub entity \"%1\".").arg(mapping.hub),
                            Text::tr("Use one of: %1.").arg(schema.entities().join(", "_L1)))};
    }
    MappingIssues issues;
    for (const FieldMapping &field : mapping.fields)
        issues += check(field, mapping, schema, described);
    checkCollisions(mapping, issues);
    checkMatch(mapping, schema, issues);
    checkFilter(mapping, schema, issues);
    checkRequired(mapping, described, issues);
    return issues;
}

MappingIssues check(const MappingFile &file, const HubSchema &schema, const QList<connectors::RemoteEntity> &described)
{
    MappingIssues issues;
    QSet<QString> remotes;
    for (const EntityMapping &mapping : file.entities) {
        if (remotes.contains(mapping.remote)) {
            issues.append(entityIssue(Severity::Problem, mapping,
                                      Text::tr("\"%1\" is mapped twice.").arg(mapping.remote),
                                      Text::tr("Join the two entries into one.")));
        }
        remotes.insert(mapping.remote);
        issues += checkEntities(mapping, schema, described);
    }
    return issues;
}

bool hasProblems(const MappingIssues &issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const MappingIssue &issue) { return issue.severity == Severity::Problem; });
}

Result<void> refuseProblems(const MappingIssues &issues)
{
    QStringList sentences;
    QString remedy;
    for (const MappingIssue &issue : issues) {
        if (issue.severity != Severity::Problem)
            continue;
        //: %1 is the place in the mapping, %2 the sentence that says what is wrong there
        sentences.append(Text::tr("%1: %2").arg(issue.place, issue.message));
        remedy = remedy.isEmpty() ? issue.remedy : remedy;
    }
    if (sentences.isEmpty())
        return {};
    return failure(ErrorKind::Usage, sentences.join(u' '), remedy);
}

} // namespace syncline::core
