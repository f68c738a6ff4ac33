#include "bench/standins.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace syncline::bench {

StandIns::StandIns(int contacts)
    : m_program(
        QStringLiteral(SANDBOX_PROGRAM),
        {u"--provider"_s, u"mautic"_s, u"--provider"_s, u"suitecrm"_s, u"--records"_s, QString::number(contacts)})
{
    for (const QByteArray &line : m_program.lines(2)) {
        const QList<QByteArray> words = line.split(' ');
        if (const int port = line.mid(line.lastIndexOf(':') + 1).toInt(); port > 0)
            m_ports.insert(QString::fromLatin1(words.first()), std::uint16_t(port));
    }
}

QString StandIns::address(const QString &provider) const
{
    return u"http://127.0.0.1:%1"_s.arg(m_ports.value(provider));
}

QByteArray StandIns::ask(const QString &provider, const Request &request) const
{
    return Wire(m_ports.value(provider)).exchange(request).body;
}

void StandIns::forget() const
{
    for (const QString &provider : m_ports.keys())
        ask(provider, {"DELETE", "/_sandbox/requests", {}, 0});
}

void StandIns::keepTraffic(bool keep) const
{
    for (const QString &provider : m_ports.keys())
        ask(provider,
            {"POST", "/_sandbox/configure", keep ? R"({"record_requests":true})" : R"({"record_requests":false})", 0});
}

Traffic StandIns::traffic() const
{
    Traffic traffic;
    for (const QString &provider : m_ports.keys()) {
        const auto log = QJsonDocument::fromJson(ask(provider, {"GET", "/_sandbox/requests", {}, 0})).array();
        QList<Request> &requests = traffic[provider];
        for (const QJsonValue &entry : log) {
            QByteArray target = entry["path"_L1].toString().toLatin1();
            if (const QByteArray query = entry["query"_L1].toString().toLatin1(); !query.isEmpty())
                target += '?' + query;
            requests.append({entry["method"_L1].toString().toLatin1(), target, entry["body"_L1].toString().toUtf8(),
                             entry["status"_L1].toInt()});
        }
    }
    return traffic;
}

Replayed StandIns::replayAll(const Traffic &traffic) const
{
    QMap<QString, Replayed> parts;
    for (const QString &provider : traffic.keys())
        parts.insert(provider, {});
    std::vector<std::jthread> threads;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        threads.emplace_back([port = m_ports.value(part.key()), &requests = *traffic.constFind(part.key()),
                              &result = part.value()] { result = replay(port, requests); });
    }
    threads.clear();
    Replayed sum;
    for (const Replayed &part : std::as_const(parts)) {
        sum.requests += part.requests;
        sum.bytes += part.bytes;
        sum.different += part.different;
    }
    return sum;
}

} // namespace syncline::bench
