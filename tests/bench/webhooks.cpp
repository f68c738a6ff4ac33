/// What webhooks cost and stand: from an edit in one stand-in to the write in the other, through the real program; and what
/// garbage, slow clients and a gigabyte do to it. docs/benchmarks.md explains each line.

#include "bench/child.h"
#include "bench/replay.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <arpa/inet.h>
#include <atomic>
#include <chrono>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;
using namespace syncline::bench;
using Clock = std::chrono::steady_clock;

namespace {

const QByteArray part = "an-address-that-nobody-ever-guesses-0123456789";
const QByteArray key = "s3cr3t-key";

double since(Clock::time_point then)
{
    return std::chrono::duration<double>(Clock::now() - then).count();
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A plain socket to this computer; -1 where nobody listens.
int connectTo(std::uint16_t port)
{
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(made, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
        return made;
    close(made);
    return -1;
}

/// What came back at once; "" where the other side has hung up.
QByteArray say(int to, const QByteArray &bytes)
{
    QByteArray answer(4096, '\0');
    if (send(to, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL) < 0)
        return {};
    const ssize_t got = recv(to, answer.data(), std::size_t(answer.size()), 0);
    answer.truncate(std::max<ssize_t>(0, got));
    return answer;
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &signature)
{
    return "POST " + path
        + " HTTP/1.1\r\nHost: hooks.example.org\r\nContent-Type: application/json\r\nWebhook-Signature: " + signature
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray goodEvent(int contact, int number)
{
    const QByteArray body = R"({"mautic.lead_post_save_update":[{"contact":{"id":)" + QByteArray::number(contact)
        + R"(},"number":)" + QByteArray::number(number) + R"(,"timestamp":")"
        + QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1() + R"("}]})";
    const QByteArray signature = QMessageAuthenticationCode::hash(body, key, QCryptographicHash::Sha256).toBase64();
    return post("/webhooks/" + part, body, signature);
}

class World
{
public:
    explicit World(int contacts)
        : m_sandbox(
            QStringLiteral(SANDBOX_PROGRAM),
            {u"--provider"_s, u"mautic"_s, u"--provider"_s, u"suitecrm"_s, u"--records"_s, QString::number(contacts)})
    {
        for (const QByteArray &line : m_sandbox.lines(2))
            m_ports << std::uint16_t(line.mid(line.lastIndexOf(':') + 1).toInt());
        for (const std::uint16_t port : std::as_const(m_ports))
            Wire(port).exchange({"POST", "/_sandbox/configure", json({{u"record_requests"_s, false}}), 0});
        must({u"init"_s});
        connectStandIn(u"mautic"_s, u"marketing"_s, m_ports.value(0), u"contacts"_s);
        connectStandIn(u"suitecrm"_s, u"crm"_s, m_ports.value(1), u"Contacts"_s);
        must({u"sync"_s});
        m_serving = std::make_unique<Child>(QStringLiteral(CLI_PROGRAM),
                                            common() + QStringList{u"serve"_s, u"--port"_s, u"0"_s});
        m_port = std::uint16_t(QJsonDocument::fromJson(m_serving->lines(1).value(0)).object()["port"_L1].toInt());
        m_drain = std::jthread([this] {
            while (!m_serving->lines(1).isEmpty()) {}
        });
    }
    ~World() { m_serving->end(); }

