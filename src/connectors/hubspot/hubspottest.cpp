#include "connectors/hubspot/hubspottest.h"

#include "connectors/common/connectionsteps.h"

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
        , m_steps(u"HubSpot"_s, api.site(), api.isEncrypted())
    {
    }

    TestReport run()
    {
        m_steps.report.version = m_api.version();
        m_steps.report.ok = checkAddress() && checkSignIn() && checkPermissions() && checkEntities();
        return m_steps.report;
    }

private:
    /// Without a key HubSpot says no in JSON: enough to know that it is there, and that the way to it is sound.
    bool checkAddress()
    {
        HttpRequest request;
        request.path = accountPath;
        request.signIn = false;
        const auto answer = m_api.send(std::move(request), m_stop);
        if (!answer)
            return m_steps.unreached(answer.error());
        if (!answer->isRefusal())
            return m_steps.isSomethingElse(m_api.refusal(*answer, tr("The connection test")),
                                           tr("Enter https://api.hubapi.com, which is the address for every account."));
        return m_steps.reached();
    }

    bool checkSignIn()
    {
        const auto answer = m_api.get(accountPath, {}, m_stop);
        if (!answer)
            return m_steps.stopped(u"sign_in"_s, answer.error());
        const QString portal = answer->root()["portalId"].text();
        if (!answer->isSuccess() || portal.isEmpty())
            return m_steps.stopped(u"sign_in"_s, m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.site())));
        m_steps.report.response = answer->response.elapsed;
        m_steps.report.fingerprint = u"hubspot:"_s + portal;
        return m_steps.passed(u"sign_in"_s, tr("Signed in to account %1.").arg(portal));
    }

    /// Without contacts and companies there is nothing to do; other kinds that the key has no scope for take no part.
    bool checkPermissions()
    {
        QStringList closed;
        for (const ObjectKind &kind : objectKinds()) {
            const auto answer = m_api.get(m_api.objects(kind.entity()), "limit=1&archived=false", m_stop);
            if (!answer)
                return m_steps.stopped(u"permissions"_s, answer.error());
            if (answer->isSuccess())
                continue;
            const Error error = m_api.refusal(*answer, tr("Reading %1").arg(kind.entity()));
            const bool isNeeded = kind.entity() == "contacts"_L1 || kind.entity() == "companies"_L1;
            if (isNeeded || error.kind != ErrorKind::Permission)
                return m_steps.stopped(u"permissions"_s, error);
            closed.append(kind.entity());
        }
        return m_steps.passed(
            u"permissions"_s,
            closed.isEmpty()
                ? tr("Companies, contacts, deals and activities may be read.")
                : tr("Companies and contacts may be read; these take no part: %1.").arg(closed.join(u", "_s)));
    }

    bool checkEntities()
    {
        const auto entities = m_catalog.read(m_stop);
        if (!entities)
            return m_steps.stopped(u"entities"_s, entities.error());
        QStringList counts;
        for (const RemoteEntity &entity : *entities)
            counts.append(tr("%1: %2 properties").arg(entity.label).arg(entity.fields.size()));
        return m_steps.passed(u"entities"_s, counts.join(u", "_s) + u'.');
    }

    Api &m_api;
    PropertyCatalog &m_catalog;
    const std::stop_token m_stop;
    ConnectionSteps m_steps;
};

} // namespace

TestReport testConnection(Api &api, PropertyCatalog &catalog, std::stop_token stop)
{
    return ConnectionTest(api, catalog, std::move(stop)).run();
}

} // namespace syncline::connectors::hubspot
