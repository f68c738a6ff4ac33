#include "connectors/salesforce/salesforcetest.h"

#include "connectors/common/connectionsteps.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::ConnectionTest", text);
}

class ConnectionTest
{
public:
    ConnectionTest(Api &api, FieldCatalog &catalog, std::stop_token stop)
        : m_api(api)
        , m_catalog(catalog)
        , m_stop(std::move(stop))
        , m_steps(u"Salesforce"_s, api.site(), api.isEncrypted())
    {
    }

    TestReport run()
    {
        m_steps.report.ok = checkAddress() && checkSignIn() && checkEntities();
        m_steps.report.version = m_api.version();
        return m_steps.report;
    }

private:
    /// The list of versions is told to anybody: enough to know that Salesforce is there and speaks ours.
    bool checkAddress()
    {
        HttpRequest request;
        request.path = versionsPath;
        request.signIn = false;
        const auto answer = m_api.send(std::move(request), m_stop);
        if (!answer)
            return m_steps.unreached(answer.error());
        const QStringList versions = versionsIn(*answer);
        if (!answer->isSuccess() || versions.isEmpty())
            return m_steps.isSomethingElse(
                m_api.refusal(*answer, tr("The connection test")),
                tr("Enter the address of your own Salesforce: https://YOURS.my.salesforce.com."));
        m_api.choose(versions);
        if (!versions.contains(m_api.version())) {
            return m_steps.stopped(
                u"address"_s,
                {ErrorKind::Usage,
                 tr("%1 does not offer version %2 of the API.").arg(m_api.site(), m_api.version()),
                 tr("Set api_version to one of these: %1.").arg(versions.mid(versions.size() - 5).join(u", "_s)),
                 {},
                 {},
                 false});
        }
        return m_steps.reached();
    }

    bool checkSignIn()
    {
        const auto answer = m_api.get("/services/oauth2/userinfo", {}, m_stop);
        if (!answer)
            return m_steps.stopped(u"sign_in"_s, answer.error());
        const QString org = answer->root["organization_id"].text();
        if (!answer->isSuccess() || org.isEmpty())
            return m_steps.stopped(u"sign_in"_s, m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.site())));
        m_steps.report.response = answer->response.elapsed;
        m_steps.report.fingerprint = u"salesforce:"_s + org;
        return m_steps.passed(
            u"sign_in"_s,
            tr("Signed in as %1 to organization %2.").arg(answer->root["preferred_username"].text(), org));
    }

    /// Without contacts and accounts there is nothing to do; what else the user may not see takes no part.
    bool checkEntities()
    {
        const auto entities = m_catalog.read(m_stop);
        if (!entities)
            return m_steps.stopped(u"permissions"_s, entities.error());
        QStringList missing, counts;
        for (const ObjectKind &kind : objectKinds()) {
            const auto known = std::ranges::find(*entities, kind.entity(), &RemoteEntity::name);
            if (known == entities->end())
                missing.append(kind.entity());
            else
                counts.append(tr("%1: %2 fields").arg(known->label).arg(known->fields.size()));
        }
        if (missing.contains("Contact"_L1) || missing.contains("Account"_L1)) {
            return m_steps.stopped(u"permissions"_s,
                                   {ErrorKind::Permission,
                                    tr("The connected user may not see these objects: %1.").arg(missing.join(u", "_s)),
                                    tr("Have an administrator give the user read access to contacts and accounts."),
                                    {},
                                    {},
                                    false});
        }
        m_steps.passed(
            u"permissions"_s,
            missing.isEmpty()
                ? tr("Accounts, contacts, leads, opportunities and activities may be read.")
                : tr("Accounts and contacts may be read; these take no part: %1.").arg(missing.join(u", "_s)));
        return m_steps.passed(u"entities"_s, counts.join(u", "_s) + u'.');
    }

    Api &m_api;
    FieldCatalog &m_catalog;
    const std::stop_token m_stop;
    ConnectionSteps m_steps;
};

} // namespace

TestReport testConnection(Api &api, FieldCatalog &catalog, std::stop_token stop)
{
    return ConnectionTest(api, catalog, std::move(stop)).run();
}

} // namespace syncline::connectors::salesforce
