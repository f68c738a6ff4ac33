#pragma once

#include "connectors/suitecrm/addresses.h"
#include "connectors/suitecrm/encoding.h"
#include "connectors/suitecrm/metadata.h"
#include "connectors/suitecrm/reading.h"

namespace syncline::connectors::suitecrm {

/// Everything that is written to one module of a connected site. Every request is sent at most once.
class Writing
{
public:
    Writing(Site &site, Reading &reading, const Module &module, const RemoteEntity &entity, QString ownUser)
        : m_site(site)
        , m_reading(reading)
        , m_module(module)
        , m_entity(entity)
        , m_ownUser(std::move(ownUser))
        , m_book(site)
    {
    }

    QList<WriteOutcome> write(const QList<WriteOperation> &operations, std::stop_token stop);

private:
    /// An operation with its values in the form of the wire.
    struct Draft
    {
        int index = 0;
        QString id;
        QMap<QString, QByteArray> attributes; ///< without e-mail address and opt-out
        std::optional<QString> email;
        std::optional<bool> optOut;
        bool addressKnown = false;
        bool hasLinks = false;
        QStringList linked, unlinked; ///< ids that links are made to and taken from
    };

    Result<Draft> draft(int index, const WriteOperation &operation) const;
    void take(Draft &draft, const RemoteField &field, const Wire &wire) const;
    void relate(Draft &draft, const WriteOperation &operation) const;
    void applyLinks(const QList<Draft> &drafts, std::stop_token stop);
    void applyLinks(const Draft &draft, const RemoteField &field, std::stop_token stop);
    void create(QList<Draft> drafts, std::stop_token stop);
    static QList<Draft> takeRound(QList<Draft> &drafts);
    void lookUpAddresses(QList<Draft> &round, std::stop_token stop);
    void leaveOutTaken(QList<Draft> &round, std::stop_token stop);
    void post(const QList<Draft> &round, std::stop_token stop);
    void readArrived(const QList<Draft> &arrived, std::stop_token stop);
    void update(const QList<Draft> &drafts, std::stop_token stop);
    void remove(const QList<Draft> &drafts, std::stop_token stop);

    WriteOutcome outcomeOf(const QString &id, const Result<HttpResponse> &answer, bool hasRecord) const;
    void fail(const Draft &draft, const Error &error);
    QString doing(const QString &id) const;

    Site &m_site;
    Reading &m_reading;
    const Module &m_module;
    const RemoteEntity &m_entity;
    QString m_ownUser;
    AddressBook m_book;
    QList<WriteOutcome> m_outcomes;
};

} // namespace syncline::connectors::suitecrm
