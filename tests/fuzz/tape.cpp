#include "fuzz/tape.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace syncline::fuzz {

namespace {

using namespace connectors;

constexpr char separator = '\x1e';

HttpResponse answerFrom(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\n\n");
    const QByteArrayList head = bytes.left(end < 0 ? bytes.size() : end).split('\n');
    HttpResponse answer;
    answer.status = std::clamp(head.first().toInt(), 0, 599);
    for (const QByteArray &line : head.mid(1)) {
        if (const qsizetype colon = line.indexOf(": "); colon > 0)
            answer.headers.append({line.left(colon), line.mid(colon + 2)});
    }
    if (end >= 0)
        answer.body = bytes.mid(end + 2);
    return answer;
}

QByteArray bytesOf(const HttpResponse &answer)
{
    QByteArray bytes = QByteArray::number(answer.status);
    for (const auto &[name, value] : answer.headers)
        bytes += '\n' + name + ": " + value;
    return bytes + "\n\n" + answer.body;
}

/// One request after the other.
class SerialClient : public HttpClient
{
public:
    explicit SerialClient(HttpSettings settings) : m_settings(std::move(settings)) {}
    void sendAll(const std::function<std::optional<HttpRequest>()> &next,
                 const std::function<bool(Result<HttpResponse>)> &done, std::stop_token stop) override
    {
        for (auto request = next(); request; request = next()) {
            if (!done(send(*request, stop)))
                return;
        }
    }
    std::shared_ptr<TokenShelf> tokens() override { return m_tokens; }
    const HttpSettings &settings() const override { return m_settings; }
    HttpTraffic takeTraffic() override { return {}; }

private:
    HttpSettings m_settings;
    std::shared_ptr<TokenShelf> m_tokens = std::make_shared<TokenShelf>();
};

/// Signs in to nobody.
class TapeClient final : public SerialClient
{
public:
    TapeClient(HttpSettings settings, Tape &tape) : SerialClient(std::move(settings)), m_tape(tape) {}
    Result<HttpResponse> send(HttpRequest request, std::stop_token) override
    {
        if (m_tape.answers.isEmpty())
            return failure(ErrorKind::Network, u"The tape has ended."_s, {});
        const HttpResponse answer = m_tape.answers.takeFirst();
        if (answer.status == 0) {
            const bool isWrite = request.method != "GET";
            return failure(Error{ErrorKind::Network, u"No answer came."_s, {}, {}, {}, isWrite});
        }
        if (request.isMishap && request.isMishap(answer))
            return failure(ErrorKind::Server, u"A mishap."_s, {});
        return answer;
    }
    void setAuthenticator(std::shared_ptr<Authenticator>) override {}

private:
    Tape &m_tape;
};

class RecordingClient final : public SerialClient
{
public:
    RecordingClient(std::unique_ptr<HttpClient> client, Tape &tape)
        : SerialClient(client->settings())
        , m_client(std::move(client))
        , m_tape(tape)
    {
    }
    Result<HttpResponse> send(HttpRequest request, std::stop_token stop) override
    {
        const bool isSignIn = request.secretBody; // which the replay does without
        auto answer = m_client->send(std::move(request), stop);
        if (!isSignIn)
            m_tape.answers.append(answer ? *answer : HttpResponse());
        return answer;
    }
    void setAuthenticator(std::shared_ptr<Authenticator> authenticator) override
    {
        m_client->setAuthenticator(std::move(authenticator));
    }
    std::shared_ptr<TokenShelf> tokens() override { return m_client->tokens(); }

private:
    std::unique_ptr<HttpClient> m_client;
    Tape &m_tape;
};

} // namespace

Tape Tape::fromBytes(const QByteArray &bytes)
{
    Tape tape;
    for (const QByteArray &answer : bytes.split(separator))
        tape.answers.append(answerFrom(answer));
    return tape;
}

QByteArray Tape::toBytes() const
{
    QByteArrayList all;
    for (const HttpResponse &answer : answers)
        all.append(bytesOf(answer));
    return all.join(separator);
}

std::unique_ptr<HttpClient> TapeNetwork::makeClient(HttpSettings settings)
{
    return std::make_unique<TapeClient>(std::move(settings), m_tape);
}

std::unique_ptr<HttpClient> RecordingNetwork::makeClient(HttpSettings settings)
{
    return std::make_unique<RecordingClient>(m_network.makeClient(std::move(settings)), m_tape);
}

} // namespace syncline::fuzz
