#include "sandbox/crm.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace syncline::sandbox {

std::int64_t SandboxClock::now() const
{
    if (m_frozen != 0)
        return m_frozen + m_skew;
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(sinceEpoch).count() + m_skew;
}

QJsonObject Crm::configure(const QJsonObject &switches)
{
    QStringList unknown;
    for (auto it = switches.begin(); it != switches.end(); ++it) {
        if (!applySwitch(it.key(), it.value()))
            unknown << it.key();
    }
    if (unknown.isEmpty())
        return {};
    return {{u"error"_s, QString(u"Unknown switch: "_s + unknown.join(u", "_s))}};
}

Response Crm::errorAnswer(int status)
{
    if (status == 502 || status == 503) {
        const QByteArray text = status == 502 ? "502 Bad Gateway" : "503 Service Temporarily Unavailable";
        return {status,
                {{"Content-Type", "text/html"}},
                "<html>\r\n<head><title>" + text + "</title></head>\r\n<body>\r\n<center><h1>" + text
                    + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
                false};
    }
    return {status,
            {{"Content-Type", "application/json"}},
            R"({"errors":[{"code":)" + QByteArray::number(status) + R"(,"message":"error #)"
                + QByteArray::number(status) + R"("}]})",
            false};
}

} // namespace syncline::sandbox
