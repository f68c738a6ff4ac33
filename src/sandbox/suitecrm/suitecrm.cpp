#include "sandbox/frontdoor.h"
#include "sandbox/suitecrm/handedits.h"
#include "sandbox/suitecrm/legacy.h"
#include "sandbox/suitecrm/relationcalls.h"
#include "sandbox/suitecrm/seed.h"
#include "sandbox/suitecrm/signin.h"
#include "sandbox/suitecrm/sitecalls.h"

namespace syncline::sandbox {

using namespace Qt::StringLiterals;
using namespace suitecrm;

namespace {

/// true names all modules that a switch is about, a list those in it.
QStringList modulesIn(const QJsonValue &value, const QStringList &all)
{
    if (value.isBool())
        return value.toBool() ? all : QStringList();
    QStringList modules;
    for (const QJsonValue &module : value.toArray())
        modules.append(module.toString());
    return modules;
}

bool isAccessToken(const QByteArray &path)
{
    return path == "/Api/access_token" || path == "/Api/index.php/access_token" || path == "/legacy/Api/access_token"
        || path == "/legacy/Api/index.php/access_token";
}

bool isLegacy(const QByteArray &path)
{
    return path == "/service/v4_1/rest.php" || path == "/legacy/service/v4_1/rest.php";
}

/// Segments behind .../Api/V8/; empty for other paths.
QStringList callOf(const QByteArray &path)
{
    for (const char *root : {"/Api/V8/", "/Api/index.php/V8/", "/legacy/Api/V8/", "/legacy/Api/index.php/V8/"}) {
        if (!path.startsWith(root))
            continue;
        QStringList segments;
        for (const QByteArray &segment : path.mid(qsizetype(qstrlen(root))).split('/'))
            segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
        return segments;
    }
    return {};
}

/// A SuiteCRM 7.14.6: API V8 with its sign-in, and the old API beside it.
class SuiteCrm final : public Crm
{
public:
    SuiteCrm(const CrmOptions &options, SandboxClock &clock) : m_options(options), m_clock(clock) { SuiteCrm::reset(); }

    QString provider() const override { return u"suitecrm"_s; }
    Response handle(const Request &request) override;
    QJsonArray records(const QString &entity) const override { return HandEdits(*m_site).records(entity); }
    QJsonObject edit(const QJsonObject &command) override { return HandEdits(*m_site).edit(command); }
    void reset() override;
    Response errorAnswer(int status) override;

private:
    using Call = std::function<Response()>;
    struct Route
    {
        QByteArray method;
        Call call;
    };

    bool isServed(const QByteArray &path) const;
    Response route(const QStringList &call, const Request &request);
    std::vector<Route> routes(const QStringList &call, const Request &request);
    std::vector<Route> moduleRoutes(const QStringList &call, const Request &request);
    bool applySwitch(const QString &name, const QJsonValue &value) override;
    bool configureSite(const QString &name, const QJsonValue &value);
    bool configureUser(const QString &name, const QJsonValue &value);
    bool configureRole(const QString &name, const QJsonValue &value);

