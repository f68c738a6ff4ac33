#include "sandbox/frontdoor.h"

#include <QJsonObject>

#include <algorithm>

namespace syncline::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QByteArray notice =
    "<br />\n<b>Deprecated</b>:  Return type of Iterator::current() should either be compatible with "
    "{mixed} in <b>/var/www/html/vendor/Iterator.php</b> on line <b>97</b><br />\n"_ba;

bool isJson(const Response &response)
{
    const auto says = [](const auto &header) {
        return header.first == "Content-Type" && header.second.contains("json");
    };
    return std::ranges::any_of(response.headers, says);
}

} // namespace

void FrontDoor::configure(QJsonObject &switches)
{
    if (switches.contains("folder"_L1))
        m_folder = switches.take("folder"_L1).toString().toUtf8();
    if (switches.contains("php_notices"_L1))
        m_printsNotices = switches.take("php_notices"_L1).toBool();
}

Response FrontDoor::handle(Crm &crm, const Request &request) const
{
    if (!m_folder.isEmpty() && !request.path.startsWith(QByteArray(m_folder + '/')))
        return pageNotFound();
    Request inside = request;
    inside.path.remove(0, m_folder.size());
    Response response = crm.handle(inside);
    if (m_printsNotices && isJson(response))
        response.body.prepend(notice);
    return response;
}

Response pageNotFound()
{
    return {404,
            {{"Content-Type", "text/html; charset=iso-8859-1"}},
            "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>404 Not Found</title>\n"
            "</head><body>\n<h1>Not Found</h1>\n<p>The requested URL was not found on this server.</p>\n"
            "</body></html>\n",
            false};
}

} // namespace syncline::sandbox
