#pragma once

#include "connectors/hubspot/hubspotapi.h"

#include <QJsonArray>

namespace syncline::connectors::hubspot {

/// Conditions of a search, joined by AND.
class Conditions
{
public:
    Conditions &atLeast(const QString &property, std::chrono::milliseconds time);
    Conditions &behind(const QString &id); ///< ids that are greater
    Conditions &oneOf(const QString &property, const QStringList &values);
    Conditions &known(const QString &property); ///< it has any value
    QJsonArray groups() const { return {QJsonObject{{QStringLiteral("filters"), m_filters}}}; }

private:
    QJsonArray m_filters;
};

/// Ids of one answer, in ascending order.
struct FoundPage
{
    QStringList ids;
    std::optional<std::chrono::seconds> date; ///< the server's clock
    bool isLast = false;
};

/// One page of a walk over everything that meets the conditions. It goes on behind the last id of the page before, never by
/// an offset: HubSpot shows 10,000 results of a search at most, and more records than that can share one modification time.
/// The index behind it is a few moments late, its values too: read them elsewhere.
Result<FoundPage> searchPage(Api &api, const QString &entity, Conditions conditions, const QString &after,
                             std::stop_token stop);

/// The walk to its end.
Result<QStringList> searchAll(Api &api, const QString &entity, const Conditions &conditions, std::stop_token stop);

} // namespace syncline::connectors::hubspot
