#include "core/mapping/compiledmappingdata.h"
#include "core/schema/domain.h"
#include "foundation/canonical.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

/// How a CompiledMapping carries values, in both directions.
namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::CompiledMapping)
};

/// A template reads its fields from the record; it concerns a write of a group if one of them is in it.
bool concerns(const MappingLine &line, const QMap<QString, Value> &parts)
{
    if (parts.contains(line.hub.key))
        return true;
    const QStringList read = line.mapping.transform.templateFields();
    return std::any_of(read.begin(), read.end(), [&](const QString &field) { return parts.contains(field); });
}

/// The parts of a group are compared as texts: a number enters it in one spelling, so that 1.0 and 1 are no difference.
Value asPart(FieldType type, const Value &value)
{
    const bool isNumber = type == FieldType::Decimal || type == FieldType::Integer;
    const auto form = isNumber && value.isText() ? canonical(type, value) : std::nullopt;
    return form ? Value::text(*form) : value;
}

FieldProblem problemOf(const MappingLine &line, const Value &value, const QString &reason)
{
    return {line.hub.key, line.remote.name, value.display(), reason};
}

} // namespace

// --- from the CRM into the hub ------------------------------------------------------------------------------------

Value CompiledMapping::Data::bundleToHub(const Bundle &bundle, const QMap<QString, Value> &raw,
                                         QList<FieldProblem> *problems, const ScriptResults *scripts,
                                         const References *references) const
{
    const LineContext context{raw, scripts, options.phoneRegion, options.scripts.get(), references};
    Value::Parts parts;
    bool isForbidden = false;
    for (const MappingLine &line : bundle.lines) {
        const auto delivered = raw.constFind(line.remote.name);
        if (delivered == raw.cend() || (bundle.isGroup && parts.contains(line.hub.key)))
            continue;
        const Transformed value = pullThrough(line, *delivered, context);
        if (!value && problems)
            problems->append(problemOf(line, *delivered, value.error()));
        if (!value)
            continue;
        if (!bundle.isGroup)
            return *value;
        isForbidden = isForbidden || value->isForbidden();
        if (value->isReadable())
            parts.insert(line.hub.key, asPart(line.hub.type, *value));
    }
    if (!parts.isEmpty())
        return Value::group(parts);
    return isForbidden ? Value::forbidden() : Value::absent();
}

QMap<QString, Value> CompiledMapping::toHub(const QMap<QString, Value> &remoteRaw, QList<FieldProblem> *problems,
                                            const ScriptResults *scripts) const
{
    QMap<QString, Value> values;
    for (const Bundle &bundle : d->bundles) { // sorted by id, so that each insertion is at the end
        Value value = d->bundleToHub(bundle, remoteRaw, problems, scripts, m_references.get());
        if (!value.isAbsent())
            values.insert(values.cend(), bundle.id, std::move(value));
    }
    if (!d->domainId.isEmpty()) {
        QString website;
        QString email;
        bool isKnown = false;
        for (const QString &source : d->domainSources) {
            const Value value = values.value(source);
            isKnown = isKnown || value.isReadable();
            (d->bundle(source)->hub == "website"_L1 ? website : email) = value.text();
        }
        if (isKnown)
            values.insert(d->domainId, Value::text(companyDomain(website, email)));
    }
    return values;
}

void CompiledMapping::addReferences(const QMap<QString, Value> &remoteRaw, QMap<QString, Value> &hubTerms) const
{
    for (const ReferenceLine &line : d->referenceLines) {
        Value value = d->bundleToHub(*d->bundle(line.mapId), remoteRaw, nullptr, nullptr, m_references.get());
        if (value.isAbsent())
            hubTerms.remove(line.mapId);
        else
            hubTerms.insert(line.mapId, std::move(value));
    }
}

// --- from the hub into the CRM ------------------------------------------------------------------------------------

QMap<QString, Value> CompiledMapping::Data::recordFor(const Bundle &bundle, const Value &hubValue,
                                                      const QMap<QString, Value> &record) const
{
    QMap<QString, Value> fields = openGroups(record);
    if (bundle.isGroup)
        fields.insert(hubValue.parts());
    else
        fields.insert(bundle.hub, hubValue);
    return fields;
}

Result<void> CompiledMapping::Data::lineToRemote(const MappingLine &line, const Value &hubValue,
                                                 const LineContext &context, QMap<QString, Value> &written) const
{
    const Transformed raw = pushThrough(line, hubValue, context);
    if (!raw) {
        Error error{ErrorKind::Validation,
                    Text::tr("%1 cannot be written to \"%2\": %3").arg(line.hub.label, line.remote.name, raw.error()),
                    Text::tr("Correct the value or change the field's transform."),
                    {},
                    {line.remote.name},
                    false};
        return failure(std::move(error));
    }
    if (raw->isReadable())
        written.insert(line.remote.name, *raw);
    return {};
}

