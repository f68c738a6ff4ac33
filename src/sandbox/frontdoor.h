#pragma once

#include "sandbox/crm.h"

namespace syncline::sandbox {

/// What stands before a CRM: the folder that it is installed in, and the notices that its PHP prints into answers.
class FrontDoor
{
public:
    /// "folder": "/crm" and "php_notices": true; both are taken out of the switches.
    void configure(QJsonObject &switches);
    void reset() { *this = FrontDoor(); }

    Response handle(Crm &crm, const Request &request) const;

private:
    QByteArray m_folder; ///< "" or "/crm"
    bool m_printsNotices = false;
};

/// What the web server says of a path that is not in its charge.
Response pageNotFound();

} // namespace syncline::sandbox
