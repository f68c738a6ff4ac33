#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>

namespace syncline::connectors {

/// What a sign-in gives.
struct Token
{
    QByteArray text;
    std::chrono::milliseconds expires{0}; ///< when to renew it, which is up to a minute before the CRM stops taking it
    QString refresh;                      ///< "" when none came
    QUrl site = {}; ///< where the account's data are, if the answer names another address (Salesforce's instance_url)
};

} // namespace syncline::connectors
