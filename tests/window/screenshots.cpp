// screenshots FOLDER [SIZE...]: writes every view of the window in light and dark and in each SIZE (1280x800, 1024x700) as
// FOLDER/<view>-<size>-<scheme>.png: of the demo after its first run, of an empty workspace ("-empty"), and while a system
// is down, slows the requests down, refuses the sign-in or has lost a field, and while the keychain is locked. Scale and language come from the environment
// (QT_SCALE_FACTOR, LANGUAGE); scripts/screenshots goes through them.
#include "app/connectorfactory.h"
#include "app/language.h"
#include "app/standins.h"
#include "app/webhookproviders.h"
#include "core/automation/channels.h"
#include "core/automation/eventsources.h"
#include "core/automation/schedules.h"
#include "core/services/dashboard.h"
#include "core/services/integrations.h"
#include "core/services/recordlist.h"
#include "core/workspace/deliverystore.h"
#include "support/memorysecrets.h"
#include "ui/backend/runs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/views.h"
#include "ui/shell/workspaces.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace syncline;

namespace {

/// Lets the window work until it says so; false after two minutes.
bool until(const std::function<bool()> &isSo)
{
    constexpr int patience = 120'000;
    QElapsedTimer timer;
    timer.start();
    while (!isSo()) {
        if (timer.elapsed() > patience)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

/// All questions asked so far are answered.
void settle(ui::MainWindow &window)
{
    for (int round = 0; round < 3; ++round) { // an answer may ask again
        bool answered = false;
        window.backend()->ask<int>(
            &window, [](core::Session &) -> Result<int> { return 0; },
            [&answered](const Result<int> &) { answered = true; });
        until([&answered] { return answered; });
        QCoreApplication::processEvents();
    }
}

/// The demo's workspace takes the place of the one before when its stand-ins are there, and with it the questions that
/// were asked of that one.
bool hasTwoSystems(ui::MainWindow &window)
{
    int count = -1;
    if (window.backend() == nullptr || window.backend()->file() != ui::demoWorkspace())
        return false;
    window.backend()->ask<int>(
        &window,
        [](core::Session &session) -> Result<int> {
            const auto rows = session.stores().integrations.all();
            if (!rows)
                return failure(rows.error());
            int mapped = 0;
            for (const auto &row : *rows) {
                const auto mappings = session.stores().integrations.mappings(row.id);
                mapped += mappings && !mappings->isEmpty() ? 1 : 0;
            }
            return mapped;
        },
        [&count](const Result<int> &rows) { count = rows.value_or(0); });
    until([&count] { return count >= 0; });
    return count == 2;
}

void grab(ui::MainWindow &window, const QString &file)
{
    window.grab().save(file);
    QTextStream(stdout) << file << '\n';
}

/// A page and how its picture is called.
struct Shot
{
    QString name;
    ui::Place place;
};

void writeAll(ui::MainWindow &window, const QString &folder, const QStringList &sizes, const QList<Shot> &shots)
{
    for (const QString &size : sizes) {
        const QStringList sides = size.split(u'x');
        window.resize(sides.value(0).toInt(), sides.value(1).toInt());
        for (const bool isDark : {false, true}) {
            ui::Theme::instance().choose(isDark ? ui::SchemeChoice::Dark : ui::SchemeChoice::Light);
            for (const Shot &shot : shots) {
                window.go(shot.place);
                until([&window] { return !window.backend()->runs().isRunning(); }); // a preview is worked out first
                settle(window);
                grab(window, u"%1/%2-%3-%4.png"_s.arg(folder, shot.name, size, isDark ? u"dark"_s : u"light"_s));
            }
        }
    }
}

/// Something of the workspace, now.
template<class T>
T asked(ui::MainWindow &window, const std::function<Result<T>(core::Session &)> &question)
{
    std::optional<Result<T>> found;
    window.backend()->ask<T>(&window, question, [&found](const Result<T> &answer) { found = answer; });
    until([&found] { return found.has_value(); });
    return found && *found ? **found : T();
}

QList<Shot> allShots(ui::MainWindow &window)
{
    QList<Shot> shots;
    for (const ui::ViewEntry &entry : ui::views()) {
        if (!entry.icon.isEmpty())
            shots.append({entry.name, {entry.name, {}, entry.name == u"review" ? u"conflicts"_s : QString()}});
    }
    for (const QString &tab : {u"duplicates"_s, u"deletes"_s, u"held"_s, u"decided"_s})
        shots.append({QString(u"review-"_s + tab), {u"review"_s, {}, tab}});
    shots.append({u"activity-runs"_s, {u"activity"_s, {}, u"runs"_s}});
    shots.append({u"settings-safety"_s, {u"settings"_s, {}, u"safety"_s}});
    shots.append({u"settings-notifications"_s, {u"settings"_s, {}, u"notifications"_s}});
    const auto runs = asked<QList<core::RunSummary>>(
        window, [](core::Session &session) { return core::Dashboard(session).runs(1); });
    const auto lines = asked<QList<core::RecordLine>>(window, [](core::Session &session) {
        core::RecordList list(session);
        return list.open({}).and_then([&](int) { return list.lines(0, 1); });
    });
    if (!runs.isEmpty()) {
        shots.append({u"report"_s, {u"report"_s, runs.first().id, {}}});
        shots.append({u"undo"_s, {u"undo"_s, runs.first().id, {}}});
    }
    if (!lines.isEmpty())
        shots.append({u"record"_s, {u"record"_s, lines.first().id, {}}});
    shots.append({u"preview"_s, {u"preview"_s, {}, {}}});
    return shots;
}

/// Schedules of several kinds, and a channel.
void addAutomation(ui::MainWindow &window)
{
    asked<int>(window, [](core::Session &session) -> Result<int> {
        core::Schedules schedules(session);
        core::Schedule schedule;
        schedule.zone = "Europe/Oslo";
        schedule.quiet = core::QuietHours{22 * 60, 6 * 60};
        schedule.entities = {u"contact"_s, u"deal"_s};
        schedule.integration = schedules.integrationNamed(u"SuiteCRM"_s).value_or(QString());
        const QString first = schedules.add(schedule).value_or(QString());
        schedule.integration = schedules.integrationNamed(u"Mautic"_s).value_or(QString());
        schedule.quiet.reset();
        schedule.entities.clear();
        for (const QString &when : {u"hourly at :05"_s, u"daily at 02:00"_s, u"cron 30 3 * * sun"_s}) {
            schedule.full = when.startsWith(u"cron"_s);
            schedule.shadow = when.startsWith(u"daily"_s);
            schedule.timing = core::timingFromText(when).value();
            std::ignore = schedules.add(schedule);
        }
        std::ignore = core::EventSources(session).add(u"booking-system"_s, {});
        core::Channel channel;
        channel.name = u"Operations"_s;
        channel.kind = core::Channel::Kind::Slack;
        std::ignore = core::Channels(session).add(
            channel, core::SecretMap{{u"url"_s, u"https://hooks.slack.example/services/T0"_s}});
        return first.toInt();
    });
}

/// A webhook of Mautic, and what it may have sent.
void addWebhook(ui::MainWindow &window, const core::WebhookProviders &providers)
{
    asked<int>(window, [&providers](core::Session &session) -> Result<int> {
        core::Webhooks webhooks(session, providers);
        core::Webhooks::Wanted wanted;
        wanted.integration = u"Mautic"_s;
        wanted.url = u"https://hooks.example.com"_s;
        const auto added = webhooks.add(wanted, {});
        if (!added)
            return failure(added.error());
        const auto places = webhooks.places();
        const auto now = session.clock().now().count();
        core::DeliveryRow row;
        for (const auto &place : places.value_or(QList<core::WebhookPlace>())) {
            if (place.webhook)
                row.webhook = place.webhook->row.id;
        }
        row.peer = u"192.0.2.7"_s;
        row.bytes = 2148;
        return session.stores()
            .db
            .transaction("pictures",
                         [&] {
                             core::DeliveryStore store(session.stores().db);
                             Result<void> done;
                             for (const QString &outcome : {u"forged"_s, u"accepted"_s, u"replayed"_s, u"accepted"_s}) {
                                 row.outcome = outcome;
                                 row.events = outcome == "accepted"_L1 ? 3 : 0;
                                 row.at = now;
                                 done = done.and_then([&] { return store.add(row); });
                             }
                             return done;
                         })
            .map([] { return 1; });
    });
}

bool sync(ui::MainWindow &window)
{
    bool ended = false;
    const auto once = QObject::connect(&window.backend()->runs(), &ui::Runs::finished, &window,
                                       [&ended] { ended = true; });
    window.backend()->runs().sync({});
    const bool done = until([&ended] { return ended; });
    QObject::disconnect(once);
    return done;
}

/// A request to a stand-in, as a program of its own would send it; an empty document where it failed.
QJsonDocument ask(const QString &address, const QByteArray &verb, const QString &path, const QJsonObject &body = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QString(address + path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer demo");
    std::unique_ptr<QNetworkReply> reply(
        network.sendCustomRequest(request, verb, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson()));
    if (!until([&reply] { return reply->isFinished(); }) || reply->error() != QNetworkReply::NoError)
        return {};
    return QJsonDocument::fromJson(reply->readAll());
}

/// A CRM does as it is told, by the stand-in's control interface.
void tell(const QString &address, const QString &path, const QJsonObject &command)
{
    ask(address, "POST", QString(u"/_sandbox/"_s + path), command);
}

/// Somebody takes the job title out of Mautic's fields, or puts it back.
void publishPosition(const QString &mautic, bool isPublished)
{
    const QJsonObject fields = ask(mautic, "GET", u"/api/fields/contact?limit=200"_s)["fields"_L1].toObject();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value()["alias"_L1].toString() == "position"_L1)
            ask(mautic, "PATCH", u"/api/fields/contact/%1/edit"_s.arg(it.key()), {{u"isPublished"_s, isPublished}});
    }
}

/// Somebody has another job title in SuiteCRM, which Mautic should get.
void changeTitle(const QString &suite)
{
    const QJsonArray people = ask(suite, "GET", u"/_sandbox/records/Contacts"_s).array();
    tell(suite, u"edit"_s,
         {{u"action"_s, u"update"_s},
          {u"entity"_s, u"Contacts"_s},
          {u"id"_s, people.first()["id"_L1].toVariant().toString()},
          {u"fields"_s, QJsonObject{{u"title"_s, u"Captain"_s}}}});
}

/// The field lists are read again; by itself a run does so after some minutes.
void describeAgain(ui::MainWindow &window)
{
    bool isDone = false;
    window.backend()->work<int>(
        &window,
        [](core::Session &session, const std::stop_token &stop) {
            return core::Integrations(session).describe(u"Mautic"_s, {}, stop).map([](const auto &entities) {
                return int(entities.size());
            });
        },
        [&isDone](const Result<int> &) { isDone = true; });
    until([&isDone] { return isDone; });
}

/// Something that goes wrong, and how it goes right again.
struct Trouble
{
    QString name;
    QString view; ///< where else it is told, beside the dashboard, the integration and Activity
    std::function<void()> begin, end;
};

/// The same pages while something is wrong.
bool writeErrors(ui::MainWindow &window, support::MemorySecrets &secrets, const QString &folder,
                 const QStringList &sizes, const QMap<QString, QString> &addresses)
{
    const QString suite = addresses.value(u"suitecrm"_s), mautic = addresses.value(u"mautic"_s);
    const QString file = window.backend()->file();
    const auto fault = [suite](const QJsonObject &rule) { return [suite, rule] { tell(suite, u"fault"_s, rule); }; };
    const QString firms = u"Accounts"_s;
    constexpr int triesOfARequest = 7; // so that one is given up, and the next run goes on
    const QList<Trouble> troubles{
        {u"down"_s, u"preview"_s, fault({{u"kind"_s, u"503"_s}, {u"rate"_s, 1}, {u"path_contains"_s, firms}}),
         fault({{u"clear"_s, true}})},
        {u"throttled"_s, u"review"_s,
         fault({{u"kind"_s, u"429"_s}, {u"next"_s, 1}, {u"count"_s, triesOfARequest}, {u"path_contains"_s, firms}}),
         fault({{u"clear"_s, true}})},
        {u"drift"_s, u"mapping"_s,
         [suite, mautic, &window] {
             publishPosition(mautic, false);
             changeTitle(suite);
             describeAgain(window);
         },
         [mautic] { publishPosition(mautic, true); }},
        {u"locked"_s, u"settings"_s,
         [&] {
             secrets.setLocked(true);
             window.openWorkspace(file, false);
         },
         [&] {
             secrets.setLocked(false);
             window.openWorkspace(file, false);
         }},
        {u"signin"_s, u"preview"_s,
         [suite] {
             tell(suite, u"configure"_s, {{u"secret"_s, u"another"_s}, {u"revoke_tokens"_s, true}});
         },
         [] {}}};
    for (const Trouble &trouble : troubles) {
        trouble.begin();
        if (!sync(window))
            return false;
        QList<Shot> shots{{u"dashboard"_s, {u"dashboard"_s, {}, {}}},
                          {u"integrations"_s, {u"integrations"_s, u"SuiteCRM"_s, {}}},
                          {u"activity"_s, {u"activity"_s, {}, u"failed"_s}},
                          {trouble.view, {trouble.view, trouble.name == u"drift" ? u"Mautic"_s : QString(), {}}}};
        for (Shot &shot : shots)
            shot.name += u'-' + trouble.name;
        writeAll(window, folder, sizes, shots);
        trouble.end();
    }
    return true;
}

int run(const QString &folder, const QStringList &sizes)
{
    const SystemClock clock;
    OpenGate gate;
    const auto network = connectors::makeNetwork(clock, gate);
    support::MemorySecrets secrets;
    const auto webhooks = app::webhookProviders(*network, secrets, clock);
    app::StandIns standIns;
    QMap<QString, QString> addresses; ///< provider -> address
    ui::MainWindow window({{clock, gate, app::connectorFactory(*network, secrets, clock), app::providers(), &secrets,
                            app::checkedAddress, nullptr, app::tryConnector(*network, clock)},
                           u"0"_s,
                           [&] {
                               auto started = standIns.start();
                               addresses = started.value_or(QMap<QString, QString>());
                               return started;
                           },
                           nullptr,
                           {},
                           &webhooks});
    window.show();
    window.showFirstStart();
    QCoreApplication::processEvents(); // the page takes the sidebar's place
    grab(window, u"%1/first-start.png"_s.arg(folder));
    const QTemporaryDir empty;
    window.openWorkspace(empty.filePath(u"Empty.syncline"_s), true);
    QList<Shot> shots;
    for (const ui::ViewEntry &entry : ui::views()) {
        if (!entry.icon.isEmpty())
            shots.append({QString(entry.name + u"-empty"_s), {entry.name, {}, {}}});
    }
    writeAll(window, folder, sizes, shots);
    ui::Theme::instance().choose(ui::SchemeChoice::Light);
    window.openDemo();
    if (!until([&window] { return hasTwoSystems(window); }))
        return 1;
    if (!sync(window))
        return 1;
    addAutomation(window);
    addWebhook(window, webhooks);
    writeAll(window, folder, sizes, allShots(window));
    return writeErrors(window, secrets, folder, sizes, addresses) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"syncline-screenshots"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings().clear();
    app::speakLanguageOf(QLocale(), application);
    QStringList words = QCoreApplication::arguments().mid(1);
    if (words.isEmpty())
        return 2;
    const QString folder = words.takeFirst();
    QDir().mkpath(folder);
    ui::Theme::instance().install();
    return run(folder, words.isEmpty() ? QStringList{u"1280x800"_s, u"1024x700"_s} : words);
}
