#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// What waits for a person: conflicts, possible duplicates, held records, deletes. A decision is an edit of the workspace;
/// the next run carries it out.
class Review
{
public:
    explicit Review(Session &session) : m_session(session) {}

    Result<QJsonArray> conflicts();
    Result<QJsonObject> conflict(const QString &id);
    struct Answer
    {
        QString take; ///< "hub", "base" or an integration's name; "" with a value or keepApart
        std::optional<Value> value;
        bool keepApart = false;
    };
    Result<void> resolve(const QString &id, const Answer &answer);

    Result<QJsonArray> deletes();
    Result<void> releaseDelete(const QString &id);
    /// The record stays here; the CRM where it was deleted is let go.
    Result<void> keepDeleted(const QString &id);

    Result<QJsonArray> held();
    Result<void> retry(const QString &id);

    Result<QJsonArray> duplicates();
    /// `duplicate`: id of a held record; `hub`: the hub record it belongs to.
    Result<void> link(const QString &duplicate, const QString &hub);
    Result<void> apart(const QString &duplicate);

private:
    Result<ReviewItem> item(const QString &id, const QString &kind);
    Result<QJsonObject> conflictJson(const ReviewItem &item);
    Result<void> audit(const QString &action, const ReviewItem &item, const QString &field,
                       const QJsonObject &document);
    Result<Value> chosenValue(const ReviewItem &item, const Answer &answer);

    Session &m_session;
};

} // namespace syncline::core
