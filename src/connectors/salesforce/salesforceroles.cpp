#include "connectors/salesforce/salesforceroles.h"

#include "connectors/common/batches.h"
#include "connectors/salesforce/salesforceids.h"
#include "connectors/salesforce/salesforceobjects.h"
#include "connectors/salesforce/salesforcesoql.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

constexpr qsizetype largestCollection = 200;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::salesforce::ContactRoles", text);
}

QString about()
{
    return tr("The contacts of opportunities");
}

QJsonObject newRole(const QString &opportunity, const QString &contact)
{
    return {{u"attributes"_s, QJsonObject{{u"type"_s, contactRoleObject}}},
            {u"OpportunityId"_s, opportunity},
            {u"ContactId"_s, contact}};
}

} // namespace

Result<int> ContactRoles::read(const QStringList &opportunities, Roles &roles, std::stop_token stop)
{
    QStringList ids;
    for (const QString &id : opportunities)
        ids.append(quoted(id));
    int requests = 0;
    for (const QStringList &part : splitTexts(ids, largestCollection, longestList, lengthInAddress)) {
        const QString soql = select({u"Id"_s, u"OpportunityId"_s, u"ContactId"_s, u"IsPrimary"_s}, contactRoleObject,
                                    {u"OpportunityId IN "_s + listOf(part)});
        const auto end = m_api.query(
            {soql, about(), false},
            [&](JsonView rows) -> Result<void> {
                for (const JsonView row : rows) {
                    roles[longId(row["OpportunityId"].text())].append(
                        {longId(row["Id"].text()), longId(row["ContactId"].text()), row["IsPrimary"].toBool()});
                }
                return {};
            },
            stop);
        if (!end)
            return failure(end.error());
        if (end->wasCut) {
            return failure(ErrorKind::Server, tr("%1: Salesforce broke off its answer.").arg(about()),
                           tr("The next run tries again."));
        }
        requests += end->requests;
    }
    return requests;
}

Result<int> ContactRoles::fill(QList<RemoteRecord> &opportunities, std::stop_token stop)
{
    QStringList ids;
    for (const RemoteRecord &record : std::as_const(opportunities))
        ids.append(record.id);
    Roles roles;
    const auto requests = read(ids, roles, stop);
    if (!requests)
        return requests;
    for (RemoteRecord &record : opportunities) {
        QList<Role> mine = roles.value(record.id);
        std::ranges::sort(mine, {}, [](const Role &role) { return std::pair(!role.isPrimary, role.contact); });
        Value::Items items;
        for (const Role &role : std::as_const(mine)) {
            if (std::ranges::find(items, role.contact, &ListItem::value) == items.end())
                items.append({role.contact, {}, role.isPrimary});
        }
        record.fields.insert(contactsField, items.isEmpty() ? Value::null() : Value::list(items));
    }
    return requests;
}

void ContactRoles::apply(QList<Change> &changes, std::stop_token stop)
{
    add(changes, stop);
    remove(changes, stop);
}

void ContactRoles::add(QList<Change> &changes, std::stop_token stop)
{
    QList<Change *> owners;
    QList<QJsonObject> rows;
    for (Change &change : changes) {
        for (const QString &contact : std::as_const(change.added)) {
            owners.append(&change);
            rows.append(newRole(change.opportunity, contact));
        }
    }
    for (qsizetype from = 0; from < rows.size(); from += largestCollection) {
        QJsonArray records;
        for (const QJsonObject &row : rows.mid(from, largestCollection))
            records.append(row);
        const auto answer = m_api.change("POST", {{u"allOrNone"_s, false}, {u"records"_s, records}}, stop);
        read(answer, owners.mid(from, largestCollection));
    }
}

/// A role is taken away by its own id, which has to be asked for.
void ContactRoles::remove(QList<Change> &changes, std::stop_token stop)
{
    QStringList opportunities, ids;
    for (const Change &change : std::as_const(changes)) {
        if (!change.removed.isEmpty())
            opportunities.append(change.opportunity);
    }
    if (opportunities.isEmpty())
        return;
    Roles roles;
    const auto known = read(opportunities, roles, stop);
    QList<Change *> owners;
    for (Change &change : changes) {
        if (!known && !change.removed.isEmpty())
            change.error = known.error();
        for (const Role &role : roles.value(change.opportunity)) {
            if (change.removed.contains(role.contact)) {
                owners.append(&change);
                ids.append(role.id);
            }
        }
    }
    for (qsizetype from = 0; from < ids.size(); from += largestCollection)
        read(m_api.remove(ids.mid(from, largestCollection), stop), owners.mid(from, largestCollection));
}

void ContactRoles::read(const Result<Answer> &answer, const QList<Change *> &owners) const
{
    for (qsizetype i = 0; i < owners.size(); ++i) {
        Change &change = *owners[i];
        if (!answer) {
            change.error = answer.error();
        } else if (!answer->isSuccess() || !answer->root.isArray()) {
            change.error = m_api.refusal(*answer, about());
            change.error->outcomeUnknown = answer->response.status >= 500;
        } else if (const JsonView row = answer->root.at(int(i)); !row["success"].toBool()) {
            change.error = m_api.refusal(readRefusal(row["errors"]), answer->response.status,
                                         tr("The contacts of opportunity %1").arg(change.opportunity));
        }
        if (change.error)
            change.error->fields = {contactsField};
    }
}

} // namespace syncline::connectors::salesforce
