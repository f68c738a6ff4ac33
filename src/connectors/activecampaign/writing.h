#pragma once

#include "connectors/activecampaign/drafts.h"
#include "connectors/activecampaign/reading.h"

namespace syncline::connectors::activecampaign {

/// Everything that changes records of one kind: one request each, and further ones for what stands beside a contact.
class Writing
{
public:
    /// `ownUser` owns what nobody else does.
    Writing(Api &api, Belongings &belongings, Reading &reading, const Kind &kind, const RemoteEntity &entity,
            QString ownUser)
        : m_api(api)
        , m_belongings(belongings)
        , m_reading(reading)
        , m_kind(kind)
        , m_entity(entity)
        , m_ownUser(std::move(ownUser))
    {
    }

    QList<WriteOutcome> write(const QList<WriteOperation> &operations, std::stop_token stop);

private:
    void save(const QList<Draft> &drafts, std::stop_token stop);
    QList<Draft> withoutTaken(const QList<Draft> &drafts, std::stop_token stop);
    void keepCurrencies(QList<Draft> &drafts, std::stop_token stop);
    void completeNotes(QList<Draft> &drafts, std::stop_token stop);
    void readSaved(const Draft &draft, const Result<Answer> &answer);
    void findHolder(const Draft &draft, std::stop_token stop);
    void showSaved(const Draft &draft, const Answer &answer);
    void saveBelongings(const Draft &draft, std::stop_token stop);
    void remove(const QList<WriteOperation> &operations, std::stop_token stop);

    QByteArray path(const QString &id = {}) const;
    QString about(const QString &id) const;
    void set(qsizetype index, WriteOutcome::Status status, const Error &error);

    Api &m_api;
    Belongings &m_belongings;
    Reading &m_reading;
    const Kind &m_kind;
    const RemoteEntity &m_entity;
    QString m_ownUser;
    QList<WriteOutcome> m_outcomes;
};

/// What a request for a write came to.
WriteOutcome::Status statusOf(const Answer &answer, ErrorKind kind);

} // namespace syncline::connectors::activecampaign
