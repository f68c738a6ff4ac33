#pragma once

#include "core/services/recordtypes.h"
#include "core/services/session.h"

namespace syncline::core {

/// What people look for in the list of operations.
struct ActivityQuery
{
    QString integration; ///< id; "" for all
    QString kind;        ///< "create", "update", ...; "" for all
    bool failedOnly = false;
    Millis since = 0; ///< runs that began then or later
    QString run;      ///< this one only
    QString record;   ///< hub id
    QString text;     ///< a name, a number in a CRM, words of an error
    bool operator==(const ActivityQuery &) const = default;
};

/// One line: an operation of a run, or an error that belongs to none.
struct ActivityLine
{
    QString run;
    int seq = 0;
    bool isError = false;
    Millis at = 0;               ///< of its run's beginning
    QString integration, system; ///< id ("hub" for the workspace's own) and name
    QString entity, kind, record, remoteId;
    QString title;   ///< the record's name, else its number
    QString outcome; ///< of OperationRow; "failed" for an error
    QString what;    ///< the failure, else the reason

    bool hasFailed() const;
};

/// Where the lines of a query stand: counts per run, so that any part of a million is found without walking there.
struct ActivityIndex
{
    struct Segment
    {
        QString run;
        Millis at = 0;
        int errors = 0, operations = 0;
    };
    ActivityQuery query;
    QList<Segment> segments; ///< newest first
    int count = 0;
};

struct ActivityProblem
{
    QString field, value, message, providerMessage, remedy;
};

/// Everything about one line. Secrets are taken out of all texts.
struct ActivityDetail
{
    ActivityLine line;
    QString runKind;
    std::optional<Millis> runFinished;
    QString reason;
    QList<ChangedField> sent;      ///< by the CRM's field, as planned
    QMap<QString, Value> received; ///< what the CRM showed after the write
    QStringList refused;           ///< fields that it did not take
    QStringList warnings;
    QList<ActivityProblem> problems;

    /// What was sent and received, as text to copy or to save.
    QString transcript() const;
};

/// What the runs did and what failed, as a list that is looked at through a window.
class Activity
{
public:
    explicit Activity(Session &session) : m_session(session) {}

    Result<ActivityIndex> open(const ActivityQuery &query);
    Result<QList<ActivityLine>> lines(const ActivityIndex &index, int first, int count);
    Result<ActivityDetail> detail(const ActivityLine &line);
    /// The records of these lines are looked at again in the next run.
    Result<int> retry(const ActivityIndex &index);
    Result<void> retry(const ActivityLine &line);

private:
    Result<QList<ActivityLine>> segmentLines(const ActivityIndex &index, const ActivityIndex::Segment &segment,
                                             int first, int count);
    Result<QString> titleOf(const QString &hubId, const QString &remoteId);

    Session &m_session;
    QMap<QString, QString> m_names; ///< integration id -> name
};

} // namespace syncline::core
