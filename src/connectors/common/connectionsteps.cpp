#include "connectors/common/connectionsteps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ConnectionSteps", text);
}

/// The network layer tells an untrusted certificate in words only; this part of the word is the same in English and German.
bool speaksOfCertificate(const Error &error)
{
    return error.kind == ErrorKind::Network && error.message.contains("ertifi"_L1, Qt::CaseInsensitive);
}

} // namespace

ConnectionSteps::ConnectionSteps(QString provider, QString site, bool isEncrypted)
    : m_provider(std::move(provider))
    , m_site(std::move(site))
    , m_isEncrypted(isEncrypted)
{
}

bool ConnectionSteps::passed(const QString &step, const QString &message)
{
    report.steps.append({step, true, message, {}, ErrorKind::Internal});
    return true;
}

bool ConnectionSteps::stopped(const QString &step, const Error &error)
{
    report.steps.append({step, false, error.message, error.remedy, error.kind});
    return false;
}

bool ConnectionSteps::reached(const QString &version)
{
    const QString named = version.isEmpty() ? m_provider : m_provider + u' ' + version;
    passed(u"address"_s, tr("%1 answers at %2.").arg(named, m_site));
    return passed(u"certificate"_s,
                  m_isEncrypted ? tr("The connection is encrypted and the certificate is trusted.")
                                : tr("The connection stays on this computer and is not encrypted."));
}

bool ConnectionSteps::unreached(const Error &error)
{
    if (!speaksOfCertificate(error))
        return stopped(u"address"_s, error);
    passed(u"address"_s, tr("%1 is reachable.").arg(m_site));
    return stopped(u"certificate"_s, error);
}

bool ConnectionSteps::isSomethingElse(Error refusal, const QString &remedy)
{
    refusal.message = tr("%1 answers, but there is no %2.").arg(m_site, m_provider);
    refusal.remedy = remedy;
    return stopped(u"address"_s, refusal);
}

} // namespace syncline::connectors
