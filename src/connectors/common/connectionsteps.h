#pragma once

#include "connectors/api/connector.h"

namespace syncline::connectors {

/// The steps of a connection test as they are made, with what is the same for every CRM: the words for the address and for
/// the certificate, and at which of the two a failed request stops.
class ConnectionSteps
{
public:
    /// `site`: where the CRM is, as people know it.
    ConnectionSteps(QString provider, QString site, bool isEncrypted);

    TestReport report;

    bool passed(const QString &step, const QString &message); ///< true
    bool stopped(const QString &step, const Error &error);    ///< false

    /// The CRM is there: passes address and certificate. `version` as people call it; may be empty.
    bool reached(const QString &version = {});
    /// Nothing answered: stops at the address, or at the certificate if that is what the error speaks of.
    bool unreached(const Error &error);
    /// Something answered that is not the CRM.
    bool isSomethingElse(Error refusal, const QString &remedy);

private:
    QString m_provider;
    QString m_site;
    bool m_isEncrypted;
};

} // namespace syncline::connectors
