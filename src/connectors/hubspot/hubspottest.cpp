#include "connectors/hubspot/hubspottest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::ConnectionTest", text);
}

class ConnectionTest
{
public:
    ConnectionTest(Api &api, PropertyCatalog &catalog, std::stop_token stop)
        : m_api(api)
        , m_catalog(catalog)
        , m_stop(std::move(stop))
    {
    }

    TestReport run()
    {
        m_report.version = m_api.version();
        m_report.ok = checkAddress() && checkSignIn() && checkPermissions() && checkEntities();
        return m_report;
    }

private:
    bool passed(const QString &step, const QString &message)
    {
        m_report.steps.append({step, true, message, {}, ErrorKind::Internal});
        return true;
    }
    bool failed(const QString &step, const Error &error)
    {
        m_report.steps.append({step, false, error.message, error.remedy, error.kind});
        return false;
    }

    /// Without a key HubSpot says no in JSON: enough to know that it is there, and that the way to it is sound.
    bool checkAddress()
    {
        HttpRequest request;
        request.path = accountPath;
        request.signIn = false;
        const auto answer = m_api.send(std::move(request), m_stop);
        if (!answer) {
            const bool isTls = answer.error().message.contains("certificate"_L1, Qt::CaseInsensitive)
                || answer.error().remedy.contains("certificate"_L1, Qt::CaseInsensitive);
            if (isTls)
                passed(u"address"_s, tr("%1 is reachable.").arg(m_api.site()));
            return failed(isTls ? u"certificate"_s : u"address"_s, answer.error());
        }
        if (!answer->isRefusal()) {
            Error error = m_api.refusal(*answer, tr("The connection test"));
            error.message = tr("%1 answers, but there is no HubSpot.").arg(m_api.site());
            error.remedy = tr("Enter https://api.hubapi.com, which is the address for every account.");
            return failed(u"address"_s, error);
        }
        passed(u"address"_s, tr("HubSpot answers at %1.").arg(m_api.site()));
        return passed(u"certificate"_s,
                      m_api.isEncrypted() ? tr("The connection is encrypted and the certificate is trusted.")
                                          : tr("The connection stays on this computer and is not encrypted."));
    }

    bool checkSignIn()
    {
        const auto answer = m_api.get(accountPath, {}, m_stop);
        if (!answer)
            return failed(u"sign_in"_s, answer.error());
        const QString portal = answer->root()["portalId"].text();
        if (!answer->isSuccess() || portal.isEmpty())
            return failed(u"sign_in"_s, m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.site())));
        m_report.response = answer->response.elapsed;
        m_report.fingerprint = u"hubspot:"_s + portal;
        return passed(u"sign_in"_s, tr("Signed in to account %1.").arg(portal));
    }

    /// Without contacts and companies there is nothing to do; other kinds that the key has no scope for take no part.
    bool checkPermissions()
    {
        QStringList closed;
        for (const ObjectKind &kind : objectKinds()) {
            const auto answer = m_api.get(m_api.objects(kind.entity()), "limit=1&archived=false", m_stop);
            if (!answer)
                return failed(u"permissions"_s, answer.error());
            if (answer->isSuccess())
                continue;
            const Error error = m_api.refusal(*answer, tr("Reading %1").arg(kind.entity()));
            const bool isNeeded = kind.entity() == "contacts"_L1 || kind.entity() == "companies"_L1;
            if (isNeeded || error.kind != ErrorKind::Permission)
                return failed(u"permissions"_s, error);
            closed.append(kind.entity());
        }
        return passed(
            u"permissions"_s,
            closed.isEmpty()
                ? tr("Companies, contacts, deals and activities may be read.")
                : tr("Companies and contacts may be read; these take no part: %1.").arg(closed.join(u", "_s)));
    }

    bool checkEntities()
    {
        const auto entities = m_catalog.read(m_stop);
        if (!entities)
            return failed(u"entities"_s, entities.error());
        QStringList counts;
        for (const RemoteEntity &entity : *entities)
            counts.append(tr("%1: %2 properties").arg(entity.label).arg(entity.fields.size()));
        return passed(u"entities"_s, counts.join(u", "_s) + u'.');
    }

    Api &m_api;
    PropertyCatalog &m_catalog;
    const std::stop_token m_stop;
    TestReport m_report;
};

} // namespace

TestReport testConnection(Api &api, PropertyCatalog &catalog, std::stop_token stop)
{
    return ConnectionTest(api, catalog, std::move(stop)).run();
}

} // namespace syncline::connectors::hubspot
