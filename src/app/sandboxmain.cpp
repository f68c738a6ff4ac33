#include "app/language.h"
#include "sandbox/sandbox.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

constexpr int usageExit = 2;

QString say(const char *text)
{
    return QCoreApplication::translate("SandboxMain", text);
}

struct Provider
{
    QString name;
    std::uint16_t port = 0;
};

struct Plan
{
    QList<Provider> providers;
    SiteOptions site; ///< what all providers share
};

tl::expected<Provider, QString> parseProvider(const QString &text)
{
    const qsizetype mark = text.indexOf(u'=');
    if (mark < 0)
        return Provider{text, 0};
    bool isNumber = false;
    const int port = text.mid(mark + 1).toInt(&isNumber);
    if (!isNumber || port < 0 || port > 65535)
        return tl::unexpected(say("The port in \"%1\" is not a number from 0 to 65535.").arg(text));
    return Provider{text.left(mark), std::uint16_t(port)};
}

tl::expected<FaultRule, QString> parseFault(const QString &text)
{
    const qsizetype mark = text.lastIndexOf(u':');
    const auto kind = faultKind(text.left(mark));
    bool isNumber = false;
    const double rate = text.mid(mark + 1).toDouble(&isNumber);
    if (mark < 0 || !kind || !isNumber || rate < 0 || rate > 1)
        return tl::unexpected(
            say("\"%1\" is not a fault: give a kind and a rate from 0 to 1, such as 503:0.05.").arg(text));
    FaultRule rule;
    rule.kind = *kind;
    rule.rate = rate;
    return rule;
}

tl::expected<int, QString> parseNumber(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < 0)
        return tl::unexpected(say("The value of --%1 is not a number of 0 or more.").arg(option));
    return number;
}

tl::expected<QString, QString> parseRateLimit(const QString &text)
{
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (text != "real"_L1 && text != "off"_L1 && (!isNumber || limit < 1))
        return tl::unexpected(
            say("\"%1\" is not a rate limit: give real, off or a number of requests per second.").arg(text));
    return text;
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        say("Local stand-ins for CRMs, for demonstration and tests. Sign in with demo/demo."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"provider"_s,
         say("A CRM to stand in for: activecampaign, hubspot, mautic, salesforce or suitecrm; may be given several "
             "times."),
         u"P[=PORT]"_s},
        {u"seed"_s, say("Seed of the invented data and of the faults."), u"S"_s, u"1"_s},
        {u"records"_s, say("How many contacts each CRM has."), u"N"_s, u"1000"_s},
        {u"fault"_s, say("A fault and its rate, such as 503:0.05; may be given several times."), u"KIND:RATE"_s},
        {u"rate-limit"_s, say("real, off, or a number of requests per second."), u"LIMIT"_s, u"off"_s},
        {u"latency"_s, say("How long each answer takes, in milliseconds."), u"MS"_s, u"0"_s},
    });
}

tl::expected<Plan, QString> parse(const QCommandLineParser &parser)
{
    Plan plan;
    const auto seed = parseNumber(parser, u"seed"_s);
    const auto records = parseNumber(parser, u"records"_s);
    const auto latency = parseNumber(parser, u"latency"_s);
    for (const auto *number : {&seed, &records, &latency}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    plan.site.crm.seed = std::uint32_t(*seed);
    plan.site.crm.records = *records;
    plan.site.latency = std::chrono::milliseconds(*latency);
    const auto rateLimit = parseRateLimit(parser.value(u"rate-limit"_s));
    if (!rateLimit)
        return tl::unexpected(rateLimit.error());
    plan.site.crm.rateLimit = *rateLimit;
    for (const QString &text : parser.values(u"fault"_s)) {
        const auto rule = parseFault(text);
        if (!rule)
            return tl::unexpected(rule.error());
        plan.site.faults.push_back(*rule);
    }
    for (const QString &text : parser.values(u"provider"_s)) {
        const auto provider = parseProvider(text);
        if (!provider)
            return tl::unexpected(provider.error());
        plan.providers.append(*provider);
    }
    if (plan.providers.isEmpty())
        plan.providers = {{u"mautic"_s, 0}, {u"suitecrm"_s, 0}};
    return plan;
}

/// Opens every CRM; the text to print, one line per provider.
tl::expected<QString, QString> open(Sandbox &sandbox, const Plan &plan)
{
    QString lines;
    for (int i = 0; i < plan.providers.size(); ++i) {
        SiteOptions options = plan.site;
        options.provider = plan.providers[i].name;
        options.crm.poolOffset = int(qint64(i) * options.crm.records / 2);
        const auto address = sandbox.add(options, plan.providers[i].port);
        if (!address)
            return tl::unexpected(say("The sandbox cannot start: %1.").arg(address.error()));
        lines += options.provider + u' ' + *address + u'\n';
    }
    return lines;
}

/// Blocks SIGTERM and SIGINT for all threads that are started later; sigwait() takes them then.
sigset_t blockStopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

int fail(const QString &message)
{
    QTextStream(stderr) << message << '\n';
    return usageExit;
}

} // namespace

int main(int argc, char *argv[])
{
    const sigset_t stopSignals = blockStopSignals();
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"syncline-sandbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SYNCLINE_VERSION));
    syncline::app::speakLanguageOf(QLocale(), application);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);
    const auto plan = parse(parser);
    if (!plan)
        return fail(plan.error());
    Sandbox sandbox;
    const auto lines = open(sandbox, *plan);
    if (!lines)
        return fail(lines.error());
    sandbox.start();
    QTextStream(stdout) << *lines << Qt::flush;
    int received = 0;
    sigwait(&stopSignals, &received);
    sandbox.stop();
    return 0;
}
