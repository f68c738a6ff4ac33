#include "sandbox/hubspot/reply.h"

#include <QJsonDocument>
#include <QUuid>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace

Response jsonReply(const QJsonObject &body, int status)
{
    return {status,
            {{"Content-Type", "application/json;charset=utf-8"}},
            QJsonDocument(body).toJson(QJsonDocument::Compact),
            false};
}

Response emptyReply()
{
    return {204, {}, {}, false};
}

Response troubleReply(const Trouble &trouble)
{
    QJsonObject body{{u"status"_s, u"error"_s},
                     {u"message"_s, trouble.message},
                     {u"category"_s, trouble.category},
                     {u"correlationId"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
    if (!trouble.subCategory.isEmpty())
        body.insert(u"subCategory"_s, trouble.subCategory);
    if (!trouble.context.isEmpty())
        body.insert(u"context"_s, trouble.context);
    if (!trouble.errors.isEmpty())
        body.insert(u"errors"_s, trouble.errors);
    return jsonReply(body, trouble.status);
}

QJsonObject troubleEntry(const Trouble &trouble, const QJsonObject &context)
{
    return {{u"status"_s, u"error"_s},
            {u"category"_s, trouble.category},
            {u"message"_s, trouble.message},
            {u"errors"_s, trouble.errors},
            {u"context"_s, context},
            {u"links"_s, QJsonObject()},
            {u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
}

Trouble notFound(const QString &what)
{
    return {404, u"OBJECT_NOT_FOUND"_s, what};
}

Trouble invalidInput(const QString &message)
{
    return {400, u"VALIDATION_ERROR"_s, message};
}

Trouble invalidValues(const QList<ValueProblem> &problems)
{
    QJsonArray nested, errors;
    for (const ValueProblem &problem : problems) {
        nested.append(QJsonObject{{u"isValid"_s, false},
                                  {u"message"_s, problem.message},
                                  {u"error"_s, problem.error},
                                  {u"name"_s, problem.property},
                                  {u"localizedErrorMessage"_s, problem.message},
                                  {u"portalId"_s, 4711}});
        errors.append(QJsonObject{{u"message"_s, problem.message},
                                  {u"code"_s, problem.error},
                                  {u"context"_s, QJsonObject{{u"propertyName"_s, QJsonArray{problem.property}}}}});
    }
    Trouble trouble = invalidInput(u"Property values were not valid: "_s + compact(nested));
    trouble.errors = errors;
    return trouble;
}

Trouble alreadyExists(const Table &table, qint64 id)
{
    const QString kind = table.name == "contacts"_L1 ? u"Contact"_s : u"Object"_s;
    return {409, u"CONFLICT"_s, u"%1 already exists. Existing ID: %2"_s.arg(kind).arg(id)};
}

Trouble missingScopes(const QString &scope)
{
    Trouble trouble{403, u"MISSING_SCOPES"_s,
                    u"This app hasn't been granted all required scopes to make this call. Read more about required "
                    "scopes here: https://developers.hubspot.com/scopes."_s};
    trouble.errors = {QJsonObject{{u"message"_s, u"One or more of the following scopes are required."_s},
                                  {u"context"_s, QJsonObject{{u"requiredGranularScopes"_s, QJsonArray{scope}}}}}};
    return trouble;
}

} // namespace syncline::sandbox::hubspot