    std::uint16_t port() const { return m_port; }
    qint64 peakKib() const { return m_serving->peakKib(); }
    void hook(const QString &debounce, const QString &longest) const
    {
        must({u"webhook"_s, u"add"_s, u"marketing"_s, u"--url"_s, u"http://127.0.0.1:%1"_s.arg(m_port), u"--debounce"_s,
              debounce, u"--longest"_s, longest});
        std::this_thread::sleep_for(std::chrono::seconds(2)); // until the program knows it
    }
    qsizetype countNamed(const QString &prefix) const
    {
        const QJsonArray all = records(1, "Contacts");
        return std::ranges::count_if(
            all, [&](const QJsonValue &record) { return record["last_name"_L1].toString().startsWith(prefix); });
    }
    /// What a run would still write: nothing, where no edit was lost.
    int writesLeft() const
    {
        const Cost cost = run(QStringLiteral(CLI_PROGRAM), common() + QStringList{u"sync"_s, u"--dry-run"_s});
        const QJsonObject report = QJsonDocument::fromJson(cost.output).object();
        if (!report.contains("ledger"_L1))
            QTextStream(stderr) << "the preview failed: " << QString::fromUtf8(cost.output) << '\n';
        int writes = 0;
        for (const QJsonValue &row : report.value("ledger"_L1).toArray())
            writes += row["created"_L1].toInt() + row["updated"_L1].toInt() + row["deleted"_L1].toInt();
        return writes;
    }
    void unhook() const { must({u"webhook"_s, u"remove"_s, u"marketing"_s}); }
    QList<int> contacts() const
    {
        QList<int> ids;
        for (const QJsonValue &record : records(0, "contacts"))
            ids << record["id"_L1].toInt();
        return ids;
    }
    QJsonArray records(int crm, const QByteArray &entity) const
    {
        return QJsonDocument::fromJson(
                   Wire(m_ports.value(crm)).exchange({"GET", "/_sandbox/records/" + entity, {}, 0}).body)
            .array();
    }
    /// The last names of the other CRM's contacts that were changed last. Asked as a program asks it: to have all records put
    /// out takes the stand-in half a second, which nobody else is answered in.
    QStringList namesChangedLast()
    {
        const QByteArray list = "/Api/V8/module/Contacts?fields%5BContacts%5D=last_name&sort=-date_modified"
                                "&page%5Bnumber%5D=1&page%5Bsize%5D=100";
        if (m_token.isEmpty()) {
            const QByteArray form = "grant_type=client_credentials&client_id=demo&client_secret=demo";
            const Answer answer = Wire(m_ports.value(1)).exchange({"POST", "/Api/access_token", form, 0});
            m_token = QJsonDocument::fromJson(answer.body)["access_token"_L1].toString().toLatin1();
        }
        const Answer answer = Wire(m_ports.value(1)).exchange({"GET", list, {}, 0}, m_token);
        if (answer.status == 401)
            m_token.clear();
        QStringList names;
        for (const QJsonValue &record : QJsonDocument::fromJson(answer.body)["data"_L1].toArray())
            names << record["attributes"_L1]["last_name"_L1].toString();
        return names;
    }
    void edit(int contact, const QString &name) const
    {
        const QJsonObject command{{u"action"_s, u"update"_s},
                                  {u"entity"_s, u"contacts"_s},
                                  {u"id"_s, contact},
                                  {u"fields"_s, QJsonObject{{u"lastname"_s, name}}}};
        Wire(m_ports.value(0)).exchange({"POST", "/_sandbox/edit", json(command), 0});
    }

private:
    QStringList common() const { return {u"--workspace"_s, m_folder.filePath(u"bench.syncline"_s), u"--json"_s}; }
    void must(const QStringList &arguments) const
    {
        const Cost cost = run(QStringLiteral(CLI_PROGRAM), common() + arguments);
        if (cost.exitCode > 1)
            QTextStream(stderr) << arguments.join(u' ') << ": " << QString::fromUtf8(cost.output) << '\n';
    }
    void connectStandIn(const QString &provider, const QString &name, std::uint16_t port, const QString &entity) const
    {
        must({u"integration"_s, u"add"_s, provider, u"--name"_s, name, u"--url"_s, u"http://127.0.0.1:%1"_s.arg(port),
              u"--auth"_s, u"oauth2_client_credentials"_s, u"--set"_s, u"demo=true"_s, u"--set"_s,
              u"entities="_s + entity});
        must({u"map"_s, u"suggest"_s, name, u"--apply"_s});
    }

    Child m_sandbox;
    QList<std::uint16_t> m_ports;
    QTemporaryDir m_folder;
    std::unique_ptr<Child> m_serving;
    std::uint16_t m_port = 0;
    QByteArray m_token;
    std::jthread m_drain; ///< reads what the program prints; it ends with it
};

