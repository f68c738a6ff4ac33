#pragma once

#include "connectors/api/connector.h"
#include "connectors/net/connectorsettings.h"

#include <QJsonObject>

/// What the contract needs to know about a CRM, as data.
namespace syncline::contract {

/// A field of the people's entity and a value that it can hold.
struct Sample
{
    QString field;
    Value value;
};

struct Party
{
    QString provider; ///< of the stand-in
    Result<std::unique_ptr<connectors::Connector>> (*make)(connectors::ConnectorSettings, connectors::Network &,
                                                           const Clock &) = nullptr;
    connectors::AuthKind auth = connectors::AuthKind::OAuth2ClientCredentials;
    connectors::Secrets secrets;

    QString people;                 ///< entity: "contacts"
    QString email, lastName;        ///< fields of it
    QList<Sample> samples;          ///< every type that the CRM has
    Sample refused;                 ///< a value that the CRM does not take
    QString companies, companyName; ///< an entity that people refer to, and the field with its name
    QString companyOfPerson;        ///< the field of people that refers to it
    QByteArray createPath;          ///< part of the address that a create is sent to
    /// Fields that a person's page has under another name than the API: none, mostly.
    QJsonObject byHand(const QString &address, const QString &name) const;

    bool hasMerges = false;
    /// Signed in through the browser: how the account comes to its refresh token; null where secrets do.
    Result<connectors::Secrets> (*signIn)(const connectors::ConnectorSettings &, quint16, connectors::Network &,
                                          const Clock &, const std::function<void(const QUrl &)> &,
                                          std::stop_token) = nullptr;
    /// Makes a field vanish, as an administrator would: method and target; empty where the stand-in cannot.
    QByteArray dropMethod, dropTarget;
    QString droppedField;
    QString apiVersion; ///< "": the connector's own choice
    QString rateLimit;  ///< of the stand-in's switch; "" where this CRM has none
};

QList<Party> parties();

} // namespace syncline::contract
