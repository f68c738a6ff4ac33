#include "connectors/hubspot/hubspotowners.h"

#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

const QString nameField = u"full_name"_s, emailField = u"email"_s, activeField = u"active"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Owners", text);
}

RemoteField field(const QString &name, const QString &label, FieldType type)
{
    RemoteField made;
    made.name = name;
    made.label = label;
    made.type = type;
    made.readOnly = true;
    return made;
}

RemoteRecord recordOf(JsonView owner, const QStringList &fields)
{
    const QString name = QString(owner["firstName"].text() + u' ' + owner["lastName"].text()).trimmed();
    const QMap<QString, Value> all{{nameField, name.isEmpty() ? Value::null() : Value::text(name)},
                                   {emailField, Value::text(owner["email"].text())},
                                   {activeField, Value::text(owner["archived"].toBool() ? u"false"_s : u"true"_s)}};
    RemoteRecord record;
    record.id = owner["id"].text();
    for (const QString &asked : fields) {
        if (all.contains(asked))
            record.fields.insert(asked, all.value(asked));
    }
    if (const auto modified = instant(owner["updatedAt"].text()))
        record.modifiedAt = std::chrono::floor<std::chrono::seconds>(*modified);
    return record;
}

} // namespace

RemoteEntity Owners::entity()
{
    return {ownersEntity,
            tr("Owners"),
            u"user"_s,
            {field(nameField, tr("Full name"), FieldType::Text), field(emailField, tr("E-mail"), FieldType::Email),
             field(activeField, tr("Active"), FieldType::Boolean)}};
}

Result<QList<RemoteRecord>> Owners::all(const QStringList &fields, std::stop_token stop)
{
    m_date.reset();
    QList<RemoteRecord> owners;
    for (const bool isArchive : {false, true}) {
        QString after;
        do {
            if (auto done = page(isArchive, after, fields, owners, stop); !done)
                return failure(done.error());
        } while (!after.isEmpty());
    }
    return owners;
}

Result<void> Owners::page(bool isArchive, QString &after, const QStringList &fields, QList<RemoteRecord> &owners,
                          std::stop_token stop)
{
    QByteArray query = isArchive ? "limit=100&archived=true" : "limit=100&archived=false";
    if (!after.isEmpty())
        query += "&after=" + encodeComponent(after);
    const auto answer = m_api.get(m_api.path("owners", {}), query, stop);
    if (!answer)
        return failure(answer.error());
    const JsonView results = answer->root()["results"];
    if (!answer->isSuccess() || !results.isArray())
        return failure(m_api.refusal(*answer, tr("The list of owners")));
    if (!m_date)
        m_date = answer->response.date();
    for (const JsonView owner : results)
        owners.append(recordOf(owner, fields));
    const QString next = answer->root()["paging"]["next"]["after"].text();
    after = next == after ? QString() : next;
    return {};
}

Result<ReadEnd> Owners::read(const ReadRequest &request, const PageSink &sink, std::stop_token stop)
{
    auto owners = all(request.fields, stop);
    if (!owners)
        return failure(owners.error());
    ReadEnd end;
    end.requests = 2;
    end.nextCursor = m_date ? isoInstant(*m_date) : QString();
    end.wasFull = true;
    if (request.onStart)
        request.onStart({end.nextCursor, owners->size()});
    if (auto taken = sink(std::move(*owners)); !taken)
        return failure(taken.error());
    return end;
}

Result<QList<LookUp>> Owners::byIds(const QStringList &ids, const QStringList &fields, std::stop_token stop)
{
    const auto owners = all(fields, stop);
    if (!owners)
        return failure(owners.error());
    QList<LookUp> looks;
    for (const QString &id : ids) {
        const auto found = std::ranges::find(*owners, id, &RemoteRecord::id);
        if (found == owners->end())
            looks.append({id, Presence::NotFound, {}, {}});
        else
            looks.append({id, Presence::Found, *found, {}});
    }
    return looks;
}

Result<QList<RemoteRecord>> Owners::byKey(const QString &key, const QStringList &values, const QStringList &fields,
                                          std::stop_token stop)
{
    auto owners = all(QStringList(fields) << key, stop);
    if (!owners)
        return owners;
    owners->removeIf([&](const RemoteRecord &owner) {
        return !values.contains(owner.fields.value(key).text(), Qt::CaseInsensitive);
    });
    return owners;
}

} // namespace syncline::connectors::hubspot
