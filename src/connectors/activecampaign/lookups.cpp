#include "connectors/activecampaign/reading.h"
#include "connectors/activecampaign/refusals.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::ActiveCampaign", text);
}

/// How ActiveCampaign compares: without case.
QString folded(const QString &text)
{
    return text.trimmed().toCaseFolded();
}

} // namespace

Result<QList<LookUp>> Reading::byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    QMap<QString, RemoteRecord> found;
    if (m_kind.walk == Walk::ById) {
        const auto records = contactsWithIds(ids, fields, stop);
        if (!records)
            return failure(records.error());
        for (const RemoteRecord &record : *records)
            found.insert(record.id, record);
    }
    // A list leaves out what it does not show, for whatever reason; only the record's own address tells why.
    QStringList alone;
    for (const QString &id : ids) {
        if (!found.contains(id) && idNumber(id) > 0)
            alone.append(id);
    }
    const auto looks = eachAlone(alone, fields, stop);
    if (!looks)
        return failure(looks.error());
    QList<LookUp> all;
    for (const QString &id : ids) {
        if (found.contains(id))
            all.append({id, Presence::Found, found.value(id), {}});
        else if (const auto at = alone.indexOf(id); at >= 0)
            all.append(looks->at(at));
        else
            all.append({id, Presence::NotFound, {}, {}});
    }
    return all;
}

Result<QList<RemoteRecord>> Reading::contactsWithIds(const QStringList &ids, const QStringList &fields,
                                                     std::stop_token stop)
{
    QStringList numbers;
    std::ranges::copy_if(ids, std::back_inserter(numbers), [](const QString &id) { return idNumber(id) > 0; });
    QList<RemoteRecord> all;
    for (qsizetype from = 0; from < numbers.size(); from += m_capabilities.readBatch) {
        Query query = listQuery(fields);
        query.first().second = QString::number(m_capabilities.readBatch);
        for (const QString &id : numbers.mid(from, m_capabilities.readBatch))
            query.append({u"ids[]"_s, id});
        const auto answer = m_api.list(m_api.get("/contacts", query), "contacts", listName(), stop);
        if (!answer)
            return failure(answer.error());
        const auto records = decoded(*answer, fields, stop);
        if (!records)
            return failure(records.error());
        all.append(*records);
    }
    return all;
}

Result<QList<LookUp>> Reading::eachAlone(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &id : ids)
        requests << m_api.get('/' + m_kind.entity.toLatin1() + '/' + id.toLatin1(), customQuery(fields));
    const auto answers = m_api.sendAll(requests, stop);
    QList<LookUp> looks;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        auto look = lookUp(ids[i], *answers[std::size_t(i)], fields, stop);
        if (!look)
            return failure(look.error());
        looks.append(std::move(*look));
    }
    return looks;
}

Result<LookUp> Reading::lookUp(const QString &id, const Answer &answer, const QStringList &fields, std::stop_token stop)
{
    LookUp look{id, Presence::Unknown, {}, {}};
    const JsonView row = answer.root()[m_kind.one.toStdString()];
    if (!answer.isSuccess() || !row.isObject()) {
        look.error = m_api.refusal(answer, tr("Record %1 of %2 in %3").arg(id, m_entity.name, m_api.host()));
        if (saysNoResult(answer.response.body))
            look.presence = Presence::NotFound;
        else if (answer.response.status == 403 && answer.isJson)
            look.presence = Presence::Forbidden;
        else
            look.error.kind = ErrorKind::Server;
        return look;
    }
    const auto beside = m_kind.custom == CustomValues::OfContacts
        ? m_belongings.ofContacts(m_entity, needs(fields), {id}, answer.root(), false, stop)
        : m_belongings.ofRecords(m_kind, m_entity, needs(fields), {id}, answer.root(), Extent::One, stop);
    if (!beside)
        return failure(beside.error());
    auto record = RowDecoder(m_kind, m_entity, fields).record(row, *beside);
    if (!record)
        return failure(record.error());
    look.presence = Presence::Found;
    look.record = std::move(*record);
    return look;
}

Result<QList<RemoteRecord>> Reading::byKey(const QString &field, const QStringList &values, const QStringList &fields,
                                           std::stop_token stop)
{
    if (m_kind.keyField.isEmpty() || field != m_kind.keyField) {
        return failure(ErrorKind::Usage, tr("%1 in ActiveCampaign cannot be searched by %2.").arg(m_entity.name, field),
                       m_kind.keyField.isEmpty() ? QString() : tr("Choose %1 as the match key.").arg(m_kind.keyField));
    }
    QStringList wanted;
    for (const QString &value : values) {
        const auto isSame = [&](const QString &other) { return folded(other) == folded(value); };
        if (!value.trimmed().isEmpty() && std::ranges::none_of(wanted, isSame))
            wanted.append(value.trimmed());
    }
    return m_kind.walk == Walk::ById ? contactsWithAddress(wanted, fields, std::move(stop))
                                     : accountsNamed(wanted, fields, std::move(stop));
}

Result<QList<RemoteRecord>> Reading::contactsWithAddress(const QStringList &addresses, const QStringList &fields,
                                                         std::stop_token stop)
{
    QList<HttpRequest> requests;
    for (const QString &address : addresses)
        requests << m_api.get("/contacts", listQuery(fields) + Query{{u"email"_s, address}});
    QList<RemoteRecord> found;
    const QStringList asked = fields.contains(u"email"_s) ? fields : fields + QStringList{u"email"_s};
    const auto answers = m_api.sendAll(requests, stop);
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        if (!answers[std::size_t(i)])
            return failure(answers[std::size_t(i)].error());
        if (!answers[std::size_t(i)]->isSuccess() || !answers[std::size_t(i)]->root()["contacts"].isArray())
            return failure(m_api.refusal(*answers[std::size_t(i)], listName()));
        const auto records = decoded(*answers[std::size_t(i)], asked, stop);
        if (!records)
            return failure(records.error());
        for (RemoteRecord record : *records) { // a filter that is not understood is ignored
            if (folded(record.fields.value(u"email"_s).text()) != folded(addresses[i]))
                continue;
            if (!fields.contains(u"email"_s))
                record.fields.remove(u"email"_s);
            found.append(record);
        }
    }
    return found;
}

/// The search finds every name that contains the words.
Result<QList<RemoteRecord>> Reading::accountsNamed(const QStringList &names, const QStringList &fields,
                                                   std::stop_token stop)
{
    QStringList ids;
    for (const QString &name : names) {
        const auto take = [&](const QList<JsonView> &rows, const Answer &) -> Result<void> {
            for (const JsonView row : rows) {
                if (folded(row["name"].text()) == folded(name) && !ids.contains(row["id"].text()))
                    ids.append(row["id"].text());
            }
            return {};
        };
        if (auto done = m_api.each("/accounts", {{u"search"_s, name}}, take, stop); !done)
            return failure(done.error());
    }
    const auto looks = eachAlone(ids, fields, stop);
    if (!looks)
        return failure(looks.error());
    QList<RemoteRecord> found;
    for (const LookUp &look : *looks) {
        if (look.presence == Presence::Found)
            found.append(look.record);
    }
    return found;
}

} // namespace syncline::connectors::activecampaign