/// When each of the names is first seen in the other CRM.
class Watch
{
public:
    Watch(World &world, const QString &prefix, int count)
        : m_thread([this, &world, prefix, count](const std::stop_token &stop) {
            while (!stop.stop_requested() && int(m_seen.size()) < count) {
                const QStringList names = world.namesChangedLast();
                for (const QString &name : names) {
                    if (!name.startsWith(prefix) || m_seen.contains(name))
                        continue;
                    m_seen.insert(name, Clock::now());
                    m_newest = Clock::now();
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
            m_isOver = true;
        })
    {
    }
    /// Until all were seen, or none came for so long.
    const QHash<QString, Clock::time_point> &wait(double seconds)
    {
        for (const auto began = Clock::now(); !m_isOver && since(std::max(began, m_newest.load())) < seconds;)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        m_thread.request_stop();
        m_thread.join();
        return m_seen;
    }

private:
    QHash<QString, Clock::time_point> m_seen;
    std::atomic<bool> m_isOver = false;
    std::atomic<Clock::time_point> m_newest = Clock::now();
    std::jthread m_thread;
};

void measureLatency(QTextStream &out, World &world, const QString &debounce, int perSecond, int seconds)
{
    world.hook(debounce, u"30"_s);
    const QList<int> contacts = world.contacts();
    const int count = std::min<int>(perSecond * seconds, int(contacts.size()));
    QHash<QString, Clock::time_point> edited;
    Watch watch(world, u"Edited %1 "_s.arg(debounce), count);
    const auto began = Clock::now();
    for (int i = 0; i < count; ++i) {
        std::this_thread::sleep_until(began + std::chrono::milliseconds(1000 * qint64(i) / perSecond));
        const QString name = u"Edited %1 %2"_s.arg(debounce).arg(i);
        edited.insert(name, Clock::now());
        world.edit(contacts.at(i), name);
    }
    const auto seen = watch.wait(40);
    QList<double> took;
    for (auto it = edited.begin(); it != edited.end(); ++it) {
        if (seen.contains(it.key()))
            took << std::chrono::duration<double>(seen.value(it.key()) - it.value()).count();
    }
    std::ranges::sort(took);
    const auto at = [&](double share) {
        return took.isEmpty() ? 0 : took.at(qsizetype(share * double(took.size() - 1)));
    };
    out << u"\n%1 edits, %2 a second, debounce %3 s\n"_s.arg(count).arg(perSecond).arg(debounce)
        << u"  from the edit to the other CRM: median %1 s, 99 % within %2 s, longest %3 s\n"
           "  not there %4, held for a person; a run would still write %5\n"_s.arg(at(0.5), 0, 'f', 2)
               .arg(at(0.99), 0, 'f', 2)
               .arg(at(1), 0, 'f', 2)
               .arg(count - world.countNamed(u"Edited %1 "_s.arg(debounce)))
               .arg(world.writesLeft());
    out.flush();
    world.unhook();
}

void sendGarbage(std::uint16_t port, int count)
{
    const QByteArray body(2000, 'x');
    for (int i = 0; i < count; ++i) {
        const int to = connectTo(port);
        if (to < 0)
            continue;
        switch (i % 4) {
        case 0:
            say(to, post("/webhooks/no-such-address-" + QByteArray::number(i), body, "none"));
            break;
        case 1:
            say(to, post("/webhooks/" + part, body, "none"));
            break;
        case 2:
            say(to, QByteArray(500, char(0x80 + i % 100)) + "\r\n\r\n");
            break;
        default:
            say(to, "GET /" + body + " HTTP/1.1\r\n\r\n");
        }
        close(to);
    }
}

void sendGigabyte(std::uint16_t port, bool isChunked)
{
    const int to = connectTo(port);
    const QByteArray head = "POST /webhooks/" + part + " HTTP/1.1\r\nHost: x\r\n";
    const QByteArray block(1024 * 1024, 'x');
    const QByteArray first = isChunked ? head + "Transfer-Encoding: chunked\r\n\r\n"
                                       : head + "Content-Length: 1073741824\r\n\r\n";
    send(to, first.constData(), std::size_t(first.size()), MSG_NOSIGNAL);
    for (int i = 0; i < 1024; ++i) {
        const QByteArray piece = isChunked ? QByteArray("100000\r\n") + block + "\r\n" : block;
        if (send(to, piece.constData(), std::size_t(piece.size()), MSG_NOSIGNAL) < 0)
            break;
    }
    close(to);
}

void measureGarbage(QTextStream &out, const World &world)
{
    world.hook(u"5"_s, u"30"_s);
    constexpr int senders = 8, each = 2500, slow = 300;
    std::vector<int> dripping;
    for (int i = 0; i < slow; ++i) {
        dripping.push_back(connectTo(world.port()));
        send(dripping.back(), "POST /web", 9, MSG_NOSIGNAL);
    }
    const auto began = Clock::now();
    std::atomic<int> left = senders;
    std::vector<std::jthread> threads;
    threads.reserve(senders + 2);
    for (int i = 0; i < senders; ++i) {
        threads.emplace_back([&] {
            sendGarbage(world.port(), each);
            --left;
        });
    }
    threads.emplace_back([&] { sendGigabyte(world.port(), false); });
    threads.emplace_back([&] { sendGigabyte(world.port(), true); });
    int good = 0, taken = 0;
    double longest = 0, garbageTook = 0;
    for (; left > 0 || good < 20; ++good) {
        const auto asked = Clock::now();
        const int to = connectTo(world.port());
        taken += say(to, goodEvent(1 + good % 100, good)).startsWith("HTTP/1.1 200") ? 1 : 0;
        close(to);
        longest = std::max(longest, since(asked));
        garbageTook = left > 0 ? since(began) : garbageTook;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    threads.clear();
    for (const int drop : dripping)
        close(drop);
    out << u"\n%1 requests of garbage in %2 s, %3 slow clients, two bodies of 1 GB\n"_s.arg(senders * each)
               .arg(garbageTook, 0, 'f', 1)
               .arg(slow)
        << u"  good events %1, taken %2, longest answer %3 s; peak memory %4 MB\n"_s.arg(good)
               .arg(taken)
               .arg(longest, 0, 'f', 3)
               .arg(double(world.peakKib()) / 1024, 0, 'f', 1);
    out.flush();
    world.unhook();
}

/// How soon the receiver answers what it has stored, while the engine works off what came before.
void measureAnswers(QTextStream &out, const World &world, int perSecond, int seconds)
{
    constexpr int senders = 8;
    world.hook(u"5"_s, u"30"_s);
    std::vector<QList<double>> took(senders);
    std::atomic<int> taken = 0;
    const auto began = Clock::now();
    std::vector<std::jthread> threads;
    threads.reserve(senders + 2);
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&, sender] {
            for (int i = sender; i < perSecond * seconds; i += senders) {
                std::this_thread::sleep_until(began + std::chrono::milliseconds(1000 * qint64(i) / perSecond));
                const QByteArray event = goodEvent(1 + i % 100, 1'000'000 + i);
                const auto asked = Clock::now();
                const int to = connectTo(world.port());
                taken += say(to, event).startsWith("HTTP/1.1 200") ? 1 : 0;
                took[std::size_t(sender)] << since(asked);
                close(to);
            }
        });
    }
    threads.clear();
    QList<double> all;
    for (const QList<double> &some : took)
        all += some;
    std::ranges::sort(all);
    const auto at = [&](double share) { return 1000 * all.at(qsizetype(share * double(all.size() - 1))); };
    out << u"\n%1 events, %2 a second: taken %3\n"_s.arg(all.size()).arg(perSecond).arg(taken.load())
        << u"  answered: median %1 ms, 99 % within %2 ms, longest %3 ms; later than 50 ms %4\n"_s
               .arg(at(0.5), 0, 'f', 1)
               .arg(at(0.99), 0, 'f', 1)
               .arg(at(1), 0, 'f', 1)
               .arg(std::ranges::count_if(all, [](double time) { return time > 0.05; }));
    out.flush();
    world.unhook();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seconds(u"seconds"_s, u"How long edits go on."_s, u"N"_s, u"60"_s);
    const QCommandLineOption rate(u"rate"_s, u"Edits a second."_s, u"N"_s, u"20"_s);
    parser.addOptions({seconds, rate});
    parser.addHelpOption();
    parser.process(application);
    qputenv("SYNCLINE_SECRET_WEBHOOK_MARKETING",
            json({{u"address"_s, QString::fromLatin1(part)}, {u"key"_s, QString::fromLatin1(key)}}));
    const int edits = parser.value(seconds).toInt() * parser.value(rate).toInt();
    QTextStream out(stdout);
    World world(edits + 100);
    measureGarbage(out, world);
    measureAnswers(out, world, 200, 10);
    measureLatency(out, world, u"0"_s, parser.value(rate).toInt(), parser.value(seconds).toInt());
    measureLatency(out, world, u"5"_s, parser.value(rate).toInt(), parser.value(seconds).toInt());
    return 0;
}
