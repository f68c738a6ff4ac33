#include "core/mapping/compiledmapping.h"

#include "core/mapping/mappingline.h"
#include "core/schema/domain.h"
#include "foundation/canonical.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::CompiledMapping)
};

/// The lines that make one FieldMap: a single one, or a hub group's, one for each part, and the templates of its parts.
struct Bundle
{
    QString id;
    QString hub; ///< hub field or group key
    bool isGroup = false;
    QList<MappingLine> lines; ///< those that pull come first
};

QString lineId(const MappingLine &line)
{
    return line.remote.name + u':' + fieldTypeName(line.remote.type);
}

QString groupId(const Bundle &bundle)
{
    QStringList names;
    for (const MappingLine &line : bundle.lines)
        names.append(line.remote.name);
    names.sort();
    return u"group:"_s + bundle.hub + u':' + names.join(u',');
}

Direction united(const QList<MappingLine> &lines)
{
    const bool pulls = std::any_of(lines.begin(), lines.end(), [](const MappingLine &line) { return line.canPull(); });
    const bool pushes = std::any_of(lines.begin(), lines.end(), [](const MappingLine &line) { return line.canPush(); });
    if (pulls && pushes)
        return Direction::Both;
    return pulls ? Direction::Pull : Direction::Push;
}

QList<FieldMapPart> partsOf(const Bundle &bundle)
{
    QMap<QString, QList<MappingLine>> byPart;
    for (const MappingLine &line : bundle.lines)
        byPart[line.hub.key].append(line);
    QList<FieldMapPart> parts;
    for (auto part = byPart.cbegin(); part != byPart.cend(); ++part)
        parts.append({part.key(), united(part.value())});
    return parts;
}

bool isRequired(const MappingLine &line)
{
    return line.mapping.required && line.mapping.defaultValue.isBlank();
}

bool carries(const Bundle &bundle, const QString &hubField)
{
    return std::any_of(bundle.lines.begin(), bundle.lines.end(),
                       [&](const MappingLine &line) { return line.hub.key == hubField; });
}

/// A second line of the same part stands for itself: in one bundle its field would count as equal as soon as the first
/// line's is, and never be written. A template needs the parts that it names.
bool hasPlaceFor(const Bundle &bundle, const MappingLine &line)
{
    return line.mapping.transform.type == TransformType::Template || !carries(bundle, line.hub.key);
}

/// Writes something even where the hub holds nothing.
bool fillsBlank(const MappingLine &line)
{
    const TransformType type = line.mapping.transform.type;
    return line.canPush()
        && (!line.mapping.defaultValue.isBlank() || type == TransformType::Constant || type == TransformType::Template);
}

void sortPullsFirst(QList<MappingLine> &lines)
{
    std::stable_sort(lines.begin(), lines.end(),
                     [](const MappingLine &a, const MappingLine &b) { return a.canPull() && !b.canPull(); });
}

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

struct CompiledMapping::Data
{
    EntityMapping mapping;
    MappingOptions options;
    QMap<QString, FieldType> kinds;
    QString matchKey;
    QList<Bundle> bundles; ///< sorted by id
    QHash<QString, qsizetype> byId;
    QStringList remoteFields;
    QStringList missing;
    QStringList domainSources; ///< bundle ids of website and e-mail, where the domain is derived from them
    QString domainId;
    Filter filter;
    bool hasScripts = false;

    const Bundle *bundle(const QString &id) const
    {
        const auto found = byId.constFind(id);
        return found == byId.cend() ? nullptr : &bundles.at(*found);
    }
    const MappingLine *lineOfHub(const QString &hubField) const;
    void addLine(MappingLine line, const HubSchema &schema);
    void finishBundles();
    void deriveDomain();
    Value bundleToHub(const Bundle &bundle, const QMap<QString, Value> &raw, QList<FieldProblem> *problems,
                      const ScriptResults *scripts) const;
    Result<void> lineToRemote(const MappingLine &line, const Value &hubValue, const LineContext &context,
                              QMap<QString, Value> &written) const;
    Result<QMap<QString, Value>> bundleToRemote(const Bundle &bundle, const Value &hubValue,
                                                const QMap<QString, Value> &record, const ScriptResults *scripts) const;
    Value predicted(const Bundle &bundle, const Value &hubValue, const PredictRaw &predict) const;
    QMap<QString, Value> recordFor(const Bundle &bundle, const Value &hubValue,
                                   const QMap<QString, Value> &record) const;
};

