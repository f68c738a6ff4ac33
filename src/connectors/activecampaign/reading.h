#pragma once

#include "connectors/activecampaign/belongings.h"

namespace syncline::connectors::activecampaign {

/// Everything that reads records of one kind.
class Reading
{
public:
    Reading(Api &api, Belongings &belongings, const Capabilities &capabilities, const Kind &kind,
            const RemoteEntity &entity)
        : m_api(api)
        , m_belongings(belongings)
        , m_capabilities(capabilities)
        , m_kind(kind)
        , m_entity(entity)
    {
    }

    Result<ReadEnd> walk(const ReadRequest &request, const PageSink &sink, std::stop_token stop);
    Result<QList<LookUp>> byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                      std::stop_token stop);
    Result<QList<RemoteRecord>> createdSince(std::chrono::seconds since, const QStringList &fields,
                                             std::stop_token stop);

private:
    /// One walk by id: what stays the same from page to page, and how far it is.
    struct IdWalk
    {
        QStringList fields;
        Query filters;
        QString after;
        bool checkTotal = false;
        qint64 delivered = 0;
        int requests = 0;
        std::optional<std::chrono::seconds> began; ///< the server's time of the first answer
        std::function<void(const Answer &)> onFirst = {};
    };
    struct Step
    {
        QList<RemoteRecord> records;
        std::optional<qint64> total;
        bool isLast = false;
    };
    Result<Step> next(IdWalk &walk, std::stop_token stop);
    Result<Step> ask(IdWalk &walk, std::stop_token stop);
    Result<void> checkStep(const IdWalk &walk, const Step &step) const;
    Result<ReadEnd> walkById(const ReadRequest &request, const PageSink &sink, std::stop_token stop);
    Result<ReadEnd> walkByOffset(const ReadRequest &request, const PageSink &sink, std::stop_token stop);
    Result<QList<RemoteRecord>> decodedRows(const QList<JsonView> &rows, const Beside &beside,
                                            const QStringList &fields) const;
    Result<QList<RemoteRecord>> decoded(const Answer &answer, const QStringList &fields, std::stop_token stop);

    Result<QList<RemoteRecord>> contactsWithIds(const QStringList &ids, const QStringList &fields,
                                                std::stop_token stop);
    Result<QList<LookUp>> eachAlone(const QStringList &ids, const QStringList &fields, std::stop_token stop);
    Result<LookUp> lookUp(const QString &id, const Answer &answer, const QStringList &fields, std::stop_token stop);
    Result<QList<RemoteRecord>> contactsWithAddress(const QStringList &addresses, const QStringList &fields,
                                                    std::stop_token stop);
    Result<QList<RemoteRecord>> accountsNamed(const QStringList &names, const QStringList &fields,
                                              std::stop_token stop);
    void tellStart(const ReadRequest &request, const Answer &answer) const;
    Query listQuery(const QStringList &fields) const;
    Query customQuery(const QStringList &fields) const; ///< asks for values of accounts and deals beside them
    Needs needs(const QStringList &fields) const { return {m_entity, fields}; }
    QString listName() const;

    Api &m_api;
    Belongings &m_belongings;
    const Capabilities &m_capabilities;
    const Kind &m_kind;
    const RemoteEntity &m_entity;
    bool m_raw = false; ///< ReadRequest::raw
};

} // namespace syncline::connectors::activecampaign