    CrmOptions m_options;
    SandboxClock &m_clock;
    std::unique_ptr<Installation> m_site;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<Legacy> m_legacy;
};

/// Unless told otherwise this site answers at every address that a SuiteCRM may have.
bool SuiteCrm::isServed(const QByteArray &path) const
{
    const Settings &settings = m_site->settings;
    if (settings.isBelowLegacy && !path.startsWith("/legacy/"))
        return false;
    return isLegacy(path) ? settings.hasLegacyApi : settings.rewritesAddresses || path.contains("/Api/index.php/");
}

Response SuiteCrm::handle(const Request &request)
{
    if (!isServed(request.path))
        return pageNotFound();
    if (isAccessToken(request.path))
        return request.method == "POST" ? m_signIn->token(request)
                                        : routerAnswer(405, u"Method not allowed. Must be one of: POST"_s);
    if (isLegacy(request.path))
        return m_legacy->handle(request);
    const QStringList call = callOf(request.path);
    return call.isEmpty() ? routerAnswer(404, u"Not found"_s) : route(call, request);
}

Response SuiteCrm::route(const QStringList &call, const Request &request)
{
    QStringList methods;
    for (const Route &candidate : routes(call, request)) {
        if (candidate.method != request.method) {
            methods.append(QString::fromLatin1(candidate.method));
            continue;
        }
        const QString refused = m_signIn->refusalOf(request);
        return refused.isEmpty() ? candidate.call() : unauthorized(refused);
    }
    if (methods.isEmpty())
        return routerAnswer(404, u"Not found"_s);
    return routerAnswer(405, u"Method not allowed. Must be one of: %1"_s.arg(methods.join(u", "_s)));
}

std::vector<SuiteCrm::Route> SuiteCrm::routes(const QStringList &call, const Request &request)
{
    const QString first = call[0];
    const QString second = call.value(1);
    if (first == "module"_L1)
        return moduleRoutes(call, request);
    if (call == QStringList{u"meta"_s, u"modules"_s})
        return {{"GET", [this] { return SiteCalls(*m_site).modules(); }}};
    if (call == QStringList{u"meta"_s, u"swagger.json"_s})
        return {{"GET", [this] { return SiteCalls(*m_site).swagger(); }}};
    if (first == "meta"_L1 && second == "fields"_L1 && call.size() == 3)
        return {{"GET", [this, call] { return SiteCalls(*m_site).fields(call[2]); }}};
    if (call == QStringList{u"current-user"_s})
        return {{"GET", [this] { return SiteCalls(*m_site).currentUser(); }}};
    if (first == "user-preferences"_L1 && call.size() == 2)
        return {{"GET", [this, second] { return SiteCalls(*m_site).userPreferences(second); }}};
    if (first == "search-defs"_L1 && second == "module"_L1 && call.size() == 3)
        return {{"GET", [this, call] { return SiteCalls(*m_site).searchDefinitions(call[2]); }}};
    if (first == "listview"_L1 && second == "columns"_L1 && call.size() == 3)
        return {{"GET", [this] { return SiteCalls(*m_site).listViewColumns(); }}};
    if (call == QStringList{u"logout"_s})
        return {{"POST", [this, request] {
                     m_signIn->signOut(request);
                     return message(u"You have been successfully logged out"_s, m_clock.now());
                 }}};
    return {};
}

std::vector<SuiteCrm::Route> SuiteCrm::moduleRoutes(const QStringList &call, const Request &request)
{
    Installation &site = *m_site;
    switch (call.size()) {
    case 1:
        return {{"POST", [&] { return ModuleCalls(site).create(request); }},
                {"PATCH", [&] { return ModuleCalls(site).update(request); }}};
    case 2:
        return {{"GET", [&] { return ModuleCalls(site).list(call[1], request); }}};
    case 3:
        return {{"GET", [&] { return ModuleCalls(site).get(call[1], call[2], request); }},
                {"DELETE", [&] { return ModuleCalls(site).remove(call[1], call[2]); }}};
    case 4:
        if (call[3] != "relationships"_L1)
            return {};
        return {{"POST", [&] { return RelationCalls(site).add(call[1], call[2], {}, request); }}};
    case 5:
        if (call[3] != "relationships"_L1)
            return {};
        return {{"GET", [&] { return RelationCalls(site).list(call[1], call[2], call[4], request); }},
                {"POST", [&] { return RelationCalls(site).add(call[1], call[2], call[4], request); }}};
    case 6:
        if (call[3] != "relationships"_L1)
            return {};
        return {{"DELETE", [&] { return RelationCalls(site).remove(call[1], call[2], call[4], call[5]); }}};
    default:
        return {};
    }
}

bool SuiteCrm::applySwitch(const QString &name, const QJsonValue &value)
{
    const bool isKnown = configureSite(name, value);
    m_site->store.forgetRendered();
    return isKnown;
}

bool SuiteCrm::configureSite(const QString &name, const QJsonValue &value)
{
    Settings &settings = m_site->settings;
    if (name == "expire_tokens"_L1)
        m_signIn->expireAll();
    else if (name == "revoke_tokens"_L1)
        m_signIn->revokeAll();
    else if (name == "end_sessions"_L1)
        m_legacy->endSessions();
    else if (name == "secret"_L1)
        m_signIn->setSecret(value.toString());
    else if (name == "php_zone"_L1)
        settings.phpZone = QTimeZone(value.toString().toLatin1());
    else if (name == "legacy_api"_L1)
        settings.hasLegacyApi = value.toBool(true);
    else if (name == "below_legacy"_L1)
        settings.isBelowLegacy = value.toBool();
    else if (name == "rewriting"_L1)
        settings.rewritesAddresses = value.toBool(true);
    else if (name == "utf8mb3"_L1)
        settings.hasThreeByteTables = value.toBool();
    else if (name == "email_update_fixed"_L1)
        settings.takesEmailInUpdates = value.toBool();
    else if (name == "date_seconds"_L1)
        settings.deliversSeconds = value.toBool();
    else
        return configureUser(name, value) || configureRole(name, value);
    return settings.phpZone.isValid();
}

bool SuiteCrm::configureUser(const QString &name, const QJsonValue &value)
{
    Settings &settings = m_site->settings;
    if (name == "user_decimal_comma"_L1)
        settings.userHasDecimalComma = value.toBool();
    else if (name == "user_date_format"_L1)
        settings.userDateFormat = value.toString();
    else if (name == "user_time_format"_L1)
        settings.userTimeFormat = value.toString();
    else if (name == "user_zone"_L1)
        settings.userZone = QTimeZone(value.toString().toLatin1());
    else
        return false;
    return settings.userZone.isValid();
}

bool SuiteCrm::configureRole(const QString &name, const QJsonValue &value)
{
    QStringList all;
    for (const auto &schema : m_site->store.schemas().all())
        all.append(schema->module);
    Settings &settings = m_site->settings;
    if (name == "deny"_L1)
        settings.deniedModules = modulesIn(value, all);
    else if (name == "read_only"_L1)
        settings.readOnlyModules = modulesIn(value, all);
    else if (name == "owner_only"_L1)
        settings.ownerOnlyModules = modulesIn(value, {u"Contacts"_s, u"Leads"_s, u"Opportunities"_s});
    else if (name == "empty_listing"_L1)
        settings.emptyModules = modulesIn(value, all);
    else
        return false;
    return true;
}

void SuiteCrm::reset()
{
    m_site = std::make_unique<Installation>(m_clock, m_options.seed);
    m_signIn = std::make_unique<SignIn>(m_clock, m_options.seed);
    m_legacy = std::make_unique<Legacy>(*m_site);
    seed(*m_site, m_options);
}

Response SuiteCrm::errorAnswer(int status)
{
    if (status == 500) // PHP died: no body at all
        return {500, {{"Content-Type", "text/html; charset=UTF-8"}, {"Connection", "close"}}, {}, true};
    return Crm::errorAnswer(status);
}

} // namespace

std::unique_ptr<Crm> makeSuiteCrm(const CrmOptions &options, SandboxClock &clock)
{
    return std::make_unique<SuiteCrm>(options, clock);
}

} // namespace syncline::sandbox
