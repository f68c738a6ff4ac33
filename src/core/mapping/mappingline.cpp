#include "core/mapping/mappingline.h"

#include "core/mapping/conversion.h"
#include "core/mapping/referencevalues.h"

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

std::optional<Transform> wayIntoTheHub(const FieldMapping &mapping)
{
    if (mapping.inverse)
        return mapping.inverse;
    if (mapping.direction == Direction::Pull)
        return mapping.transform;
    return mapping.transform.inverse();
}

std::optional<QString> fallbackOf(const FieldMapping &mapping)
{
    const bool isInverted = !mapping.inverse && mapping.direction != Direction::Pull;
    return isInverted && mapping.transform.type == TransformType::Lookup ? mapping.transform.otherwise : std::nullopt;
}

Transformed changed(const Transform &transform, const Value &value, const LineContext &context)
{
    if (transform.type != TransformType::Function)
        return apply(transform, value, context.record, context.region);
    static const ScriptResults none;
    const ScriptResults &known = context.scripts ? *context.scripts : none;
    const ScriptJob job = scriptJob(transform, value, context.record);
    return context.live && !known.contains(job) ? context.live->result(job) : known.result(job);
}

/// A CRM takes an option by its value; people and other CRMs know it by its label or in another case.
QString optionFor(const QString &text, const QList<connectors::Option> &options)
{
    QString similar;
    for (const connectors::Option &option : options) {
        if (option.value == text)
            return text;
        const bool isSimilar = option.value.compare(text, Qt::CaseInsensitive) == 0
            || option.label.compare(text, Qt::CaseInsensitive) == 0;
        if (isSimilar && !similar.isEmpty())
            return text; // several would fit: none is chosen
        if (isSimilar)
            similar = option.value;
    }
    return similar.isEmpty() ? text : similar;
}

Value withOptionValues(const Value &value, const QList<connectors::Option> &options)
{
    if (options.isEmpty() || value.isBlank() || !value.isReadable())
        return value;
    if (value.isText())
        return Value::text(optionFor(value.text(), options));
    if (!value.isSet())
        return value;
    QStringList members;
    for (const QString &member : value.members())
        members.append(optionFor(member, options));
    return Value::set(members);
}

bool needsNoInput(const Transform &transform)
{
    return transform.type == TransformType::Constant || transform.type == TransformType::Template;
}

} // namespace

std::optional<MappingLine> bindLine(const FieldMapping &mapping, Direction entityDirection, const HubFieldDef &hub,
                                    const connectors::RemoteField &remote)
{
    std::optional<Direction> direction = narrower(mapping.direction, entityDirection);
    if (direction && remote.readOnly)
        direction = narrower(*direction, Direction::Pull);
    const std::optional<Transform> pull = wayIntoTheHub(mapping);
    if (direction && !pull) // the CRM's raw value must not get into the hub
        direction = narrower(*direction, Direction::Push);
    if (!direction)
        return std::nullopt;
    return MappingLine{mapping, hub, remote, *direction, pull, fallbackOf(mapping)};
}

bool MappingLine::isReference() const
{
    const bool isDirect = mapping.transform.isDirect() && !mapping.inverse;
    return isDirect && !hub.refEntity.isEmpty() && !remote.refersTo.isEmpty();
}

FieldType typeAfter(const Transform &transform, FieldType before, const Value &result)
{
    if (transform.isDirect())
        return before;
    if (result.isSet())
        return FieldType::Set;
    if (result.isList())
        return FieldType::List;
    if (transform.type == TransformType::Builtin) {
        switch (transform.builtin) {
        case Builtin::Trim:
        case Builtin::Lower:
        case Builtin::Upper:
            return before;
        case Builtin::BooleanWords:
            return transform.arguments.value(u"to"_s) == "boolean"_L1 ? FieldType::Boolean : FieldType::Text;
        case Builtin::E164:
        case Builtin::DateFormat:
        case Builtin::Split:
        case Builtin::Join:
        case Builtin::Number:
        case Builtin::TagAdd:
        case Builtin::TagRemove:
            break;
        }
    }
    return FieldType::Text;
}

Transformed pullThrough(const MappingLine &line, const Value &raw, const LineContext &context)
{
    if (!raw.isReadable() || !line.pull)
        return raw;
    if (line.isReference())
        return referenceToHub(line, raw, context.references);
    if (line.saysNothing && raw.text() == *line.saysNothing && !line.pull->table.contains(*line.saysNothing))
        return Value::absent();
    const bool takesDefault = raw.isBlank() && line.direction == Direction::Pull
        && !line.mapping.defaultValue.isBlank();
    if (takesDefault)
        return convert(line.mapping.defaultValue, FieldType::Text, line.hub.type, context.region);
    if (line.pull->isDirect())
        return convert(raw, line.remote.type, line.hub.type, context.region);
    const Transformed result = changed(*line.pull, raw, context);
    if (!result)
        return result;
    return convert(*result, typeAfter(*line.pull, line.remote.type, *result), line.hub.type, context.region);
}

Transformed pushThrough(const MappingLine &line, const Value &hubValue, const LineContext &context)
{
    const Transform &transform = line.mapping.transform;
    if (!hubValue.isReadable() && !needsNoInput(transform))
        return hubValue;
    if (line.isReference())
        return referenceToRemote(line, hubValue, context.references);
    Transformed result = hubValue;
    FieldType type = line.hub.type;
    if (!transform.isDirect()) {
        result = changed(transform, hubValue, context);
        if (!result)
            return result;
        type = typeAfter(transform, type, *result);
    }
    if (result->isReadable() && result->isBlank() && !line.mapping.defaultValue.isBlank()) {
        result = line.mapping.defaultValue;
        type = FieldType::Text;
    }
    const Transformed raw = convert(*result, type, line.remote.type, context.region);
    return raw ? Transformed(withOptionValues(*raw, line.remote.options)) : raw;
}

} // namespace syncline::core
