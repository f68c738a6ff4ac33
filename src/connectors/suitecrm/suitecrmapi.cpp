#include "connectors/suitecrm/suitecrmapi.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

QString detailOf(const JsonView &root)
{
    for (const JsonView view : {root["errors"]["detail"], root["error_description"], root["message"]}) {
        if (!view.text().isEmpty())
            return view.text();
    }
    const JsonView first = root["errors"].at(0)["detail"];
    return first.text();
}

/// "Property no_such_field in Contact module is invalid"
QStringList fieldsNamed(const QString &detail)
{
    static const QRegularExpression property(u"[Pp]roperty (\\w+) in "_s);
    const auto match = property.match(detail);
    return match.hasMatch() ? QStringList{match.captured(1)} : QStringList();
}

Error errorOf(ErrorKind kind, const QString &message, const QString &remedy, const QString &detail)
{
    return Error{kind, message, remedy, detail, fieldsNamed(detail), false};
}

} // namespace

Reading readAnswer(const HttpResponse &response, const QString &what)
{
    Reading reading;
    auto document = response.isSuccess() ? JsonDocument::parse(response.body) : JsonDocument::parseLeading(response.body);
    if (document)
        reading.document = std::move(*document);
    const QString detail = detailOf(reading.document.root());
    if (response.isSuccess()) {
        reading.answer = document ? Answer::Done : Answer::Server;
        if (!document)
            reading.error = document.error();
        return reading;
    }
    if (response.status == 401) {
        reading.answer = Answer::Forbidden;
        reading.error = errorOf(ErrorKind::Authentication, tr("SuiteCRM did not accept the sign-in for %1.").arg(what),
                                tr("Sign in again. If it stays so, the web server may drop the Authorization header; "
                                   "its administrator can pass it on to PHP."), detail);
    } else if (detail.contains("is not found"_L1)) {
        reading.answer = Answer::NotFound;
        reading.error = errorOf(ErrorKind::NotFound, tr("SuiteCRM has no such record (%1).").arg(what), {}, detail);
    } else if (detail.contains("is already exist"_L1)) {
        reading.answer = Answer::Exists;
        reading.error = errorOf(ErrorKind::Conflict, tr("A record with this id exists already (%1).").arg(what), {}, detail);
    } else if (detail.contains("AccessDenied"_L1) || detail.contains("Not Allowed"_L1) || response.status == 403) {
        reading.answer = Answer::Forbidden;
        reading.error = errorOf(ErrorKind::Permission, tr("The API user may not do this in SuiteCRM (%1).").arg(what),
                                tr("Give its role the right in SuiteCRM, or leave this entity out."), detail);
    } else if (response.status >= 500) {
        reading.answer = Answer::Server;
        reading.error = errorOf(ErrorKind::Server, tr("SuiteCRM failed with status %1 (%2).").arg(response.status).arg(what),
                                tr("Look at SuiteCRM's log; a smaller page_size helps when PHP runs out of memory."), detail);
    } else if (response.status == 404 || response.status == 405) {
        reading.answer = Answer::Invalid;
        reading.error = errorOf(ErrorKind::Server, tr("There is no SuiteCRM API V8 at this address (%1).").arg(what),
                                tr("Check the address, with its sub-folder if it has one."), detail);
    } else {
        reading.answer = Answer::Invalid;
        reading.error = errorOf(ErrorKind::Validation, tr("SuiteCRM refused the request (%1): %2").arg(what, detail),
                                tr("Correct the value that it names."), detail);
    }
    return reading;
}

HttpRequest getRequest(const QByteArray &root, const QByteArray &path, const QList<QPair<QByteArray, QString>> &query)
{
    HttpRequest request;
    request.path = root + path;
    for (const auto &[key, value] : query) {
        if (!request.query.isEmpty())
            request.query += '&';
        request.query += key + '=' + encodeComponent(value);
    }
    request.headers = {{"Accept", "application/vnd.api+json"}};
    return request;
}

HttpRequest writeRequest(const QByteArray &root, const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    HttpRequest request;
    request.method = method;
    request.path = root + path;
    request.body = body;
    if (!body.isEmpty())
        request.contentType = "application/vnd.api+json";
    request.headers = {{"Accept", "application/vnd.api+json"}};
    request.repeat = Repeat::Once;
    return request;
}

QString singular(const QString &module)
{
    static const QMap<QString, QString> names{{u"Opportunities"_s, u"Opportunity"_s}};
    return names.value(module, module.endsWith(u's') ? module.chopped(1) : module);
}

} // namespace syncline::connectors::suitecrm
