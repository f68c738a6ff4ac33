#pragma once

#include "connectors/net/httpclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

/// HTTP without sockets, for tests of connectors: every request is answered at once by a function and remembered.
namespace syncline::support {

using connectors::HttpRequest;
using connectors::HttpResponse;

/// What the clients of one ScriptedNetwork share.
struct Script
{
    std::function<Result<HttpResponse>(const HttpRequest &)> answer;
    QList<HttpRequest> sent;
    connectors::HttpSettings settings; ///< as the connector asked for them
};

class ScriptedHttpClient final : public connectors::HttpClient
{
public:
    explicit ScriptedHttpClient(std::shared_ptr<Script> script) : m_script(std::move(script)) {}

    Result<HttpResponse> send(HttpRequest request, std::stop_token stop) override
    {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
        m_script->sent.append(request);
        ++m_traffic.requests;
        if (!m_script->answer)
            return failure(ErrorKind::Network, QStringLiteral("No answer was scripted."));
        return m_script->answer(request);
    }

    void sendAll(const std::function<std::optional<HttpRequest>()> &next,
                 const std::function<bool(Result<HttpResponse>)> &done, std::stop_token stop) override
    {
        while (const auto request = next()) {
            if (!done(send(*request, stop)))
                return;
        }
    }

    void setAuthenticator(std::shared_ptr<connectors::Authenticator>) override {}
    std::shared_ptr<connectors::TokenShelf> tokens() override { return m_tokens; }
    const connectors::HttpSettings &settings() const override { return m_script->settings; }
    connectors::HttpTraffic takeTraffic() override { return std::exchange(m_traffic, {}); }

private:
    std::shared_ptr<Script> m_script;
    std::shared_ptr<connectors::TokenShelf> m_tokens = std::make_shared<connectors::TokenShelf>();
    connectors::HttpTraffic m_traffic;
};

/// Hands every connector a client of the same script.
class ScriptedNetwork final : public connectors::Network
{
public:
    Script &script() { return *m_script; }
    std::unique_ptr<connectors::HttpClient> makeClient(connectors::HttpSettings settings) override
    {
        m_script->settings = std::move(settings);
        return std::make_unique<ScriptedHttpClient>(m_script);
    }
    void setLog(std::function<void(const connectors::HttpLogEntry &)>) override {}
    std::optional<connectors::BreakerState> breaker(const QByteArray &) const override { return std::nullopt; }

private:
    std::shared_ptr<Script> m_script = std::make_shared<Script>();
};

inline HttpResponse jsonAnswer(int status, const QByteArray &body, QList<QPair<QByteArray, QByteArray>> headers = {})
{
    headers.emplaceBack("Content-Type", "application/json");
    return {status, headers, body, std::chrono::milliseconds(1)};
}

/// The whole file of a recorded exchange: {"request": {...}, "response": {...}}; {} where there is none.
inline QJsonObject recordedExchange(const QString &provider, const QString &name)
{
    QFile file(QStringLiteral(SYNCLINE_SOURCE_DIR) + QStringLiteral("/tests/recordings/") + provider + QLatin1Char('/')
               + name + QStringLiteral(".json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The recorded answer as it came over the wire.
inline HttpResponse recordedAnswer(const QString &provider, const QString &name)
{
    const QJsonObject response = recordedExchange(provider, name).value(QStringLiteral("response")).toObject();
    HttpResponse answer;
    answer.status = response.value(QStringLiteral("status")).toInt();
    const QJsonObject headers = response.value(QStringLiteral("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        answer.headers.emplaceBack(it.key().toUtf8(), it.value().toString().toUtf8());
    const QJsonValue body = response.value(QStringLiteral("body"));
    if (body.isObject())
        answer.body = QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
    else if (body.isArray())
        answer.body = QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    else
        answer.body = body.toString().toUtf8();
    return answer;
}

} // namespace syncline::support
