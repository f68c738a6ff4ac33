#pragma once

#include "sandbox/suitecrm/installation.h"

namespace syncline::sandbox::suitecrm {

/// The small calls that describe the site: /meta, /current-user, /search-defs, ...
class SiteCalls
{
public:
    explicit SiteCalls(Installation &site) : m_site(site) {}

    Response modules() const;
    Response fields(const QString &module) const;
    Response swagger() const;
    Response currentUser() const;
    Response userPreferences(const QString &user) const;
    Response searchDefinitions(const QString &module) const;
    Response listViewColumns() const; ///< broken in 7.14.6

private:
    Installation &m_site;
};

} // namespace syncline::sandbox::suitecrm
