#include "connectors/suitecrm/links.h"

#include "connectors/suitecrm/answer.h"
#include "connectors/suitecrm/wiretext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

constexpr int linksPerPage = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

Query pageQuery(int number)
{
    return {{u"page[number]"_s, QString::number(number)},
            {u"page[size]"_s, QString::number(linksPerPage)},
            {u"sort"_s, u"id"_s}};
}

QStringList idsIn(const JsonView &data)
{
    QStringList ids;
    for (const JsonView item : data)
        ids << item["id"].text();
    return ids;
}

/// The link stands, or does not, as wanted: adding twice is harmless, and taking away twice is refused.
bool isSettled(const HttpResponse &answer, bool isRemoval)
{
    return answer.isSuccess() || (isRemoval && readRefusal(answer).detail.contains("not related"_L1));
}

} // namespace

const RemoteField *linkField(const RemoteEntity &entity, const QStringList &fields)
{
    for (const RemoteField &field : entity.fields) {
        if (originOf(field) == Origin::Links && (fields.isEmpty() || fields.contains(field.name)))
            return &field;
    }
    return nullptr;
}

QString primaryOf(const Value &value)
{
    const auto items = value.items();
    const auto it = std::ranges::find_if(items, &ListItem::primary);
    return it == items.end() ? QString() : it->value;
}

Value linkedValue(const QStringList &ids, const QString &parent)
{
    QStringList all = ids;
    if (!parent.isEmpty())
        all << parent;
    all.sort();
    all.removeDuplicates();
    Value::Items items;
    for (const QString &id : std::as_const(all))
        items.append({id, {}, id == parent});
    return items.isEmpty() ? Value::null() : Value::list(items);
}

QByteArray Links::path(const QString &id) const
{
    const QString link = m_field.nativeType.section(u'(', 1).chopped(1).section(u',', 0, 0);
    return "/module/" + m_entity.name.toLatin1() + '/' + encodeComponent(id) + "/relationships/" + link.toLatin1();
}

QString Links::doing(const QString &id) const
{
    return tr("%1 did not tell the links of %2 (%3).").arg(m_site.host(), m_entity.name, id);
}

Result<void> Links::fill(QList<RemoteRecord> &records, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const RemoteRecord &record : std::as_const(records))
        requests << m_site.get(path(record.id), pageQuery(1));
    const auto answers = m_site.sendAll(requests, stop);
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto document = successDocument(answers[i], doing(records[i].id));
        if (!document)
            return failure(document.error());
        QStringList ids = idsIn(document->root()["data"]);
        if (ids.size() >= linksPerPage) {
            const auto more = rest(records[i].id, stop);
            if (!more)
                return failure(more.error());
            ids << *more;
        }
        const Value shown = records[i].fields.value(m_field.name);
        const QString parent = shown.isText() ? shown.text() : primaryOf(shown);
        records[i].fields.insert(m_field.name, linkedValue(ids, parent));
    }
    return {};
}

/// The pages behind a full first page.
Result<QStringList> Links::rest(const QString &id, std::stop_token stop)
{
    QStringList all;
    for (int number = 2;; ++number) {
        const auto answer = m_site.send(m_site.get(path(id), pageQuery(number)), stop);
        const auto document = successDocument(answer, doing(id));
        if (!document)
            return failure(document.error());
        const QStringList ids = idsIn(document->root()["data"]);
        all << ids;
        if (ids.size() < linksPerPage)
            return all;
    }
}

Result<void> Links::change(const QString &id, const QStringList &added, const QStringList &removed,
                           std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &other : added)
        requests << m_site.write("POST", path(id), recordBody(m_field.refersTo, other, {}));
    for (const QString &other : removed)
        requests << m_site.write("DELETE", path(id) + '/' + encodeComponent(other));
    const auto answers = m_site.sendAll(requests, stop);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (!answers[i])
            return failure(answers[i].error());
        if (!isSettled(*answers[i], i >= added.size()))
            return failure(
                refusalError(readRefusal(*answers[i]),
                             tr("%1 did not change the links of %2 (%3).").arg(m_site.host(), m_entity.name, id)));
    }
    return {};
}

} // namespace syncline::connectors::suitecrm