const MappingLine *CompiledMapping::Data::lineOfHub(const QString &hubField) const
{
    const MappingLine *pushing = nullptr;
    for (const Bundle &bundle : bundles) {
        for (const MappingLine &line : bundle.lines) {
            if (line.hub.key != hubField || !line.pull)
                continue;
            if (line.canPull())
                return &line;
            pushing = pushing ? pushing : &line;
        }
    }
    return pushing;
}

void CompiledMapping::Data::addLine(MappingLine line, const HubSchema &schema)
{
    const QString key = schema.mergeKey(mapping.hub, line.hub.key);
    hasScripts = hasScripts || line.mapping.transform.type == TransformType::Function
        || (line.pull && line.pull->type == TransformType::Function);
    if (!remoteFields.contains(line.remote.name))
        remoteFields.append(line.remote.name);
    const bool isGroup = !line.hub.group.isEmpty();
    if (isGroup) {
        for (Bundle &bundle : bundles) {
            if (bundle.isGroup && bundle.hub == key && hasPlaceFor(bundle, line)) {
                bundle.lines.append(std::move(line));
                return;
            }
        }
    }
    bundles.append({lineId(line), key, isGroup, {std::move(line)}});
}

void CompiledMapping::Data::finishBundles()
{
    QSet<QString> taken;
    for (Bundle &bundle : bundles) {
        if (bundle.isGroup)
            bundle.id = groupId(bundle);
        if (taken.contains(bundle.id)) // one remote field read into two hub fields
            bundle.id += u':' + bundle.hub;
        taken.insert(bundle.id);
    }
    std::sort(bundles.begin(), bundles.end(), [](const Bundle &a, const Bundle &b) { return a.id < b.id; });
    for (qsizetype i = 0; i < bundles.size(); ++i)
        byId.insert(bundles.at(i).id, i);
    remoteFields.sort();
}

void CompiledMapping::Data::deriveDomain()
{
    if (matchKey != "domain"_L1 || lineOfHub(matchKey))
        return;
    QStringList names;
    for (const QString &source : {u"website"_s, u"email"_s}) {
        for (const Bundle &bundle : bundles) {
            if (bundle.hub == source && bundle.lines.first().canPull()) {
                domainSources.append(bundle.id);
                names.append(bundle.lines.first().remote.name);
            }
        }
    }
    if (!domainSources.isEmpty())
        domainId = u"derived:domain:"_s + names.join(u',');
}

CompiledMapping::CompiledMapping(const EntityMapping &mapping, const HubSchema &schema,
                                 const connectors::RemoteEntity &remote, MappingOptions options)
{
    auto data = std::make_shared<Data>();
    data->mapping = mapping;
    data->options = std::move(options);
    data->kinds = schema.kinds(mapping.hub);
    data->matchKey = schema.matchKeyField(mapping.hub);
    for (const QStringList &rule : mapping.match) {
        if (rule.size() == 1) {
            data->matchKey = rule.first();
            break;
        }
    }
    QList<MappingLine> lines;
    for (const FieldMapping &field : mapping.fields) {
        const HubFieldDef *hub = schema.field(mapping.hub, field.hub);
        const connectors::RemoteField *target = remote.field(field.remote);
        if (!hub || !target) {
            data->missing.append(field.remote);
            continue;
        }
        if (std::optional<MappingLine> line = bindLine(field, mapping.direction, *hub, *target))
            lines.append(std::move(*line));
    }
    sortPullsFirst(lines); // what fills a group's parts makes its bundle
    for (MappingLine &line : lines)
        data->addLine(std::move(line), schema);
    data->finishBundles();
    data->deriveDomain();
    data->filter = Filter::parse(mapping.filter, data->kinds).value_or(Filter::acceptsNothing());
    d = std::move(data);
}

const EntityMapping &CompiledMapping::source() const
{
    return d->mapping;
}

QString CompiledMapping::hubEntity() const
{
    return d->mapping.hub;
}

QString CompiledMapping::remoteEntity() const
{
    return d->mapping.remote;
}

QMap<QString, FieldType> CompiledMapping::kinds() const
{
    return d->kinds;
}

QString CompiledMapping::matchKey() const
{
    return d->matchKey;
}

