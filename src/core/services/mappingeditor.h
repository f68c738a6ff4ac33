#pragma once

#include "connectors/api/connector.h"
#include "core/mapping/mappingcheck.h"
#include "core/mapping/suggest.h"

#include <QSet>

#include <memory>
#include <optional>
#include <tuple>

/// Editing one entity mapping: what a window may ask and do, as pure functions over values. Nothing here is stored
/// before MappingDesk::save().
namespace syncline::core {

enum class MappingSide { Hub, Remote };

/// Names one line of a mapping.
struct PairId
{
    QString hub, remote;
    bool operator==(const PairId &) const = default;
    bool operator<(const PairId &other) const { return std::tie(hub, remote) < std::tie(other.hub, other.remote); }
};

/// A field as a list shows it.
struct MappingField
{
    QString key; ///< hub field key or remote field name
    QString label;
    FieldType type = FieldType::Text;
    QString section; ///< heading under which it stands; "" at the top
    bool isRequired = false;
    bool isReadOnly = false;
    QList<HubOption> options;
    bool operator==(const MappingField &) const = default;
};

/// What an editor works on; does not change while it is edited.
struct MappingBasis
{
    QString integration; ///< its name
    QString provider;
    QString phoneRegion;
    HubSchema schema;
    connectors::RemoteEntity remote;
    EntityMapping saved; ///< as the workspace has it; no fields where nothing is saved yet
    bool isSaved = false;
    bool isOld = false; ///< the field list was read more than five minutes ago (M1)
    QList<Suggestion> suggestions;
};

/// Whether two fields may be joined.
struct Fit
{
    enum class Kind {
        Fits,
        Choice, ///< only in one of the ways of `choices`
        Never
    };
    struct Choice
    {
        QString label; ///< "Join with commas"
        FieldMapping line;
    };
    Kind kind = Kind::Never;
    FieldMapping line; ///< what is drawn, where it fits
    QString reason;    ///< a sentence that says why it does not fit as it is
    QList<Choice> choices;
};

struct MappingSuggestion
{
    PairId pair;
    int percent = 0;
    QString reason;
    FieldMapping line;
};

/// One thing that a person should mend, with the nearest way to mend it.
struct MappingProblem
{
    Severity severity = Severity::Problem;
    PairId pair;     ///< either may be empty
    QString subject; ///< name of the field; "" for the mapping as a whole
    QString text;    ///< a sentence
    QString remedy;
    QString cure;                       ///< text of the button; "" for none
    std::optional<EntityMapping> cured; ///< the mapping after it; without it the button leads to `place`
    QString place;                      ///< "default", "table", "filter", "match" or "pair"
    QString value;                      ///< what the table has no entry for; "" elsewhere
};

/// What a walk over the workspace found out about a draft; see MappingDesk::survey().
struct MappingFacts
{
    QMap<PairId, int> blank;                       ///< required by the CRM, and so many records have none
    QMap<PairId, QMap<QString, int>> withoutEntry; ///< hub values that a lookup does not name -> records
};

class MappingEditor
{
public:
    MappingEditor() = default;
    MappingEditor(std::shared_ptr<const MappingBasis> basis, EntityMapping mapping, QSet<QString> dismissed = {});

    bool isEmpty() const { return !m_basis; }
    const MappingBasis &basis() const { return *m_basis; }
    const EntityMapping &mapping() const { return m_mapping; }
    const QSet<QString> &dismissed() const { return m_dismissed; }

    /// Fields of a side: those that the saved mapping uses first, in the order of their partners.
    QList<MappingField> fields(MappingSide side) const;
    std::optional<MappingField> field(MappingSide side, const QString &key) const;
    QString label(MappingSide side, const QString &key) const;
    const FieldMapping *pair(const PairId &id) const;
    QList<PairId> pairs() const;
    QList<PairId> pairsOf(MappingSide side, const QString &key) const;

    Fit fit(const QString &hub, const QString &remote) const;
    /// Neither used, dismissed nor in the way of a line that is drawn.
    QList<MappingSuggestion> suggestions() const;
    QList<MappingProblem> problems(const MappingFacts &facts = {}) const;
    /// Problems of one line, as it would be.
    MappingIssues issuesOf(const FieldMapping &line) const;
    /// The next direction that a click turns a line to; the same where only one is possible.
    Direction nextDirection(const PairId &id) const;
    bool allows(const PairId &id, Direction direction) const;
    /// A lookup table for two fields of fixed lists, filled where values or labels are alike.
    Transform lookupFor(const QString &hub, const QString &remote) const;

    /// How many things differ from what is saved: lines, and settings of the entity.
    int changes() const;
    bool canSave() const;

    EntityMapping withLine(const FieldMapping &line) const; ///< added, or in place of the line of the same pair
    EntityMapping without(const PairId &id) const;
    EntityMapping withDirection(const PairId &id, Direction direction) const;

private:
    const HubFieldDef *hubField(const QString &key) const;
    Direction directionFor(const HubFieldDef &hub, const connectors::RemoteField &remote) const;

    std::shared_ptr<const MappingBasis> m_basis;
    EntityMapping m_mapping;
    QSet<QString> m_dismissed; ///< pairKey() of suggestions
};

/// A pair as one text, for sets.
QString pairKey(const PairId &id);

} // namespace syncline::core
