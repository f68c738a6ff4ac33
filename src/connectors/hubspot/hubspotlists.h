#pragma once

#include "connectors/api/connector.h"
#include "connectors/hubspot/hubspotapi.h"

namespace syncline::connectors::hubspot {

/// Which lists of contacts a contact is on: HubSpot has no tags. Only lists that people fill take part; the others are
/// computed by HubSpot. Like links they stand neither in a record nor in its changes.
class Lists
{
public:
    explicit Lists(Api &api) : m_api(api) {}

    /// The field with the account's lists as its options; nullopt where the key has no right to them.
    Result<std::optional<RemoteField>> field(std::stop_token stop);
    /// Fills the field where it is among `fields`; the number of requests. What could not be read is an error.
    Result<int> fill(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                     std::stop_token stop);

    /// What is to become of one list.
    struct Change
    {
        QStringList added, removed; ///< ids of contacts
    };
    /// Puts contacts on a list and takes others off it. Returns the ids that the account does not have.
    Result<QStringList> change(const QString &list, const Change &change, std::stop_token stop);

private:
    Result<int> fillPart(const RemoteField &field, QList<RemoteRecord> &records, qsizetype from, std::stop_token stop);

    Api &m_api;
};

inline const QString listsField = QStringLiteral("lists");
bool isListsField(const RemoteField &field);

} // namespace syncline::connectors::hubspot
