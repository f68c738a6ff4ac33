#include "core/mapping/compiledmapping.h"

#include "core/mapping/compiledmappingdata.h"
#include "core/mapping/referencevalues.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

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
    for (const Bundle &bundle : std::as_const(bundles)) {
        const MappingLine &line = bundle.lines.first();
        if (line.isReference())
            referenceLines.append({bundle.id, line.hub.key, line.hub.refEntity, line.remote.name, line.remote.refersTo,
                                   line.hub.type, line.canPush()});
    }
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

QString CompiledMapping::hubFieldOf(const QString &remoteField) const
{
    for (const Bundle &bundle : d->bundles) {
        for (const MappingLine &line : bundle.lines) {
            if (line.remote.name == remoteField)
                return line.hub.key;
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

CompiledMapping CompiledMapping::with(std::shared_ptr<const References> references) const
{
    CompiledMapping other(*this);
    other.m_references = std::move(references);
    return other;
}

const QList<ReferenceLine> &CompiledMapping::references() const
{
    return d->referenceLines;
}

QMap<QString, Value> CompiledMapping::settledRaw(const QMap<QString, Value> &remoteRaw) const
{
    QMap<QString, Value> settled = remoteRaw;
    for (const ReferenceLine &line : d->referenceLines) {
        const auto raw = settled.find(line.remoteField);
        if (raw == settled.end() || raw->isBlank() || !raw->isReadable())
            continue;
        const auto isLinked = [&](const QString &id) {
            return m_references && !m_references->hubOf(line.remoteEntity, id).isEmpty();
        };
        const FieldType form = raw->isText() ? FieldType::Ref : FieldType::Refs;
        *raw = withIds(*raw, form, [&](const QString &id) { return isLinked(id) ? id : QString(); });
    }
    return settled;
}

bool CompiledMapping::hasScripts() const
{
    return d->hasScripts;
}

const Filter &CompiledMapping::filter() const
{
    return d->filter;
}

} // namespace syncline::core
