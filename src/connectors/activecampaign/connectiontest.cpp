#include "connectors/activecampaign/connectiontest.h"

#include "connectors/activecampaign/metadata.h"
#include "connectors/common/connectionsteps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

class ConnectionTest
{
public:
    ConnectionTest(Api &api, std::stop_token stop)
        : m_api(api)
        , m_stop(std::move(stop))
        , m_steps(u"ActiveCampaign"_s, api.host(), api.settings().baseUrl.scheme() == "https"_L1)
    {
    }

    TestReport run()
    {
        m_steps.report.ok = checkAddress() && checkSignIn() && checkPermissions() && checkEntities();
        return m_steps.report;
    }

private:
    /// Without a key ActiveCampaign says no in JSON: enough to know that it is there.
    bool checkAddress()
    {
        HttpRequest request = m_api.get("/users/me");
        request.signIn = false;
        request.isMishap = {};
        const auto answer = m_api.send(request, m_stop);
        if (!answer)
            return m_steps.unreached(answer.error());
        const int status = answer->response.status;
        const JsonView root = answer->root();
        const bool saysNo = (status == 401 || status == 403)
            && ((answer->isJson && (!root["message"].isMissing() || !root["errors"].isMissing()))
                || answer->response.body.trimmed().isEmpty());
        if (!saysNo)
            return m_steps.stopped(u"address"_s, notHere(*answer));
        return m_steps.reached();
    }

    Error notHere(const Answer &answer) const
    {
        Error error = m_api.refusal(answer, tr("The connection test"));
        if (answer.response.status >= 500)
            return error;
        error.kind = ErrorKind::Usage;
        error.message = tr("%1 answers, but it is no ActiveCampaign account.").arg(m_api.host());
        error.remedy = tr("Enter the API address of the account, such as https://example.api-us1.com. ActiveCampaign "
                          "shows it under Settings, Developer.");
        return error;
    }

    bool checkSignIn()
    {
        const auto answer = m_api.send(m_api.get("/users/me"), m_stop);
        if (!answer)
            return m_steps.stopped(u"sign_in"_s, answer.error());
        const JsonView user = answer->root()["user"];
        if (!answer->isSuccess() || user["id"].text().isEmpty()) {
            Error error = m_api.refusal(*answer, tr("The sign-in to %1").arg(m_api.host()));
            if (error.kind == ErrorKind::Permission) { // ActiveCampaign says 403 of a wrong key
                error.kind = ErrorKind::Authentication;
                error.message = tr("%1 does not take the key.").arg(m_api.host());
                error.remedy = tr("Copy the key again: in ActiveCampaign, Settings, Developer. It belongs to one "
                                  "account and one user.");
            }
            return m_steps.stopped(u"sign_in"_s, error);
        }
        m_steps.report.version = u"3"_s;
        m_steps.report.response = answer->response.elapsed;
        m_steps.report.fingerprint = m_api.host();
        const QString name = QString(user["firstName"].text() + u' ' + user["lastName"].text()).trimmed();
        return m_steps.passed(u"sign_in"_s,
                              tr("Signed in as %1.").arg(name.isEmpty() ? user["username"].text() : name));
    }

    bool checkPermissions()
    {
        QStringList open;
        std::optional<Error> closed;
        for (const Kind &kind : kinds()) {
            const QByteArray key = kind.entity.toLatin1();
            const auto answer = m_api.list(m_api.get('/' + key, {{u"limit"_s, u"1"_s}}), key,
                                           tr("Reading %1 in %2").arg(kind.entity, m_api.host()), m_stop);
            if (answer)
                open << labelOf(kind);
            else if (!closed || kind.hubEntity == "contact"_L1)
                closed = answer.error();
            if (!answer && (answer.error().kind != ErrorKind::Permission || kind.hubEntity == "contact"_L1))
                return m_steps.stopped(u"permissions"_s, answer.error());
        }
        return m_steps.passed(
            u"permissions"_s,
            closed ? tr("May be read: %1. The rest is left out: %2").arg(open.join(u", "_s), closed->message)
                   : tr("May be read: %1.").arg(open.join(u", "_s)));
    }

    bool checkEntities()
    {
        QStringList counts;
        for (const Kind &kind : kinds()) {
            const auto entity = describeKind(m_api, kind, m_stop);
            if (entity)
                counts << tr("%1 (%2 fields)").arg(entity->label).arg(entity->fields.size());
            else if (entity.error().kind != ErrorKind::Permission)
                return m_steps.stopped(u"entities"_s, entity.error());
        }
        return m_steps.passed(u"entities"_s, counts.join(u", "_s));
    }

    Api &m_api;
    std::stop_token m_stop;
    ConnectionSteps m_steps;
};

} // namespace

TestReport testConnection(Api &api, std::stop_token stop)
{
    return ConnectionTest(api, std::move(stop)).run();
}

} // namespace syncline::connectors::activecampaign
