#include "sandbox/activecampaign/hooks.h"
#include "sandbox/activecampaign/seed.h"

#include <QJsonDocument>

#include <chrono>
#include <deque>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;
using namespace activecampaign;

namespace {

constexpr int publishedLimit = 5; ///< requests per second and account

/// So many requests within any second.
class RateLimit
{
public:
    void setLimit(int perSecond) { m_limit = perSecond; }
    int limit() const { return m_limit; }
    int remaining() const { return std::max(0, m_limit - int(m_taken.size())); }

    bool take()
    {
        const auto now = std::chrono::steady_clock::now();
        while (!m_taken.empty() && now - m_taken.front() >= std::chrono::seconds(1))
            m_taken.pop_front();
        if (m_limit > 0 && int(m_taken.size()) >= m_limit)
            return false;
        m_taken.push_back(now);
        return true;
    }

private:
    int m_limit = 0;
    std::deque<std::chrono::steady_clock::time_point> m_taken;
};

int rateOf(const QString &text)
{
    return text == "real"_L1 ? publishedLimit : text.toInt();
}

QList<QPair<QString, QString>> parameters(const QByteArray &query)
{
    QList<QPair<QString, QString>> pairs;
    for (QByteArray part : query.split('&')) {
        part.replace('+', ' ');
        const qsizetype mark = part.indexOf('=');
        const auto decoded = [](const QByteArray &text) {
            return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
        };
        if (!part.isEmpty())
            pairs.append(
                {decoded(mark < 0 ? part : part.left(mark)), mark < 0 ? QString() : decoded(part.mid(mark + 1))});
    }
    return pairs;
}

QStringList decodedPath(const QByteArray &path)
{
    QStringList parts;
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty())
            parts.append(QString::fromUtf8(QByteArray::fromPercentEncoding(part)));
    }
    return parts;
}

class ActiveCampaign final : public Crm
{
public:
    ActiveCampaign(const CrmOptions &options, SandboxClock &clock) : m_options(options), m_clock(clock)
    {
        ActiveCampaign::reset();
    }

    QString provider() const override { return u"activecampaign"_s; }

    Response handle(const Request &request) override
    {
        if (!request.path.startsWith("/api/3/"))
            return {404, {{"Content-Type", "text/html"}}, "<html><body>Page not found</body></html>", false};
        if (!m_rate.take())
            return errorAnswer(429);
        Response response = trouble().value_or(Response{0, {}, {}, false});
        if (response.status == 0)
            response = answer(request);
        send(u"api"_s);
        if (m_settings.truncatedNext > 0 && --m_settings.truncatedNext >= 0)
            response.body.chop(response.body.size() / 2);
        addLimitHeaders(response);
        return response;
    }

    QJsonArray records(const QString &entity) const override { return flatRecords(*m_store, entity); }
    QJsonObject edit(const QJsonObject &command) override
    {
        const QJsonObject result = handEdit(*m_store, m_settings, command);
        send(u"admin"_s);
        return result;
    }

    void reset() override
    {
        m_store = std::make_unique<Store>(m_clock);
        m_settings = {};
        m_rate = {};
        m_rate.setLimit(rateOf(m_options.rateLimit));
        seedSetUp(*m_store);
        seedPeople(*m_store, m_options);
        m_store->happenings.clear();
    }

    Response errorAnswer(int status) override
    {
        if (status == 429) {
            Response response = messageReply(429, u"Too Many Requests"_s);
            response.headers.append({"Retry-After"_ba, "1"_ba});
            addLimitHeaders(response);
            return response;
        }
        return status == 500 ? jsonReply({}, 500) : Crm::errorAnswer(status);
    }

private:
    void send(const QString &source)
    {
        for (Outbox::Letter &letter : lettersOf(*m_store, source))
            m_outbox.add(std::move(letter));
    }

    /// What real accounts do now and then although all is well.
    std::optional<Response> trouble()
    {
        if (m_settings.forbiddenNext > 0 && --m_settings.forbiddenNext >= 0)
            return forbiddenReply();
        if (m_settings.emptyNext > 0 && --m_settings.emptyNext >= 0)
            return Response{200, {{"Content-Type", "application/json"}}, {}, false};
        return std::nullopt;
    }

    void addLimitHeaders(Response &response) const
    {
        if (m_rate.limit() <= 0)
            return;
        response.headers.append({"RateLimit-Limit"_ba, QByteArray::number(m_rate.limit())});
        response.headers.append({"RateLimit-Remaining"_ba, QByteArray::number(m_rate.remaining())});
    }

    Response answer(const Request &request)
    {
        Call call{request.method, decodedPath(request.path.mid(7)), parameters(request.query), {}};
        if (request.header("Api-Token") != "demo" || m_settings.keyIsRevoked
            || m_settings.denied.contains(call.part(0)))
            return forbiddenReply();
        if (!request.body.isEmpty()) {
            const QJsonDocument document = QJsonDocument::fromJson(request.body);
            if (!document.isObject())
                return jsonReply({}, 400);
            call.body = document.object();
        }
        return routed(call).value_or(messageReply(404, u"No Result found for %1"_s.arg(call.path.join(u'/'))));
    }

    std::optional<Response> routed(const Call &call)
    {
        const QString area = call.part(0);
        if (area == "contacts"_L1 || area == "contact"_L1)
            return contactAnswer(*m_store, m_settings, call);
        if (area == "accounts"_L1 || area == "accountContacts"_L1)
            return accountAnswer(*m_store, m_settings, call);
        if (const auto fields = fieldAnswer(*m_store, call))
            return fields;
        if (area.startsWith("deal"_L1) && area != "dealTasks"_L1)
            return dealAnswer(*m_store, m_settings, call);
        if (area == "webhooks"_L1 || area == "webhook"_L1)
            return hookAnswer(*m_store, call);
        if (area == "notes"_L1 || area == "dealTasks"_L1)
            return activityAnswer(*m_store, call);
        return tagAnswer(*m_store, m_settings, call);
    }

    bool applySwitch(const QString &name, const QJsonValue &value) override
    {
        const QMap<QString, bool *> flags{{u"include"_s, &m_settings.takesInclude},
                                          {u"counts_whole"_s, &m_settings.countsWhole},
                                          {u"tags_touch"_s, &m_settings.tagsTouch},
                                          {u"revoke_key"_s, &m_settings.keyIsRevoked}};
        const QMap<QString, int *> counts{{u"forbidden_next"_s, &m_settings.forbiddenNext},
                                          {u"empty_next"_s, &m_settings.emptyNext},
                                          {u"truncated_next"_s, &m_settings.truncatedNext}};
        if (bool *flag = flags.value(name))
            *flag = value.toBool();
        else if (int *count = counts.value(name))
            *count = value.toInt();
        else if (name == "rate_limit"_L1)
            m_rate.setLimit(rateOf(value.toVariant().toString()));
        else if (name == "deny"_L1)
            m_settings.denied = value.toVariant().toStringList();
        else
            return false;
        return true;
    }

    CrmOptions m_options;
    SandboxClock &m_clock;
    std::unique_ptr<Store> m_store;
    Settings m_settings;
    RateLimit m_rate;
    Outbox m_outbox;
};

} // namespace

std::unique_ptr<Crm> makeActiveCampaign(const CrmOptions &options, SandboxClock &clock)
{
    return std::make_unique<ActiveCampaign>(options, clock);
}

} // namespace syncline::sandbox
