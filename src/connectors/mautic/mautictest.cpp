#include "connectors/mautic/mautictest.h"

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
    ConnectionTest(Api &api, FieldCatalog &catalog, std::stop_token stop) : m_api(api), m_catalog(catalog), m_stop(stop)
    {
    }

    TestReport run()
    {
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

    /// Without credentials Mautic says no in JSON: enough to know that it is there, and that the way to it is sound.
    bool checkAddress()
    {
        HttpRequest request;
        request.path = "/users/self";
        request.signIn = false;
        request.retryServerErrors = false;
        const auto answer = m_api.send(std::move(request), m_stop);
        if (!answer) {
            const bool isTls = answer.error().message.contains("certificate"_L1, Qt::CaseInsensitive)
                || answer.error().remedy.contains("certificate"_L1, Qt::CaseInsensitive);
            if (isTls)
                passed(u"address"_s, tr("%1 is reachable.").arg(m_api.site()));
            return failed(isTls ? u"certificate"_s : u"address"_s, answer.error());
        }
        const bool isMautic = !answer->response.header("Mautic-Version").isEmpty() || answer->isRefusal();
        if (!isMautic) {
            Error error = m_api.refusal(*answer, tr("The connection test"));
            error.message = tr("%1 answers, but there is no Mautic.").arg(m_api.site());
            error.remedy = tr("Enter the address at which Mautic's own pages open, with its sub-folder if it has one.");
            return failed(u"address"_s, error);
        }
        passed(u"address"_s, tr("Mautic answers at %1.").arg(m_api.site()));
        const bool isEncrypted = m_api.site().startsWith("https:"_L1);
        return passed(u"certificate"_s,
                      isEncrypted ? tr("The connection is encrypted and the certificate is trusted.")
                                  : tr("The connection stays on this computer and is not encrypted."));
    }

    bool checkSignIn()
    {
        const auto answer = m_api.get("/users/self", {}, m_stop);
        if (!answer)
            return failed(u"sign_in"_s, answer.error());
        const QByteArray version = answer->response.header("Mautic-Version");
        const bool isSignedIn = answer->response.isSuccess() || (answer->response.status == 403 && !version.isEmpty());
        if (!isSignedIn) {
            Error error = m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.site()));
            if (answer->response.status == 404)
                error.remedy = tr(
                    "Enter the address at which Mautic's own pages open, with its sub-folder if it has one.");
            return failed(u"sign_in"_s, error);
        }
        m_report.version = QString::fromLatin1(version);
        m_report.response = answer->response.elapsed;
        m_report.fingerprint = m_api.site();
        const QString user = answer->root()["username"].text();
        return passed(u"sign_in"_s,
                      user.isEmpty() ? tr("The sign-in was accepted.") : tr("Signed in as %1.").arg(user));
    }

    bool checkPermissions()
    {
        for (const Object object : {Object::Contact, Object::Company}) {
            ListQuery query;
            query.byId(1);
            const auto answer = m_api.get('/' + entityName(object).toLatin1(), query.encoded(), m_stop);
            if (!answer)
                return failed(u"permissions"_s, answer.error());
            if (!answer->response.isSuccess()) {
                return failed(u"permissions"_s,
                              m_api.refusal(*answer, tr("Reading %1 in %2").arg(entityName(object), m_api.site())));
            }
        }
        return passed(u"permissions"_s, tr("Contacts and companies may be read."));
    }

    bool checkEntities()
    {
        const auto entities = m_catalog.read(m_stop);
        if (!entities)
            return failed(u"entities"_s, entities.error());
        return passed(u"entities"_s,
                      tr("Contacts have %1 fields, companies %2.")
                          .arg(entities->at(0).fields.size())
                          .arg(entities->at(1).fields.size()));
    }

    Api &m_api;
    FieldCatalog &m_catalog;
    std::stop_token m_stop;
    TestReport m_report;
};

} // namespace

TestReport testConnection(Api &api, FieldCatalog &catalog, std::stop_token stop)
{
    return ConnectionTest(api, catalog, stop).run();
}

} // namespace syncline::connectors::mautic
