#pragma once

#include "connectors/suitecrm/site.h"

/// E-mail addresses are records of their own that contacts share, with the opt-out flag on them
/// (docs/crm/suitecrm.md, sections 8 and 8a).
namespace syncline::connectors::suitecrm {

struct Address
{
    QString id;
    QString spelling;
    bool optedOut = false;
    bool holds(const QString &email) const;
};

class AddressBook
{
public:
    explicit AddressBook(Site &site) : m_site(site) {}

    HttpRequest lookUp(const QString &email) const;
    /// The address records of this e-mail address: SuiteCRM may hold several of one spelling.
    Result<QList<Address>> read(const QString &email, const Result<HttpResponse> &answer) const;
    Result<QList<Address>> find(const QString &email, std::stop_token stop);

    Result<QList<Address>> linkedTo(const QString &module, const QString &id, std::stop_token stop);
    Result<Address> create(const QString &email, bool optedOut, std::stop_token stop);
    Result<void> setOptedOut(const Address &address, bool optedOut, std::stop_token stop);
    Result<void> link(const QString &module, const QString &id, const Address &address, std::stop_token stop);
    Result<void> unlink(const QString &module, const QString &id, const Address &address, std::stop_token stop);

private:
    Result<void> change(const HttpRequest &request, const QString &doing, std::stop_token stop);

    Site &m_site;
};

bool anyOptedOut(const QList<Address> &addresses);

} // namespace syncline::connectors::suitecrm
