#include "sandbox/salesforce/conditions.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

const QString dateForm = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;

bool hasTags(const Table &table)
{
    return table.name == "Account"_L1;
}

QByteArray tagOf(const Record &record)
{
    return "\"" + record.id.right(6).toLatin1() + QByteArray::number(record.modified) + "\"";
}

QByteArray httpDate(qint64 seconds)
{
    return QLocale::c().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), dateForm).toLatin1();
}

Response modifiedSince()
{
    return troubleReply(
        {412, u"PRECONDITION_FAILED"_s, u"The request has been failed because the record was modified since."_s});
}

Response notModified()
{
    return {304, {}, {}, false};
}

std::optional<Response> byTag(const Record &record, const Request &request)
{
    const QByteArray wanted = request.header("If-Match"), known = request.header("If-None-Match");
    if (!wanted.isEmpty() && wanted != "*" && !wanted.contains(tagOf(record)))
        return modifiedSince();
    if (!known.isEmpty() && (known == "*" || known.contains(tagOf(record))))
        return request.method == "GET" ? notModified() : modifiedSince();
    return std::nullopt;
}

} // namespace

std::optional<Response> conditionAnswer(const Table &table, const Record &record, const Request &request)
{
    if (hasTags(table)) {
        if (auto answer = byTag(record, request))
            return answer;
    }
    for (const QByteArray &header : {"If-Modified-Since"_ba, "If-Unmodified-Since"_ba}) {
        const QByteArray text = request.header(header);
        if (text.isEmpty())
            continue;
        const QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), dateForm);
        if (!time.isValid() && request.method == "GET")
            continue;
        if (!time.isValid())
            return troubleReply(
                {400, u"INVALID_HEADER"_s, u"The header %1 holds no date"_s.arg(QLatin1StringView(header))});
        const bool isLater = record.modified > QDateTime(time.date(), time.time(), Qt::UTC).toSecsSinceEpoch();
        if (header == "If-Unmodified-Since" && isLater)
            return modifiedSince();
        if (header == "If-Modified-Since" && !isLater && request.method == "GET")
            return notModified();
    }
    return std::nullopt;
}

void addValidators(Response &response, const Table &table, const Record &record)
{
    response.headers.append({"Last-Modified"_ba, httpDate(record.modified)});
    if (hasTags(table))
        response.headers.append({"ETag"_ba, tagOf(record)});
}

} // namespace syncline::sandbox::salesforce
