#include "core/services/mappingeditor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::MappingEditor)
};

QList<HubOption> optionsOf(const connectors::RemoteField &field)
{
    QList<HubOption> options;
    for (const connectors::Option &option : field.options)
        options.append({option.value, option.label.isEmpty() ? option.value : option.label});
    return options;
}

QString sectionOf(const HubFieldDef &field)
{
    if (field.own)
        return Text::tr("Own fields");
    if (field.key.startsWith("social_"_L1))
        return Text::tr("Social media");
    if (field.group == "address"_L1)
        return Text::tr("Address");
    return {};
}

MappingField hubListed(const HubFieldDef &field, const QString &matchKey)
{
    return {field.key,
            field.label.isEmpty() ? field.key : field.label,
            field.type,
            sectionOf(field),
            field.key == matchKey,
            field.readOnly,
            field.options};
}

MappingField remoteListed(const connectors::RemoteField &field)
{
    return {field.name,      field.label.isEmpty() ? field.name : field.label,
            field.type,      field.custom ? Text::tr("Custom fields") : QString(),
            field.required,  field.readOnly,
            optionsOf(field)};
}

/// Used ones first, beside their partners: a line that is straight is read at a glance. A used field stands at the
/// top whatever its section.
QList<MappingField> ordered(QList<MappingField> fields, const QStringList &used)
{
    QList<MappingField> top;
    for (const QString &key : used) {
        const auto it = std::find_if(fields.begin(), fields.end(),
                                     [&](const MappingField &field) { return field.key == key; });
        if (it == fields.end())
            continue;
        it->section.clear();
        top.append(*it);
        fields.erase(it);
    }
    std::stable_partition(fields.begin(), fields.end(),
                          [](const MappingField &field) { return field.section.isEmpty(); });
    return top + fields;
}

/// The lines of the saved mapping in the order of the hub's fields.
QList<FieldMapping> inHubOrder(const MappingBasis &basis)
{
    QList<FieldMapping> lines;
    const HubEntityDef *entity = basis.schema.entity(basis.saved.hub);
    if (!entity)
        return lines;
    for (const HubFieldDef &field : entity->fields) {
        for (const FieldMapping &line : basis.saved.fields) {
            if (line.hub == field.key)
                lines.append(line);
        }
    }
    return lines;
}

int settingsChanged(const EntityMapping &a, const EntityMapping &b)
{
    return int(a.enabled != b.enabled) + int(a.direction != b.direction) + int(a.match != b.match)
        + int(a.conflict != b.conflict) + int(a.deletes != b.deletes) + int(a.filter.trimmed() != b.filter.trimmed());
}

const FieldMapping *lineOf(const EntityMapping &mapping, const PairId &id)
{
    const auto it = std::find_if(mapping.fields.begin(), mapping.fields.end(), [&](const FieldMapping &line) {
        return line.hub == id.hub && line.remote == id.remote;
    });
    return it == mapping.fields.end() ? nullptr : &*it;
}

} // namespace

QString pairKey(const PairId &id)
{
    return id.hub + u'\n' + id.remote;
}

MappingEditor::MappingEditor(std::shared_ptr<const MappingBasis> basis, EntityMapping mapping, QSet<QString> dismissed)
    : m_basis(std::move(basis))
    , m_mapping(std::move(mapping))
    , m_dismissed(std::move(dismissed))
{
}

const HubFieldDef *MappingEditor::hubField(const QString &key) const
{
    return m_basis->schema.field(m_mapping.hub, key);
}

QList<MappingField> MappingEditor::fields(MappingSide side) const
{
    QList<MappingField> fields;
    QStringList used;
    for (const FieldMapping &line : inHubOrder(*m_basis)) {
        const QString &key = side == MappingSide::Hub ? line.hub : line.remote;
        if (!used.contains(key))
            used.append(key);
    }
    if (side == MappingSide::Remote) {
        for (const connectors::RemoteField &field : m_basis->remote.fields)
            fields.append(remoteListed(field));
    } else if (const HubEntityDef *entity = m_basis->schema.entity(m_mapping.hub)) {
        for (const HubFieldDef &field : entity->fields)
            fields.append(hubListed(field, m_basis->schema.matchKeyField(m_mapping.hub)));
    }
    return ordered(std::move(fields), used);
}

std::optional<MappingField> MappingEditor::field(MappingSide side, const QString &key) const
{
    if (side == MappingSide::Hub) {
        if (const HubFieldDef *hub = hubField(key))
            return hubListed(*hub, m_basis->schema.matchKeyField(m_mapping.hub));
    } else if (const connectors::RemoteField *remote = m_basis->remote.field(key)) {
        return remoteListed(*remote);
    }
    return std::nullopt;
}

QString MappingEditor::label(MappingSide side, const QString &key) const
{
    const auto found = field(side, key);
    return found ? found->label : key;
}

const FieldMapping *MappingEditor::pair(const PairId &id) const
{
    return lineOf(m_mapping, id);
}

QList<PairId> MappingEditor::pairs() const
{
    QList<PairId> ids;
    for (const FieldMapping &line : m_mapping.fields)
        ids.append({line.hub, line.remote});
    return ids;
}

