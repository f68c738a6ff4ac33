#include "core/mapping/suggest.h"

#include "core/mapping/conversion.h"
#include "core/mapping/suggestdictionary.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Suggest)
};

constexpr double enough = 0.75;   ///< below it a pair is left to a person
constexpr double clearLead = 0.1; ///< by which the best must beat the next

/// "primaryAddress_city (old)" -> "primary address city old".
QString words(const QString &name)
{
    QString spaced;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const QChar c = name.at(i);
        if (c.isUpper() && i > 0 && name.at(i - 1).isLower())
            spaced += u' ';
        spaced += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
    }
    return spaced.simplified();
}

/// Without what only says whose field it is: SuiteCRM's "_c" of custom fields, Syncline's own "x_", the entity.
QString withoutOwner(QString name, const QString &hubEntity)
{
    if (name.endsWith(" c"_L1))
        name.chop(2);
    if (name.startsWith("x "_L1))
        name.remove(0, 2);
    if (name.startsWith(hubEntity + u' '))
        name.remove(0, hubEntity.size() + 1);
    return name;
}

/// Whether the types may be joined without a person looking: text with text, flags with flags, ...
bool typesFit(FieldType hub, FieldType remote)
{
    if (hub == remote)
        return true;
    if (!isConvertible(hub, remote))
        return false;
    const bool isTextThere = remote == FieldType::Text || remote == FieldType::LongText;
    switch (hub) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Enumeration:
        return isTextThere || remote == FieldType::Enumeration || remote == FieldType::Url
            || remote == FieldType::Email;
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
        return isTextThere;
    case FieldType::Integer:
    case FieldType::Decimal:
        return isTextThere || remote == FieldType::Integer || remote == FieldType::Decimal;
    case FieldType::Consent:
        return remote == FieldType::Boolean;
    case FieldType::Set:
        return remote == FieldType::List;
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::List:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Group:
        break;
    }
    return false;
}

/// Lists of addresses and references to other records are joined by the engine's relations, not by a line.
bool isSuggestible(const HubFieldDef &hub)
{
    return hub.type != FieldType::List && hub.type != FieldType::Ref && hub.type != FieldType::Refs && !hub.derived;
}

double likeness(const HubFieldDef &hub, const connectors::RemoteField &remote, const QString &entity)
{
    const QString name = withoutOwner(words(remote.name), entity);
    const QString label = withoutOwner(words(remote.label), entity);
    const QString key = withoutOwner(words(hub.key), entity);
    if (name == key)
        return 0.95;
    if (label == key || (!label.isEmpty() && label == words(hub.label)))
        return 0.9;
    const QStringList others = otherNames(hub.key);
    if (others.contains(name))
        return 0.85;
    if (others.contains(label))
        return 0.8;
    if (QString(name).remove(u' ') == QString(key).remove(u' '))
        return 0.85;
    return 0;
}

Direction directionFor(const HubFieldDef &hub, const connectors::RemoteField &remote, Direction wanted)
{
    return remote.readOnly || hub.readOnly ? Direction::Pull : wanted;
}

/// Collects pairs; a field of either side is taken once.
class Suggester
{
public:
    Suggester(const HubEntityDef &hub, const connectors::RemoteEntity &remote) : m_hub(hub), m_remote(remote) {}

    QMap<QString, Suggestion> run()
    {
        takeKnownPairs();
        takeAlike();
        return m_found;
    }

private:
    void take(const HubFieldDef &hub, const connectors::RemoteField &remote, Direction direction, double confidence,
              const QString &reason)
    {
        Suggestion suggestion;
        suggestion.field.hub = hub.key;
        suggestion.field.remote = remote.name;
        suggestion.field.direction = directionFor(hub, remote, direction);
        suggestion.confidence = confidence;
        suggestion.reason = reason;
        m_found.insert(hub.key, suggestion);
        m_taken.insert(remote.name);
    }

    void takeKnownPairs()
    {
        const QHash<QString, KnownPair> known = knownPairs(m_remote);
        for (const connectors::RemoteField &remote : m_remote.fields) {
            const auto pair = known.constFind(remote.name);
            if (remote.custom || pair == known.cend() || m_found.contains(pair->hub))
                continue;
            const HubFieldDef *hub = m_hub.field(pair->hub);
            if (hub && !hub->refEntity.isEmpty() && remote.refersTo.isEmpty())
                continue; // ids of the hub are nothing to the CRM
            if (hub && isConvertible(hub->type, remote.type))
                take(*hub, remote, pair->direction, 1.0, reasonForKnown(*pair, remote));
        }
    }

