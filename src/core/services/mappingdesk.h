#pragma once

#include "core/services/mappingeditor.h"
#include "core/services/session.h"

namespace syncline::core {

/// One entity of one integration that is mapped or could be.
struct MappingPlace
{
    QString integration, provider;
    QString hub, hubLabel;       ///< hub entity
    QString remote, remoteLabel; ///< remote entity
    int pairs = 0;
    bool isEnabled = false; ///< saved and switched on
    bool operator==(const MappingPlace &) const = default;
};

/// One real record as both sides have it.
struct MappingSample
{
    QString name; ///< for people
    QString recordId, remoteId;
    QMap<QString, Value> hub;    ///< by hub field key
    QMap<QString, Value> remote; ///< by remote field name; what was not read is absent
};

struct MappingPreviewRow
{
    enum class State {
        Fits,
        Unchanged, ///< nothing is carried: the value stays what it is
        Doubtful,  ///< cannot be carried; `reason` says why
    };
    QString name;
    QString from, to; ///< as people read them; "" for blank
    State state = State::Fits;
    QString reason;
    bool operator==(const MappingPreviewRow &) const = default;
};

/// The records that the samples' values of a line refer to.
struct Referred
{
    QList<HubOption> names;                ///< as people call them, by their ids on either side
    QHash<QString, QString> hubs, remotes; ///< which stands for which: by remote id, and by hub id
};

/// What saving a draft would set off, and what the workspace's records say about it.
struct MappingSurvey
{
    int records = 0;      ///< of the hub's entity
    int takePart = 0;     ///< that the filter lets through
    int sentAgain = 0;    ///< linked records with a newly written field that has a value
    int readAgain = 0;    ///< linked records with a newly read field
    int requests = 0;     ///< at most, for sentAgain
    int seconds = 0;      ///< at most, for the requests
    QStringList examples; ///< names of the first records that are sent
    MappingFacts facts;
};

/// The mapping view's dealings with the workspace and the CRMs. Belongs to its session's thread; functions that take a
/// stop token may ask the CRM or walk over all records, and take long.
class MappingDesk
{
public:
    explicit MappingDesk(Session &session) : m_session(session) {}

    /// Whatever the workspace knows of. An integration whose fields were never read has one place without entities.
    Result<QList<MappingPlace>> places();
    /// Asks the CRM for its entities and fields, and keeps them (M1).
    Result<void> readFields(const QString &integration, std::stop_token stop);
    /// From what is kept; error NotFound where the field list was never read.
    Result<MappingBasis> open(const QString &integration, const QString &hub, const QString &remote);

    /// Linked records, from the workspace alone, after the record with this id ("" from the beginning).
    Result<QList<MappingSample>> samples(const MappingBasis &basis, const QString &after, int count);
    /// The same records with every field that the CRM has; where none is linked yet, the CRM's first ones.
    Result<QList<MappingSample>> samplesInFull(const MappingBasis &basis, const QList<MappingSample> &samples,
                                               int count, std::stop_token stop);

    /// What a line makes of real records on its way (Push: to the CRM, Pull: to the hub). Runs functions.
    Result<QList<MappingPreviewRow>> preview(const MappingBasis &basis, const FieldMapping &line, Direction way,
                                             const QList<MappingSample> &samples);
    /// Walks over every record of the hub's entity. A filter that is not understood is an error (Usage).
    Result<MappingSurvey> survey(const MappingBasis &basis, const EntityMapping &draft, std::stop_token stop);

    /// Replaces the integration's mapping as a whole, this entity changed; policies of the hub's entity follow.
    Result<QStringList> save(const MappingBasis &basis, const EntityMapping &draft, std::stop_token stop);

private:
    Result<IntegrationRow> named(const QString &name);
    Result<QList<EntityMapping>> saved(const IntegrationRow &row);
    Result<Referred> referredIn(const MappingBasis &basis, const FieldMapping &line,
                                const QList<MappingSample> &samples);
    Result<void> savePolicies(const MappingBasis &basis, const EntityMapping &draft);

    Session &m_session;
};

/// How a value of a field is shown to people: an option by its label, a set joined.
QString shownValue(const Value &value, const QList<HubOption> &options);

} // namespace syncline::core