QList<PairId> MappingEditor::pairsOf(MappingSide side, const QString &key) const
{
    QList<PairId> ids;
    for (const FieldMapping &line : m_mapping.fields) {
        if ((side == MappingSide::Hub ? line.hub : line.remote) == key)
            ids.append({line.hub, line.remote});
    }
    return ids;
}

MappingIssues MappingEditor::issuesOf(const FieldMapping &line) const
{
    return check(line, m_mapping, m_basis->schema, m_basis->remote);
}

/// What the CRM and the hub let be written, less what another line does already: two lines may not write one field.
Direction MappingEditor::directionFor(const HubFieldDef &hub, const connectors::RemoteField &remote) const
{
    if (remote.readOnly || hub.readOnly || m_mapping.direction == Direction::Pull)
        return Direction::Pull;
    bool isFilled = false, isWritten = false;
    for (const FieldMapping &line : m_mapping.fields) {
        isFilled = isFilled || (line.hub == hub.key && line.direction != Direction::Push);
        isWritten = isWritten || (line.remote == remote.name && line.direction != Direction::Pull);
    }
    if (isFilled || m_mapping.direction == Direction::Push)
        return Direction::Push;
    return isWritten ? Direction::Pull : Direction::Both;
}

QList<MappingSuggestion> MappingEditor::suggestions() const
{
    QList<MappingSuggestion> open;
    for (const Suggestion &suggestion : m_basis->suggestions) {
        const PairId id{suggestion.field.hub, suggestion.field.remote};
        if (m_dismissed.contains(pairKey(id)) || !pairsOf(MappingSide::Hub, id.hub).isEmpty()
            || !pairsOf(MappingSide::Remote, id.remote).isEmpty())
            continue;
        // Nothing but a person is ever quite sure.
        const int percent = std::min(99, int(suggestion.confidence * 100 + 0.5));
        open.append({id, percent, suggestion.reason, suggestion.field});
    }
    return open;
}

bool MappingEditor::allows(const PairId &id, Direction direction) const
{
    const FieldMapping *line = pair(id);
    if (!line || !narrower(direction, m_mapping.direction))
        return false;
    FieldMapping turned = *line;
    turned.direction = direction;
    if (hubField(id.hub) && hubField(id.hub)->readOnly && direction != Direction::Pull)
        return false;
    return !hasProblems(issuesOf(turned));
}

Direction MappingEditor::nextDirection(const PairId &id) const
{
    const FieldMapping *line = pair(id);
    if (!line)
        return Direction::Both;
    constexpr Direction round[] = {Direction::Both, Direction::Push, Direction::Pull};
    const int now = int(std::find(std::begin(round), std::end(round), line->direction) - std::begin(round));
    for (int step = 1; step < 3; ++step) {
        if (const Direction next = round[(now + step) % 3]; allows(id, next))
            return next;
    }
    return line->direction;
}

int MappingEditor::changes() const
{
    int count = settingsChanged(m_basis->saved, m_mapping);
    for (const FieldMapping &line : m_mapping.fields) {
        const FieldMapping *before = lineOf(m_basis->saved, {line.hub, line.remote});
        count += int(!before || *before != line);
    }
    for (const FieldMapping &line : m_basis->saved.fields)
        count += int(!pair({line.hub, line.remote}));
    return count;
}

bool MappingEditor::canSave() const
{
    return changes() > 0 && !hasProblems(check(m_mapping, m_basis->schema, m_basis->remote));
}

EntityMapping MappingEditor::withLine(const FieldMapping &line) const
{
    EntityMapping mapping = m_mapping;
    for (FieldMapping &existing : mapping.fields) {
        if (existing.hub == line.hub && existing.remote == line.remote) {
            existing = line;
            return mapping;
        }
    }
    mapping.fields.append(line);
    return mapping;
}

EntityMapping MappingEditor::without(const PairId &id) const
{
    EntityMapping mapping = m_mapping;
    mapping.fields.removeIf([&](const FieldMapping &line) { return line.hub == id.hub && line.remote == id.remote; });
    return mapping;
}

EntityMapping MappingEditor::withDirection(const PairId &id, Direction direction) const
{
    const FieldMapping *line = pair(id);
    if (!line)
        return m_mapping;
    FieldMapping turned = *line;
    const bool isTurnedRound = (turned.direction == Direction::Pull) != (direction == Direction::Pull);
    // A line that is only pulled reads with its transform; every other one writes with it.
    if (isTurnedRound && !turned.transform.isDirect()) {
        const std::optional<Transform> back = turned.inverse ? turned.inverse : turned.transform.inverse();
        if (back) {
            turned.inverse = direction == Direction::Pull ? std::nullopt : std::optional(turned.transform);
            turned.transform = *back;
            if (turned.inverse && turned.transform.inverse() == turned.inverse)
                turned.inverse.reset();
        }
    }
    turned.direction = direction;
    if (direction != Direction::Push)
        turned.enforce = false;
    return withLine(turned);
}

} // namespace syncline::core
