#pragma once

#include "listener/http.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrlQuery>

#include <cstdint>
#include <memory>

/// The local stand-ins for the CRMs: demo mode and tests. Written from the CRM documents and from recorded
/// exchanges, never from the connectors. Used from the server's single thread only.
namespace syncline::sandbox {

using listener::Request;
using listener::Response;

/// The sandbox's own clock: UTC seconds and a skew that tests move through /_sandbox/clock.
class SandboxClock
{
public:
    std::int64_t now() const;
    void setSkew(std::int64_t seconds) { m_skew = seconds; }
    /// Freezes the clock at this time; 0 lets it run again.
    void freeze(std::int64_t at) { m_frozen = at; }

private:
    std::int64_t m_skew = 0;
    std::int64_t m_frozen = 0;
};

struct CrmOptions
{
    std::uint32_t seed = 1;
    int records = 1000; ///< contacts to make; 0: an empty CRM
    QString rateLimit;  ///< "real", "off" or a number of requests per second
    /// How far this CRM's contacts are shifted in the common pool of invented people, so that two CRMs overlap by half.
    int poolOffset = 0;
};

/// One CRM. handle() answers its own paths; the rest is the control surface under /_sandbox/.
class Crm
{
public:
    virtual ~Crm() = default;
    virtual QString provider() const = 0;
    virtual Response handle(const Request &request) = 0;

    /// Flat objects in the CRM's own field names, live records only, sorted by id.
    virtual QJsonArray records(const QString &entity) const = 0;
    /// A person edits the CRM by hand: {"action": "create"|"update"|"delete"|"restore"|"merge", "entity", "id",
    /// "into", "fields": {...}}. Returns the record, or {"error": ...}.
    virtual QJsonObject edit(const QJsonObject &command) = 0;
    /// CRM-specific switches: {"expire_tokens": true}, {"revoke_tokens": true}, {"deny": ["contacts"]},
    /// {"user_decimal_comma": true}, {"stale_pages": true}, {"php_zone": "Europe/Berlin"} ... Returns {"error"} for
    /// unknown ones.
    QJsonObject configure(const QJsonObject &switches);
    virtual void reset() = 0; ///< back to the seeded data

    /// What this CRM (or the web server before it) says when it fails with 429, 500, 502 or 503.
    virtual Response errorAnswer(int status);

protected:
    virtual bool applySwitch(const QString &name, const QJsonValue &value) = 0; ///< false: there is no such switch
};

std::unique_ptr<Crm> makeActiveCampaign(const CrmOptions &options, SandboxClock &clock);
std::unique_ptr<Crm> makeHubSpot(const CrmOptions &options, SandboxClock &clock);
std::unique_ptr<Crm> makeMautic(const CrmOptions &options, SandboxClock &clock);
std::unique_ptr<Crm> makeSalesforce(const CrmOptions &options, SandboxClock &clock);
std::unique_ptr<Crm> makeSuiteCrm(const CrmOptions &options, SandboxClock &clock);

} // namespace syncline::sandbox