Result<QMap<QString, Value>> CompiledMapping::Data::bundleToRemote(const Bundle &bundle, const Value &hubValue,
                                                                   const QMap<QString, Value> &record,
                                                                   const ScriptResults *scripts,
                                                                   const References *references) const
{
    const bool isSimple = !bundle.isGroup && bundle.lines.first().mapping.transform.isDirect();
    const QMap<QString, Value> fields = isSimple ? QMap<QString, Value>() : recordFor(bundle, hubValue, record);
    const LineContext context{fields, scripts, options.phoneRegion, options.scripts.get(), references};
    QMap<QString, Value> written;
    for (const MappingLine &line : bundle.lines) {
        if (!line.canPush() || (bundle.isGroup && !concerns(line, hubValue.parts())))
            continue;
        const Value value = bundle.isGroup ? hubValue.part(line.hub.key) : hubValue;
        if (auto done = lineToRemote(line, value, context, written); !done)
            return failure(done.error());
    }
    return written;
}

Result<QMap<QString, Value>> CompiledMapping::toRemote(const QString &mapId, const Value &hubValue,
                                                       const QMap<QString, Value> &record,
                                                       const ScriptResults *scripts) const
{
    const Bundle *bundle = d->bundle(mapId);
    if (!bundle || (bundle->isGroup && !hubValue.isGroup() && !hubValue.isBlank()))
        return QMap<QString, Value>();
    if (!bundle->isGroup || hubValue.isGroup())
        return d->bundleToRemote(*bundle, hubValue, record, scripts, m_references.get());
    Value::Parts blanks; // a cleared group clears each of its parts
    for (const MappingLine &line : bundle->lines)
        blanks.insert(line.hub.key, Value::null());
    return d->bundleToRemote(*bundle, Value::group(blanks), record, scripts, m_references.get());
}

/// Records referred to are placeholders on the way there and back, so that no link has to be known.
/// What comes back for a hub value: written, altered by the CRM as far as known, read again. Where that cannot be
/// said (scripts, values that cannot be written) the value itself.
Value CompiledMapping::Data::predicted(const Bundle &bundle, const Value &hubValue, const PredictRaw &predict) const
{
    const auto usesScript = [](const MappingLine &line) {
        return line.mapping.transform.type == TransformType::Function
            || (line.pull && line.pull->type == TransformType::Function);
    };
    const auto isTemplate = [](const MappingLine &line) {
        return line.mapping.transform.type == TransformType::Template;
    };
    const bool hasNoParts = bundle.isGroup && !hubValue.isGroup(); // a group of nothing would look like every value
    if (!hubValue.isReadable() || hasNoParts || std::any_of(bundle.lines.begin(), bundle.lines.end(), usesScript)
        || std::any_of(bundle.lines.begin(), bundle.lines.end(), isTemplate))
        return hubValue;
    const auto written = bundleToRemote(bundle, hubValue, {}, nullptr, nullptr);
    if (!written)
        return hubValue;
    QMap<QString, Value> shown;
    for (const MappingLine &line : bundle.lines) {
        if (written->contains(line.remote.name))
            shown.insert(line.remote.name, predict(line.remote, written->value(line.remote.name)));
    }
    const Value back = bundleToHub(bundle, shown, nullptr, nullptr, nullptr);
    if (!bundle.isGroup)
        return back.isAbsent() ? hubValue : back;
    Value::Parts parts = hubValue.parts();
    parts.insert(back.parts());
    return Value::group(parts);
}

// --- scripts ------------------------------------------------------------------------------------------------------

void CompiledMapping::collectPullScripts(const QMap<QString, Value> &remoteRaw, QList<ScriptJob> &jobs) const
{
    for (const Bundle &bundle : d->bundles) {
        for (const MappingLine &line : bundle.lines) {
            const Value raw = remoteRaw.value(line.remote.name);
            if (line.pull && line.pull->type == TransformType::Function && raw.isReadable())
                jobs.append(scriptJob(*line.pull, raw, remoteRaw));
        }
    }
}

void CompiledMapping::collectPushScripts(const QString &mapId, const Value &hubValue,
                                         const QMap<QString, Value> &record, QList<ScriptJob> &jobs) const
{
    const Bundle *bundle = d->bundle(mapId);
    if (!bundle)
        return;
    const QMap<QString, Value> fields = d->recordFor(*bundle, hubValue, record);
    for (const MappingLine &line : bundle->lines) {
        const Value value = bundle->isGroup ? hubValue.part(line.hub.key) : hubValue;
        if (line.canPush() && line.mapping.transform.type == TransformType::Function && value.isReadable())
            jobs.append(scriptJob(line.mapping.transform, value, fields));
    }
}

QMap<QString, Value> openGroups(const QMap<QString, Value> &record)
{
    QMap<QString, Value> fields;
    for (auto field = record.begin(); field != record.end(); ++field) {
        if (field->isGroup())
            fields.insert(field->parts());
        else
            fields.insert(field.key(), *field);
    }
    return fields;
}

} // namespace syncline::core
