#pragma once

#include "connectors/api/connector.h"
#include "connectors/salesforce/salesforceapi.h"
#include "connectors/salesforce/salesforceobjects.h"

#include <QSet>

namespace syncline::connectors::salesforce {

/// The fields that one entry of a describe answer stands for: none where it is put together of others (an address) or holds
/// a file, several where it refers to several kinds of records.
QList<RemoteField> describedFields(const ObjectKind &kind, JsonView field);

/// The fields of all objects as the org tells them to this user: read once, and again by read(). What a page's layout or a
/// rule demands is not in it.
class FieldCatalog
{
public:
    explicit FieldCatalog(Api &api) : m_api(api) {}

    /// An object that the user may not see takes no part; the others go on.
    Result<QList<RemoteEntity>> read(std::stop_token stop);
    Result<RemoteEntity> entity(const ObjectKind &kind, std::stop_token stop);
    void adopt(const QList<RemoteEntity> &entities); ///< as read by another catalogue

private:
    Result<void> readObjects(std::stop_token stop);
    Result<RemoteEntity> ask(const ObjectKind &kind, std::stop_token stop);
    void complete(const ObjectKind &kind, JsonView described, RemoteEntity &entity) const;

    Api &m_api;
    QSet<QString> m_objects; ///< that the user may see
    QMap<QString, RemoteEntity> m_known;
};

} // namespace syncline::connectors::salesforce
