#include "connectors/mautic/mautictest.h"

#include "connectors/common/connectionsteps.h"
#include "connectors/mautic/mauticquery.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::ConnectionTest", text);
}

class ConnectionTest
{
public:
    ConnectionTest(Api &api, FieldCatalog &catalog, std::stop_token stop)
        : m_api(api)
        , m_catalog(catalog)
        , m_stop(stop)
        , m_steps(u"Mautic"_s, api.site(), api.site().startsWith("https:"_L1))
    {
    }

    TestReport run()
    {
        m_steps.report.ok = checkAddress() && checkSignIn() && checkPermissions() && checkEntities();
        return m_steps.report;
    }

private:
    /// Without credentials Mautic says no in JSON: enough to know that it is there, and that the way to it is sound.
    bool checkAddress()
    {
        HttpRequest request;
        request.path = "/users/self";
        request.signIn = false;
        request.retryServerErrors = false;
        const auto answer = m_api.send(std::move(request), m_stop);
        if (!answer)
            return m_steps.unreached(answer.error());
        const bool isMautic = !answer->response.header("Mautic-Version").isEmpty() || answer->isRefusal();
        if (!isMautic)
            return m_steps.isSomethingElse(
                m_api.refusal(*answer, tr("The connection test")),
                tr("Enter the address at which Mautic's own pages open, with its sub-folder if it has one."));
        return m_steps.reached();
    }

    bool checkSignIn()
    {
        const auto answer = m_api.get("/users/self", {}, m_stop);
        if (!answer)
            return m_steps.stopped(u"sign_in"_s, answer.error());
        const QByteArray version = answer->response.header("Mautic-Version");
        const bool isSignedIn = answer->response.isSuccess() || (answer->response.status == 403 && !version.isEmpty());
        if (!isSignedIn) {
            Error error = m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.site()));
            if (answer->response.status == 404)
                error.remedy = tr(
                    "Enter the address at which Mautic's own pages open, with its sub-folder if it has one.");
            return m_steps.stopped(u"sign_in"_s, error);
        }
        m_steps.report.version = QString::fromLatin1(version);
        m_steps.report.response = answer->response.elapsed;
        m_steps.report.fingerprint = m_api.site();
        const QString user = answer->root()["username"].text();
        return m_steps.passed(u"sign_in"_s,
                              user.isEmpty() ? tr("The sign-in was accepted.") : tr("Signed in as %1.").arg(user));
    }

    bool checkPermissions()
    {
        for (const Object object : {Object::Contact, Object::Company}) {
            ListQuery query;
            query.byId(1);
            const auto answer = m_api.get('/' + entityName(object).toLatin1(), query.encoded(), m_stop);
            if (!answer)
                return m_steps.stopped(u"permissions"_s, answer.error());
            if (!answer->response.isSuccess()) {
                return m_steps.stopped(
                    u"permissions"_s,
                    m_api.refusal(*answer, tr("Reading %1 in %2").arg(entityName(object), m_api.site())));
            }
        }
        return m_steps.passed(u"permissions"_s, tr("Contacts and companies may be read."));
    }

    bool checkEntities()
    {
        const auto entities = m_catalog.read(m_stop);
        if (!entities)
            return m_steps.stopped(u"entities"_s, entities.error());
        return m_steps.passed(u"entities"_s,
                              tr("Contacts have %1 fields, companies %2.")
                                  .arg(entities->at(0).fields.size())
                                  .arg(entities->at(1).fields.size()));
    }

    Api &m_api;
    FieldCatalog &m_catalog;
    std::stop_token m_stop;
    ConnectionSteps m_steps;
};

} // namespace

TestReport testConnection(Api &api, FieldCatalog &catalog, std::stop_token stop)
{
    return ConnectionTest(api, catalog, stop).run();
}

} // namespace syncline::connectors::mautic
