#pragma once

#include "core/services/review.h"

namespace syncline::core {

/// A case with the name of the person or company it is about.
template<typename Case>
struct Titled
{
    Case item;
    QString title;
};

/// A field of a record that was settled by rule while another one waits.
struct MergedField
{
    QString field;
    Value before, after;
    QString by;
};

/// One record with all of its conflicts.
struct ConflictBoard
{
    QString record, entity, title;
    QList<ConflictCase> conflicts;
    QList<MergedField> merged;
};

/// A record that may be the same as another one.
struct DuplicateBoard
{
    struct Candidate
    {
        QString record, title;
        QMap<QString, Value> fields;
        QStringList systems;
        Millis changed = 0;
        bool taken = false; ///< it stands in the newcomer's system already
    };
    HeldRecord held;
    QString title;
    QMap<QString, Value> fields; ///< of the newcomer, in the hub's terms
    QList<Candidate> candidates;
    QString likely; ///< the only one that fits by e-mail and phone; "" for none
};

struct DeleteBoard
{
    HeldDelete item;
    QString title;
    DeletePolicy policy = DeletePolicy::Ask; ///< what a release does
    QStringList stillIn;                     ///< names of the integrations where it stands
};

/// "And all like this": one answer for every conflict of the same field and cause.
struct AlikeRule
{
    enum class When { Always, Newer };
    QString like; ///< a conflict
    ConflictAnswer answer;
    When when = When::Always;
};

struct AlikeLine
{
    QString id, title;
    bool decides = false;
    Value before, after; ///< what the hub holds and would hold
    QString why;         ///< why it stays
};

/// How much waits, by kind.
struct ReviewCounts
{
    int conflicts = 0, duplicates = 0, deletes = 0, held = 0;
    int decidedToday = 0;
    int waiting() const { return conflicts + duplicates + deletes + held; }
};

/// The cases as the window shows them.
class ReviewBoard
{
public:
    explicit ReviewBoard(Session &session) : m_session(session), m_review(session) {}

    /// `dayBegan`: where "today" begins.
    Result<ReviewCounts> counts(Millis dayBegan);
    Result<QList<Titled<ConflictCase>>> conflicts();
    Result<QList<Titled<HeldRecord>>> duplicates();
    Result<QList<Titled<HeldRecord>>> held(); ///< without the possible duplicates
    Result<QList<DeleteBoard>> deletes();

    /// All conflicts of the record that this one is about.
    Result<ConflictBoard> conflict(const QString &id);
    Result<DuplicateBoard> duplicate(const QString &id);

    /// Every conflict that the rule looks at, those it decides first.
    Result<QList<AlikeLine>> preview(const AlikeRule &rule);
    /// Decides them under one batch; gives their number.
    Result<int> decide(const AlikeRule &rule, const QString &batch);

private:
    Result<QString> titleOf(const QString &hubId);
    Result<QString> titleOf(const HeldRecord &held);
    Result<QMap<QString, Value>> newcomerFields(const HeldRecord &held, QString *matchKey);

    Session &m_session;
    Review m_review;
};

} // namespace syncline::core
