#pragma once

#include "connectors/mautic/mauticfields.h"

namespace syncline::connectors::mautic {

/// What a contact belongs to stands in tables of its own, whose changes move no date of the contact: companies, segments,
/// campaigns (docs/crm/mautic.md, Incremental reading).
class Memberships
{
public:
    explicit Memberships(Api &api) : m_api(api) {}

    /// Fills the membership fields among those asked for. A table that the user may not read leaves its field out;
    /// everything else that goes wrong is an error, because half a list would be a removal.
    Result<void> fill(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                      std::stop_token stop);

private:
    struct Row
    {
        QString contact, group;
        bool isPrimary = false;
    };
    Result<std::optional<QList<Row>>> rows(const QByteArray &table, const QStringList &contacts, std::stop_token stop);

    Api &m_api;
};

bool isMembership(const RemoteField &field);

/// One contact joins or leaves a segment or campaign: a request of its own.
struct MembershipChange
{
    QString field;
    QByteArray group; ///< "/segments/3"
    bool isJoining = false;
};
QList<MembershipChange> membershipChanges(const RemoteField &field, const Value &wanted, const Value &before);

} // namespace syncline::connectors::mautic
