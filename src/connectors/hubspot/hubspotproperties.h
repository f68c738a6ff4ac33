#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotapi.h"
#include "connectors/hubspot/hubspotobjects.h"

namespace syncline::connectors::hubspot {

/// The field that one entry of HubSpot's list of properties describes; nullopt for archived ones.
std::optional<RemoteField> describedField(const ObjectKind &kind, JsonView property);

/// The properties of all objects as HubSpot tells them: read once, and again by read().
class PropertyCatalog
{
public:
    explicit PropertyCatalog(Api &api) : m_api(api) {}

    Result<QList<RemoteEntity>> read(std::stop_token stop);
    void adopt(const QList<RemoteEntity> &entities); ///< as read by another catalogue
    Result<RemoteEntity> entity(const ObjectKind &kind, std::stop_token stop);
    /// Connector::createField().
    Result<RemoteField> create(const ObjectKind &kind, const RemoteField &wanted, std::stop_token stop);

private:
    Result<void> complete(const ObjectKind &kind, RemoteEntity &entity, std::stop_token stop);
    Result<void> completeDeals(RemoteEntity &entity, std::stop_token stop);
    Result<QString> ownGroup(const ObjectKind &kind, std::stop_token stop);
    Result<RemoteEntity> ask(const ObjectKind &kind, std::stop_token stop);

    Api &m_api;
    QMap<QString, RemoteEntity> m_known;
};

} // namespace syncline::connectors::hubspot
