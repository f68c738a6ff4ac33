#pragma once

#include "core/services/conflictcase.h"
#include "core/services/session.h"

namespace syncline::core {

/// What waits for a person: conflicts, possible duplicates, held records, deletes. A decision is an edit of the workspace;
/// the next run carries it out.
class Review
{
public:
    explicit Review(Session &session) : m_session(session) {}

    Result<QList<ConflictCase>> conflicts();
    Result<ConflictCase> conflict(const QString &id);
    using Answer = ConflictAnswer;
    Result<void> resolve(const QString &id, const Answer &answer);
    /// All of them or, on an error, none.
    Result<void> resolveAll(const QList<QPair<QString, Answer>> &answers);

    Result<QList<HeldDelete>> deletes();
    Result<void> releaseDelete(const QString &id);
    /// The record stays here; the CRM where it was deleted is let go.
    Result<void> keepDeleted(const QString &id);

    Result<QList<HeldRecord>> held();
    Result<HeldRecord> heldRecord(const QString &id);
    Result<void> retry(const QString &id);

    Result<QList<HeldRecord>> duplicates();
    /// `duplicate`: id of a held record; `hub`: the hub record it belongs to.
    Result<void> link(const QString &duplicate, const QString &hub);
    Result<void> apart(const QString &duplicate);

    /// Newest first; `before` is the last id of the page before, 0 for the first page.
    Result<QList<PastDecision>> decided(qint64 before, int limit);
    Result<int> decidedSince(Millis at);
    /// Error kind Conflict: a run or somebody else has moved the record since.
    Result<void> takeBack(qint64 decision);
    /// All decisions of one act, those that can be; gives their number.
    Result<int> takeBackAll(const QString &batch);
    /// From now on decisions belong to one act, until the next call. "" for one act each.
    void beginBatch(const QString &batch) { m_batch = batch; }

private:
    struct Act
    {
        QString action, field, answer;
        QJsonObject details; ///< for the audit
        QString hubId;       ///< whose record it changes
        std::optional<LinkKey> stranger;
    };
    /// Carries `body` out in one transaction, with the audit row and what it takes to take it back.
    Result<void> decide(const ReviewItem &item, const Act &act, const std::function<Result<void>()> &body);
    Result<bool> canBeTakenBack(const DecisionRow &row);
    Result<ReviewItem> item(const QString &id, const QString &kind);
    Result<ReviewItem> decidable(const QString &id, const QString &kind); ///< by the actor of the session
    Result<LinkKey> newcomer(const ReviewItem &item); ///< the record of a CRM that a held one is about
    Result<void> resolveNow(const QString &id, const Answer &answer);
    Result<void> linkNow(const QString &duplicate, const QString &hub);
    Result<void> excludeLinks(const ReviewItem &held);
    template<typename Case, typename Read>
    Result<QList<Case>> cases(const QString &kind, const Read &read);
    Result<void> audit(const QString &action, const ReviewItem &item, const QString &field,
                       const QJsonObject &document);

    Session &m_session;
    QString m_batch;
};

} // namespace syncline::core
