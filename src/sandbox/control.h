#pragma once

#include "listener/server.h"
#include "sandbox/faults.h"
#include "sandbox/frontdoor.h"

#include <QHash>

#include <deque>

namespace syncline::sandbox {

using listener::Ending;
using listener::Exchange;

struct SiteOptions
{
    QString provider; ///< "activecampaign", "hubspot", "mautic", "salesforce" or "suitecrm"
    CrmOptions crm;
    std::chrono::milliseconds latency{0};
    std::vector<FaultRule> faults;
};

/// One CRM on one port: hands requests to it, brings the faults about, keeps the list of requests and answers the
/// control surface under /_sandbox/. Used from the server's thread only.
class Site
{
public:
    Site(const SiteOptions &options, std::unique_ptr<SandboxClock> clock, std::unique_ptr<Crm> crm);

    Exchange handle(const Request &request);
    Crm &crm() { return *m_crm; }
    SandboxClock &clock() { return *m_clock; }
    Faults &faults() { return m_faults; }

private:
    struct Recorded
    {
        Request request; ///< without headers
        int status = 0;  ///< 0: no answer was sent
        std::int64_t at = 0;
    };

    Exchange serve(const Request &request);
    Exchange faulty(FaultKind kind, const Request &request);
    Response answerOf(const Request &request);
    Response stale(const Request &request);
    void record(const Request &request, const Exchange &exchange);

    Response control(const Request &request, const QByteArray &path);
    Response requests(const Request &request);
    Response records(const QString &entity);
    Response setFault(const QJsonObject &command);
    Response setClock(const QJsonObject &command);
    Response configure(QJsonObject switches);
    void reset();

    SiteOptions m_options;
    std::unique_ptr<SandboxClock> m_clock;
    std::unique_ptr<Crm> m_crm;
    FrontDoor m_door;
    Faults m_faults;
    std::deque<Recorded> m_requests;
    bool m_recordRequests = true;
    std::chrono::milliseconds m_slowness{2000};
    /// Answers to GETs from before the last write, for stale pages; kept while a stale fault is set.
    QHash<QByteArray, Response> m_earlier;
};

/// The CRM of that name, or nullptr.
std::unique_ptr<Crm> makeCrm(const QString &provider, const CrmOptions &options, SandboxClock &clock);

} // namespace syncline::sandbox
