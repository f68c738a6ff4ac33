#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotapi.h"
#include "connectors/hubspot/hubspotobjects.h"

namespace syncline::connectors::hubspot {

/// Links between records, which stand neither in a record nor in its changes: they are asked for and written apart, and a
/// change of them moves no date.
class Associations
{
public:
    explicit Associations(Api &api) : m_api(api) {}

    /// Fills those of `fields` that are links of this kind. A list that could not be read is an error: half of it would be
    /// a removal.
    Result<int> fill(const ObjectKind &kind, const QStringList &fields, QList<RemoteRecord> &records,
                     std::stop_token stop);
    /// Makes and takes away links of one record; the error says which could not be.
    Result<void> change(const ObjectKind &kind, const AssociationField &field, const QString &id,
                        const QStringList &added, const QStringList &removed, std::stop_token stop);

private:
    using Links = QHash<QString, QStringList>; ///< record -> others, the primary first
    Result<int> read(const QString &from, const QString &to, const QStringList &ids, Links &links,
                     std::stop_token stop);
    Result<int> readPart(const QString &from, const QString &to, const QJsonArray &inputs, Links &links,
                         QJsonArray &more, std::stop_token stop);
    Result<void> send(const QByteArray &path, const QJsonObject &input, const QString &about, std::stop_token stop);

    Api &m_api;
};

/// A value of such a field.
Value linkedValue(const AssociationField &field, const QStringList &ids);

} // namespace syncline::connectors::hubspot
