#pragma once

#include <QString>

#include <optional>

/// Money goes over the wire as a whole number: a hundred times the amount, in every currency.
namespace syncline::connectors::activecampaign {

QString fromCents(const QString &cents); ///< "45678" -> "456.78"; what is no number stays
/// "456.78" -> "45678"; nullopt for what is no number or has more than two places.
std::optional<QString> toCents(const QString &amount);

} // namespace syncline::connectors::activecampaign
