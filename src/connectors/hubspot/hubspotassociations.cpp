#include "connectors/hubspot/hubspotassociations.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

constexpr qsizetype recordsPerRequest = 100; ///< documented are 1,000; integrations were refused more than 100

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Associations", text);
}

QJsonObject idObject(const QString &id)
{
    return {{u"id"_s, id}};
}

bool isPrimary(JsonView link)
{
    for (const JsonView type : link["associationTypes"]) {
        if (type["label"].text() == "Primary"_L1)
            return true;
    }
    return false;
}

/// Ids without the types that link them; a record is listed once for each.
QStringList idsIn(JsonView list)
{
    QStringList ids;
    for (const JsonView link : list) {
        const QString id = link["toObjectId"].text(); // a number in version 4, a text in the dated ones
        if (isPrimary(link))
            ids.prepend(id);
        else
            ids.append(id);
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace

Value linkedValue(const AssociationField &field, const QStringList &ids)
{
    if (ids.isEmpty())
        return Value::null();
    if (field.isOne)
        return Value::text(ids.first());
    QStringList sorted = ids;
    sorted.sort();
    Value::Items items;
    for (const QString &id : std::as_const(sorted))
        items.append({id, {}, false});
    return Value::list(items);
}

Result<int> Associations::fill(const ObjectKind &kind, const QStringList &fields, QList<RemoteRecord> &records,
                               std::stop_token stop)
{
    int requests = 0;
    QStringList ids;
    for (const RemoteRecord &record : std::as_const(records))
        ids.append(record.id);
    for (const AssociationField &field : kind.associations) {
        const QString name = QString::fromLatin1(field.name);
        if (!fields.contains(name) || ids.isEmpty())
            continue;
        Links links;
        const auto sent = read(kind.entity(), QString::fromLatin1(field.to), ids, links, stop);
        if (!sent)
            return failure(sent.error());
        requests += *sent;
        for (RemoteRecord &record : records)
            record.fields.insert(name, linkedValue(field, links.value(record.id)));
    }
    return requests;
}

Result<int> Associations::read(const QString &from, const QString &to, const QStringList &ids, Links &links,
                               std::stop_token stop)
{
    int requests = 0;
    for (qsizetype first = 0; first < ids.size(); first += recordsPerRequest) {
        QJsonArray inputs;
        for (const QString &id : ids.mid(first, recordsPerRequest))
            inputs.append(idObject(id));
        while (!inputs.isEmpty()) { // again for the records whose links go on behind the first page
            QJsonArray more;
            const auto sent = readPart(from, to, inputs, links, more, stop);
            if (!sent)
                return sent;
            requests += *sent;
            inputs = more;
        }
    }
    return requests;
}

Result<int> Associations::readPart(const QString &from, const QString &to, const QJsonArray &inputs, Links &links,
                                   QJsonArray &more, std::stop_token stop)
{
    const QString about = tr("The links from %1 to %2").arg(from, to);
    const auto answer = m_api.ask(m_api.associations(from, to, "/batch/read"), {{u"inputs"_s, inputs}}, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView results = answer->root()["results"];
    if (!answer->isSuccess() || !results.isArray())
        return failure(m_api.refusal(*answer, about));
    for (const JsonView error : answer->root()["errors"]) {
        const Refusal refusal = readRefusal(error); // "there are none" is told as an error by some versions
        if (kindOf(refusal, 207) != ErrorKind::NotFound && !error["subCategory"].text().contains("NO_ASSOCIATIONS"_L1)
            && !refusal.category.contains("NO_ASSOCIATIONS"_L1))
            return failure(m_api.refusal(refusal, answer->response.status, about));
    }
    for (const JsonView result : results) {
        const QString id = result["from"]["id"].text();
        links[id] += idsIn(result["to"]);
        links[id].removeDuplicates();
        const QString after = result["paging"]["next"]["after"].text();
        if (!after.isEmpty())
            more.append(QJsonObject{{u"id"_s, id}, {u"after"_s, after}});
    }
    return 1;
}

Result<void> Associations::change(const ObjectKind &kind, const AssociationField &field, const QString &id,
                                  const QStringList &added, const QStringList &removed, std::stop_token stop)
{
    const QString from = kind.entity(), to = QString::fromLatin1(field.to);
    const QString about = tr("The links of record %1 of %2").arg(id, from);
    if (!removed.isEmpty()) {
        QJsonArray others;
        for (const QString &other : removed)
            others.append(idObject(other));
        auto done = send(m_api.associations(from, to, "/batch/archive"), {{u"from"_s, idObject(id)}, {u"to"_s, others}},
                         about, stop);
        if (!done)
            return done;
    }
    for (const QString &other : added) {
        auto done = send(m_api.associations(from, to, "/batch/associate/default"),
                         {{u"from"_s, idObject(id)}, {u"to"_s, idObject(other)}}, about, stop);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Associations::send(const QByteArray &path, const QJsonObject &input, const QString &about,
                                std::stop_token stop)
{
    const auto answer = m_api.change(path, {{u"inputs"_s, QJsonArray{input}}}, stop);
    if (!answer)
        return failure(answer.error());
    if (answer->isSuccess() && answer->root()["errors"].size() == 0)
        return {};
    const JsonView first = answer->root()["errors"].at(0);
    Error error = answer->isSuccess() ? m_api.refusal(readRefusal(first), answer->response.status, about)
                                      : m_api.refusal(*answer, about);
    error.outcomeUnknown = answer->response.status >= 500;
    return failure(std::move(error));
}

} // namespace syncline::connectors::hubspot
