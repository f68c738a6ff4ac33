#include "connectors/hubspot/hubspotsearch.h"

#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

constexpr int largestPage = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Search", text);
}

QJsonObject filter(const QString &property, const QString &op)
{
    return {{u"propertyName"_s, property}, {u"operator"_s, op}};
}

QJsonObject filter(const QString &property, const QString &op, const QString &value)
{
    return {{u"propertyName"_s, property}, {u"operator"_s, op}, {u"value"_s, value}};
}

/// All five members, although the service takes less: its description asks for them. A text as sort means ascending.
QJsonObject requestBody(const Conditions &conditions)
{
    return {{u"filterGroups"_s, conditions.groups()},
            {u"sorts"_s, QJsonArray{idProperty}},
            {u"properties"_s, QJsonArray{idProperty}},
            {u"limit"_s, largestPage},
            {u"after"_s, u"0"_s}};
}

} // namespace

Conditions &Conditions::atLeast(const QString &property, std::chrono::milliseconds time)
{
    m_filters.append(filter(property, u"GTE"_s, QString::number(time.count())));
    return *this;
}

Conditions &Conditions::behind(const QString &id)
{
    m_filters.append(filter(idProperty, u"GT"_s, id));
    return *this;
}

/// Texts are compared in lower case, and the list has to be in it.
Conditions &Conditions::oneOf(const QString &property, const QStringList &values)
{
    QJsonObject condition = filter(property, u"IN"_s);
    QJsonArray list;
    for (const QString &value : values)
        list.append(value.toLower());
    condition.insert(u"values"_s, list);
    m_filters.append(condition);
    return *this;
}

Conditions &Conditions::known(const QString &property)
{
    m_filters.append(filter(property, u"HAS_PROPERTY"_s));
    return *this;
}

Result<FoundPage> searchPage(Api &api, const QString &entity, Conditions conditions, const QString &after,
                             std::stop_token stop)
{
    if (!after.isEmpty())
        conditions.behind(after);
    const QString about = tr("The search for %1").arg(entity);
    const auto answer = api.ask(api.objects(entity, "/search"), requestBody(conditions), stop, searchGroup);
    if (!answer)
        return failure(answer.error());
    const JsonView results = answer->root()["results"];
    if (!answer->isSuccess() || !results.isArray())
        return failure(api.refusal(*answer, about));
    FoundPage page{{}, answer->response.date(), results.size() < largestPage};
    qint64 last = idNumber(after);
    for (const JsonView result : results) {
        const QString id = result["id"].text();
        if (idNumber(id) <= last) {
            return failure(ErrorKind::Server, tr("%1: record %2 came behind record %3.").arg(about, id).arg(last),
                           tr("Try again; if it stays so, tell HubSpot's support that it ignores the order by id."));
        }
        last = idNumber(id);
        page.ids.append(id);
    }
    return page;
}

Result<QStringList> searchAll(Api &api, const QString &entity, const Conditions &conditions, std::stop_token stop)
{
    QStringList ids;
    for (;;) {
        const auto page = searchPage(api, entity, conditions, ids.isEmpty() ? QString() : ids.last(), stop);
        if (!page)
            return failure(page.error());
        ids += page->ids;
        if (page->isLast)
            return ids;
    }
}

} // namespace syncline::connectors::hubspot
