#include "connectors/suitecrm/connectiontest.h"

#include "connectors/common/connectionsteps.h"
#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/legacy.h"
#include "connectors/suitecrm/metadata.h"

#include <QCoreApplication>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

bool testAddress(Site &site, ConnectionSteps &steps, std::stop_token stop)
{
    const auto found = site.connect(stop);
    if (!found && found.error().kind == ErrorKind::Authentication) { // found, but a secret is missing
        steps.passed(u"address"_s, tr("%1 answers.").arg(site.host()));
        return steps.stopped(u"sign_in"_s, found.error());
    }
    if (!found)
        return steps.unreached(found.error());
    const auto info = serverInfo(site, stop);
    steps.report.version = info ? info->version : site.isBelowLegacy() ? u"8"_s : QString();
    return steps.reached(steps.report.version);
}

/// A token that was just given and is refused at once means that the web server drops the header with it.
Error withDroppedHeader(Error error)
{
    if (error.kind != ErrorKind::Authentication)
        return error;
    error.message = tr("The sign-in worked, but the server refuses the token that it gave.");
    error.remedy = tr(
        "Under PHP-FPM or nginx the web server may drop the Authorization header: have the administrator pass it on "
        "(Apache: CGIPassAuth On, or a RewriteRule that sets HTTP_AUTHORIZATION).");
    return error;
}

Result<int> countFields(Site &site, const Module &module, std::stop_token stop)
{
    const auto answer = site.send(site.get("/meta/fields/" + module.name.toLatin1()), stop);
    const auto document = successDocument(answer,
                                          tr("%1 does not open %2 to the sync's user.").arg(site.host(), module.name));
    if (!document)
        return failure(document.error());
    return int(readEntity(module, document->root()["data"]["attributes"]).fields.size());
}

bool testModules(Site &site, ConnectionSteps &steps, std::stop_token stop)
{
    QStringList open;
    Error last;
    for (const Module &module : modules()) {
        if (!module.isDescribed)
            continue;
        const auto count = countFields(site, module, stop);
        if (!count)
            last = withDroppedHeader(count.error());
        else if (*count > 0)
            open << tr("%1 (%2 fields)").arg(module.name).arg(*count);
        if (!count && count.error().kind != ErrorKind::Permission && count.error().kind != ErrorKind::Validation)
            break;
    }
    if (open.isEmpty() || (last.kind == ErrorKind::Authentication && !last.message.isEmpty()))
        return steps.stopped(last.kind == ErrorKind::Authentication ? u"sign_in"_s : u"permissions"_s, last);
    steps.passed(u"permissions"_s, tr("The sync's user may use the API."));
    return steps.passed(u"entities"_s, open.join(u", "_s));
}

/// When the first user was made is when this SuiteCRM was installed: another one behind the same address differs.
QString fingerprint(Site &site, std::stop_token stop)
{
    const Query query{{u"fields[Users]"_s, u"date_entered"_s},
                      {u"filter[id][eq]"_s, u"1"_s},
                      {u"page[number]"_s, u"1"_s},
                      {u"page[size]"_s, u"1"_s}};
    const auto document = successDocument(site.send(site.get("/module/Users", query), stop), {});
    // To the minute: seconds come and go with the user's time format.
    const QString made = document ? document->root()["data"].at(0)["attributes"]["date_entered"].text().left(16)
                                  : QString();
    if (made.isEmpty())
        return {};
    return QString::fromLatin1(QCryptographicHash::hash(made.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

TestReport testConnection(Site &site, const Clock &clock, std::stop_token stop)
{
    ConnectionSteps steps(u"SuiteCRM"_s, site.host(), site.settings().baseUrl.scheme() == "https"_L1);
    TestReport &report = steps.report;
    const auto begin = clock.now();
    if (!testAddress(site, steps, stop))
        return report;
    report.response = clock.now() - begin;
    if (const auto signedIn = site.signIn(stop); !signedIn) {
        steps.stopped(u"sign_in"_s, signedIn.error());
        return report;
    }
    ConnectionSteps rest = steps;
    rest.report.steps.clear();
    if (testModules(site, rest, stop) || rest.report.steps.first().step != "sign_in"_L1)
        steps.passed(u"sign_in"_s, tr("The sign-in worked."));
    report.steps += rest.report.steps;
    report.ok = report.steps.last().ok;
    if (report.ok)
        report.fingerprint = fingerprint(site, stop);
    return report;
}

} // namespace syncline::connectors::suitecrm