    QString reasonForKnown(const KnownPair &pair, const connectors::RemoteField &remote) const
    {
        if (pair.direction == Direction::Pull && !remote.readOnly)
            return Text::tr("A standard field of %1; only read, because writing it has side effects.")
                .arg(m_remote.label);
        return Text::tr("A standard field of %1 with the same meaning.").arg(m_remote.label);
    }

    struct Candidate
    {
        const HubFieldDef *hub;
        const connectors::RemoteField *remote;
        double likeness;
    };

    QList<Candidate> candidates() const
    {
        QList<Candidate> all;
        for (const HubFieldDef &hub : m_hub.fields) {
            if (m_found.contains(hub.key) || !isSuggestible(hub))
                continue;
            for (const connectors::RemoteField &remote : m_remote.fields) {
                if (m_taken.contains(remote.name) || !typesFit(hub.type, remote.type))
                    continue;
                const double like = likeness(hub, remote, m_hub.key);
                if (like >= enough)
                    all.append({&hub, &remote, like});
            }
        }
        return all;
    }

    static bool isClear(const Candidate &one, const QList<Candidate> &all)
    {
        return std::none_of(all.begin(), all.end(), [&](const Candidate &other) {
            const bool rivals = (other.hub == one.hub) != (other.remote == one.remote);
            return rivals && other.likeness > one.likeness - clearLead;
        });
    }

    void takeAlike()
    {
        const QList<Candidate> all = candidates();
        for (const Candidate &one : all) {
            if (isClear(one, all)) {
                take(*one.hub, *one.remote, Direction::Both, one.likeness,
                     Text::tr("\"%1\" and \"%2\" have like names and fitting types.")
                         .arg(one.hub->label, one.remote->label.isEmpty() ? one.remote->name : one.remote->label));
            }
        }
    }

    const HubEntityDef &m_hub;
    const connectors::RemoteEntity &m_remote;
    QMap<QString, Suggestion> m_found; ///< by hub key
    QSet<QString> m_taken;             ///< remote names
};

} // namespace

SuggestedMapping suggest(const HubEntityDef &hub, const connectors::RemoteEntity &remote)
{
    const QMap<QString, Suggestion> found = Suggester(hub, remote).run();
    SuggestedMapping suggested;
    suggested.mapping.hub = hub.key;
    suggested.mapping.remote = remote.name;
    for (const HubFieldDef &field : hub.fields) {
        const auto suggestion = found.constFind(field.key);
        if (suggestion == found.cend())
            continue;
        suggested.suggestions.append(*suggestion);
        suggested.mapping.fields.append(suggestion->field);
    }
    return suggested;
}

namespace {

/// A remote entity that holds one kind of records (calls) takes part with those only; what nobody writes is only read.
void limitToOneKind(EntityMapping &mapping, const HubEntityDef &hub, const connectors::RemoteEntity &remote)
{
    for (const FieldMapping &line : std::as_const(mapping.fields)) {
        const connectors::RemoteField *field = remote.field(line.remote);
        if (field && field->readOnly && field->options.size() == 1)
            mapping.filter = line.hub + u" = \""_s + field->options.first().value + u'"';
    }
    const bool isReadOnly = std::all_of(hub.fields.begin(), hub.fields.end(),
                                        [](const HubFieldDef &field) { return field.readOnly; });
    if (isReadOnly) {
        mapping.direction = Direction::Pull;
        mapping.deletes = DeletePolicy::Ignore;
    }
}

} // namespace

MappingFile suggestFile(const QString &integration, const HubSchema &schema,
                        const QList<connectors::RemoteEntity> &described)
{
    MappingFile file;
    file.integration = integration;
    for (const connectors::RemoteEntity &remote : described) {
        const HubEntityDef *hub = schema.entity(remote.hubEntity);
        if (!hub)
            continue;
        SuggestedMapping suggested = suggest(*hub, remote);
        for (FieldMapping &field : suggested.mapping.fields) {
            // A record without its match key waits for a person anyway; where the CRM refuses it too, say so early.
            const connectors::RemoteField *target = remote.field(field.remote);
            field.required = target && target->required && field.hub == schema.matchKeyField(hub->key);
        }
        limitToOneKind(suggested.mapping, *hub, remote);
        if (!suggested.mapping.fields.isEmpty())
            file.entities.append(suggested.mapping);
    }
    return file;
}

} // namespace syncline::core
