#include "sandbox/mautic/reply.h"

#include "sandbox/mautic/phptext.h"

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

Response controllerReply(const QByteArray &json, int status)
{
    return {status,
            {{"Content-Type", "application/json"}, {"Mautic-Version", "5.1.0"}, {"Cache-Control", "no-cache, private"}},
            json,
            false};
}

Response plainReply(const QByteArray &json, int status)
{
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-cache, private"}}, json, false};
}

Response plainError(int status, const QString &message, const QString &type)
{
    return plainReply(R"({"errors":[{"message":)" + jsonText(message) + R"(,"code":)" + QByteArray::number(status)
                          + R"(,"type":)" + (type.isEmpty() ? "null"_ba : jsonText(type)) + "}]}",
                      status);
}

Response brokenReply(int status)
{
    return plainError(status,
                      u"Looks like I encountered an error (error #%1). If I do it again, please report me to the "
                      "system administrator!"_s.arg(status));
}

Response pathNotFound(const QByteArray &path)
{
    return plainError(404, u"Requested URL not found: "_s + QString::fromUtf8(path));
}

QByteArray refusalJson(const Refusal &refusal, bool isBatch)
{
    PhpEntries details;
    for (const auto &[alias, text] : refusal.details)
        details.append({alias, '[' + jsonText(text) + ']'});
    QByteArray json = R"({"code":)" + QByteArray::number(refusal.code) + R"(,"message":)" + jsonText(refusal.message)
        + R"(,"details":)" + phpArray(details);
    return json + (isBatch ? R"(,"type":null})" : "}");
}

Response refusalReply(const Refusal &refusal)
{
    return controllerReply(R"({"errors":[)" + refusalJson(refusal, false) + "]}", refusal.code);
}

Response controllerError(int status, const QString &message)
{
    return refusalReply({status, message, {}});
}

Response forbiddenReply()
{
    return controllerError(403, forbiddenText);
}

Response itemNotFound()
{
    return controllerError(404, itemNotFoundText);
}

} // namespace syncline::sandbox::mautic
