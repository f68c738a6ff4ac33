#pragma once

#include "connectors/api/connector.h"
#include "simulation/baton.h"

#include <map>
#include <random>

namespace syncline::simulation {

/// A CRM in memory behind the connector's interface, with its own ids, its own idea of a value and a network that
/// loses requests and answers. People edit it between runs. It outlives the processes that talk to it.
struct FakeRemote
{
    struct Record
    {
        QMap<QString, Value> fields;
        std::chrono::seconds modified{0}, created{0};
    };
    std::map<QString, Record> records;
    QStringList deleted; ///< ids, in order
    int serial = 0;
    int writes = 0;     ///< that took effect
    bool trims = false; ///< stores texts without outer blanks
    bool ownIds = false;
    double loses = 0; ///< share of writes whose answer is lost, half of them before they took effect
    std::mt19937 random{1};
};

class FakeCrm final : public connectors::Connector
{
public:
    FakeCrm(FakeRemote &remote, const Clock &clock, EffectGate &gate);

    static connectors::RemoteEntity entity();

    const connectors::Capabilities &capabilities() const override { return m_capabilities; }
    connectors::TestReport test(std::stop_token) override { return {}; }
    Result<QList<connectors::RemoteEntity>> describe(std::stop_token) override;
    Result<connectors::ReadEnd> read(const connectors::ReadRequest &request, const connectors::PageSink &sink,
                                     std::stop_token) override;
    Result<QList<connectors::LookUp>> readByIds(const QString &, const QStringList &ids, const QStringList &,
                                                std::stop_token) override;
    Result<QList<connectors::RemoteRecord>> readByKey(const QString &, const QString &field, const QStringList &values,
                                                      const QStringList &, std::stop_token) override;
    Result<QList<connectors::RemoteRecord>> readCreatedSince(const QString &, std::chrono::seconds since,
                                                             const QStringList &, std::stop_token) override;
    QList<connectors::WriteOutcome> write(const QString &, const QList<connectors::WriteOperation> &operations,
                                          std::stop_token) override;
    Result<connectors::DeletedFeed> deletedSince(const QString &, const std::optional<QString> &cursor,
                                                 std::stop_token) override;
    Result<connectors::Encoded> encode(const QString &, const connectors::RemoteField &field, const Value &value,
                                       connectors::WriteKind) const override;
    Traffic takeTraffic() override { return {}; }

private:
    connectors::RemoteRecord shown(const QString &id) const;
    Value stored(const Value &value) const;
    connectors::WriteOutcome writeOne(const connectors::WriteOperation &operation);
    connectors::WriteOutcome carryOut(const connectors::WriteOperation &operation);
    void request(const char *what);

    FakeRemote &m_remote;
    const Clock &m_clock;
    EffectGate &m_gate;
    connectors::Capabilities m_capabilities;
};

} // namespace syncline::simulation
