#pragma once

#include "connectors/api/connector.h"
#include "connectors/salesforce/salesforceapi.h"

#include <QHash>

namespace syncline::connectors::salesforce {

/// People of opportunities. Each is a row of its own (OpportunityContactRole), and a change of one moves no date of the
/// opportunity.
class ContactRoles
{
public:
    explicit ContactRoles(Api &api) : m_api(api) {}

    /// Fills the field of these opportunities; returns the number of requests. A list that could not be read is an error:
    /// half of it would be a removal.
    Result<int> fill(QList<RemoteRecord> &opportunities, std::stop_token stop);

    /// People that come to an opportunity and go from it.
    struct Change
    {
        QString opportunity;
        QStringList added, removed;
        std::optional<Error> error = {}; ///< what went wrong; it has the field's name
    };
    void apply(QList<Change> &changes, std::stop_token stop);

private:
    struct Role
    {
        QString id, contact;
        bool isPrimary = false;
    };
    using Roles = QHash<QString, QList<Role>>; ///< by opportunity
    Result<int> read(const QStringList &opportunities, Roles &roles, std::stop_token stop);
    void add(QList<Change> &changes, std::stop_token stop);
    void remove(QList<Change> &changes, std::stop_token stop);
    void read(const Result<Answer> &answer, const QList<Change *> &owners) const;

    Api &m_api;
};

} // namespace syncline::connectors::salesforce
