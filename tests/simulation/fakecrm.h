#pragma once

#include "simulation/fakeserver.h"

namespace syncline::simulation {

/// The connector of a CRM in memory: blocks at the gate before each request and after each answer.
class FakeCrm final : public connectors::Connector
{
public:
    FakeCrm(FakeRemote &remote, EffectGate &gate);

    static QList<connectors::RemoteEntity> entities(const Quirks &quirks);

    const connectors::Capabilities &capabilities() const override { return m_capabilities; }
    connectors::TestReport test(std::stop_token) override { return {}; }
    Result<QList<connectors::RemoteEntity>> describe(std::stop_token) override;
    Result<connectors::ReadEnd> read(const connectors::ReadRequest &request, const connectors::PageSink &sink,
                                     std::stop_token) override;
    Result<QList<connectors::LookUp>> readByIds(const QString &entity, const QStringList &ids,
                                                const QStringList &fields, std::stop_token) override;
    Result<QList<connectors::RemoteRecord>> readByKey(const QString &entity, const QString &field,
                                                      const QStringList &values, const QStringList &fields,
                                                      std::stop_token) override;
    Result<QList<connectors::RemoteRecord>> readCreatedSince(const QString &entity, std::chrono::seconds since,
                                                             const QStringList &fields, std::stop_token) override;
    QList<connectors::WriteOutcome> write(const QString &entity, const QList<connectors::WriteOperation> &operations,
                                          std::stop_token stop) override;
    Result<connectors::DeletedFeed> deletedSince(const QString &entity, const std::optional<QString> &cursor,
                                                 std::stop_token) override;
    Result<connectors::Encoded> encode(const QString &entity, const connectors::RemoteField &field, const Value &value,
                                       connectors::WriteKind kind) const override;
    Traffic takeTraffic() override { return {}; }

private:
    using Fault = FakeRemote::Fault;
    /// One request and its answer: `body` runs where it arrives in time, `late` where nobody waits for it any more. The
    /// fault that broke it, if one did.
    Fault ask(const char *what, const std::function<void()> &body, const std::function<void()> &late = {});
    connectors::WriteOutcome writeOne(const QString &entity, const connectors::WriteOperation &operation);

    FakeRemote &m_remote;
    EffectGate &m_gate;
    connectors::Capabilities m_capabilities;
};

} // namespace syncline::simulation