QList<FieldMap> CompiledMapping::fieldMaps(const PredictRaw &predict) const
{
    QList<FieldMap> maps;
    for (const Bundle &bundle : d->bundles) {
        FieldMap map;
        map.id = bundle.id;
        map.hub = bundle.hub;
        map.direction = united(bundle.lines);
        map.required = std::any_of(bundle.lines.begin(), bundle.lines.end(), isRequired);
        map.enforce = map.direction == Direction::Pull; // S-42: there the remote wins
        for (const MappingLine &line : bundle.lines) {
            map.conflict = map.conflict ? map.conflict : line.mapping.conflict;
            map.enforce = map.enforce || line.mapping.enforce;
            map.fillsBlank = map.fillsBlank || fillsBlank(line);
            map.tagNamespace = map.tagNamespace.isEmpty() ? line.mapping.tagNamespace : map.tagNamespace;
        }
        if (bundle.isGroup)
            map.parts = partsOf(bundle);
        if (predict) {
            map.predict = [data = d, id = bundle.id, predict](const Value &value) {
                return data->predicted(*data->bundle(id), value, predict);
            };
        }
        maps.append(std::move(map));
    }
    if (!d->domainId.isEmpty())
        maps.append(FieldMap{d->domainId, u"domain"_s, Direction::Pull, {}, false, false, false, {}, {}, {}});
    return maps;
}

QStringList CompiledMapping::remoteFields() const
{
    return d->remoteFields;
}

QStringList CompiledMapping::remoteFieldsOf(const QString &mapId) const
{
    QStringList names;
    if (mapId == d->domainId) {
        for (const QString &source : d->domainSources)
            names += remoteFieldsOf(source);
        return names;
    }
    if (const Bundle *bundle = d->bundle(mapId)) {
        for (const MappingLine &line : bundle->lines)
            names.append(line.remote.name);
    }
    return names;
}

QString CompiledMapping::mapIdOf(const QString &remoteField) const
{
    for (const Bundle &bundle : d->bundles) {
        for (const MappingLine &line : bundle.lines) {
            if (line.remote.name == remoteField)
                return bundle.id;
        }
    }
    return {};
}

QString CompiledMapping::mapIdOfHub(const QString &hubKey) const
{
    QString pushing;
    for (const Bundle &bundle : d->bundles) {
        const bool isOfIt = bundle.hub == hubKey || carries(bundle, hubKey);
        if (isOfIt && bundle.lines.first().canPull())
            return bundle.id;
        if (isOfIt && pushing.isEmpty())
            pushing = bundle.id;
    }
    return pushing.isEmpty() && hubKey == "domain"_L1 ? d->domainId : pushing;
}

QString CompiledMapping::remoteFieldOfHub(const QString &hubField) const
{
    const MappingLine *line = d->lineOfHub(hubField);
    return line ? line->remote.name : QString();
}

QStringList CompiledMapping::missing() const
{
    return d->missing;
}

QMap<QString, QString> CompiledMapping::required() const
{
    QMap<QString, QString> required;
    for (const Bundle &bundle : d->bundles) {
        for (const MappingLine &line : bundle.lines) {
            if (line.canPush() && isRequired(line))
                required.insert(line.hub.key, line.remote.name);
        }
    }
    return required;
}

bool CompiledMapping::hasScripts() const
{
    return d->hasScripts;
}

const Filter &CompiledMapping::filter() const
{
    return d->filter;
}

// --- from the CRM into the hub ------------------------------------------------------------------------------------

Value CompiledMapping::Data::bundleToHub(const Bundle &bundle, const QMap<QString, Value> &raw,
                                         QList<FieldProblem> *problems, const ScriptResults *scripts) const
{
    const LineContext context{raw, scripts, options.phoneRegion, options.scripts.get()};
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
        Value value = d->bundleToHub(bundle, remoteRaw, problems, scripts);
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
                                                                   const ScriptResults *scripts) const
{
    const bool isSimple = !bundle.isGroup && bundle.lines.first().mapping.transform.isDirect();
    const QMap<QString, Value> fields = isSimple ? QMap<QString, Value>() : recordFor(bundle, hubValue, record);
    const LineContext context{fields, scripts, options.phoneRegion, options.scripts.get()};
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
        return d->bundleToRemote(*bundle, hubValue, record, scripts);
    Value::Parts blanks; // a cleared group clears each of its parts
    for (const MappingLine &line : bundle->lines)
        blanks.insert(line.hub.key, Value::null());
    return d->bundleToRemote(*bundle, Value::group(blanks), record, scripts);
}

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
    const auto written = bundleToRemote(bundle, hubValue, {}, nullptr);
    if (!written)
        return hubValue;
    QMap<QString, Value> shown;
    for (const MappingLine &line : bundle.lines) {
        if (written->contains(line.remote.name))
            shown.insert(line.remote.name, predict(line.remote, written->value(line.remote.name)));
    }
    const Value back = bundleToHub(bundle, shown, nullptr, nullptr);
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
