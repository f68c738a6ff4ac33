#pragma once

#include "connectors/suitecrm/suitecrmapi.h"
#include "connectors/suitecrm/suitecrmconnector.h"

#include <QMap>

namespace syncline::connectors::suitecrm {

/// One EmailAddress record; several contacts may share it (docs/crm/suitecrm.md, 8).
struct Address
{
    QString id, address;
    bool optedOut = false;
};

class SuiteCrm final : public Connector
{
public:
    SuiteCrm(ConnectorSettings settings, std::unique_ptr<HttpClient> client, const Clock &clock);

    const Capabilities &capabilities() const override { return m_capabilities; }
    TestReport test(std::stop_token stop) override;
    Result<QList<RemoteEntity>> describe(std::stop_token stop) override;
    Result<ReadEnd> read(const ReadRequest &request, const PageSink &sink, std::stop_token stop) override;
    Result<QList<LookUp>> readByIds(const QString &entity, const QStringList &ids, const QStringList &fields,
                                    std::stop_token stop) override;
    Result<QList<RemoteRecord>> readByKey(const QString &entity, const QString &field, const QStringList &values,
                                          const QStringList &fields, std::stop_token stop) override;
    Result<QList<RemoteRecord>> readCreatedSince(const QString &entity, std::chrono::seconds since, const QStringList &fields,
                                                 std::stop_token stop) override;
    QList<WriteOutcome> write(const QString &entity, const QList<WriteOperation> &operations, std::stop_token stop) override;
    Result<DeletedFeed> deletedSince(const QString &entity, const std::optional<QString> &cursor, std::stop_token stop) override;
    Result<Encoded> encode(const QString &entity, const RemoteField &field, const Value &value, WriteKind kind) const override;
    Traffic takeTraffic() override;

private:
    using Query = QList<QPair<QByteArray, QString>>;
    Result<Reading> ask(const HttpRequest &request, const QString &what, std::stop_token stop);
    Result<RemoteEntity> describeModule(const QString &module, std::stop_token stop);
    Result<void> needFields(const QString &entity, std::stop_token stop);
    Result<void> findRoot(std::stop_token stop);
    Query fieldsQuery(const QString &entity, QStringList fields) const;
    RemoteRecord record(const QString &entity, const JsonView &data) const;
    Result<QList<RemoteRecord>> walk(const QString &entity, const Query &filters, const QStringList &fields, int pageSize,
                                     const PageSink *sink, std::optional<std::chrono::seconds> *serverTime, std::stop_token stop);

    struct Creating;
    void createAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                   QList<WriteOutcome> &outcomes, std::stop_token stop);
    void lookUpAddresses(const QString &entity, QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop);
    void lookUpNames(const QString &entity, QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop);
    void postAll(const QString &entity, const QList<Creating> &creating, QList<WriteOutcome> &outcomes, std::stop_token stop);
    void updateAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                   QList<WriteOutcome> &outcomes, std::stop_token stop);
    void deleteAll(const QString &entity, const QList<WriteOperation> &operations, const QList<int> &indices,
                   QList<WriteOutcome> &outcomes, std::stop_token stop);
    void finishUpdate(const QString &entity, const WriteOperation &operation, WriteOutcome &outcome, std::stop_token stop);
    Result<void> changeAddress(const QString &entity, const WriteOperation &operation, const QString &wanted, std::stop_token stop);
    Result<void> changeOptOut(const QString &entity, const QString &id, bool optedOut, std::stop_token stop);
    Result<QList<Address>> addressesOf(const QString &entity, const QString &id, std::stop_token stop);
    Result<QList<Address>> findAddresses(const QString &address, std::stop_token stop);
    HttpRequest addressRequest(const QString &address) const;
    QList<Address> addressesIn(const JsonView &data) const;
    QByteArray body(const QString &entity, const QString &id, const QMap<QString, Value> &fields) const;
    WriteOutcome outcomeOf(const QString &entity, const Result<HttpResponse> &answer, const QString &id) const;
    void adoptExisting(const QString &entity, WriteOutcome &outcome, std::stop_token stop);

    ConnectorSettings m_settings;
    std::unique_ptr<HttpClient> m_client;
    const Clock &m_clock;
    Capabilities m_capabilities;
    QByteArray m_root; ///< "/Api/V8" or where it was found
    QMap<QString, RemoteEntity> m_entities;
};

} // namespace syncline::connectors::suitecrm
