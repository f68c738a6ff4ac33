#include "connectors/mautic/mauticmemberships.h"

#include "connectors/mautic/mauticquery.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

constexpr int rowsPerPage = 1000;

struct Table
{
    const char *field;
    const char *name;
    const char *column;
};

constexpr Table tables[] = {
    {"companies", "companies_leads", "company_id"},
    {"segments", "lead_lists_leads", "leadlist_id"},
    {"campaigns", "campaign_leads", "campaign_id"},
};

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::Memberships", text);
}

const Table *tableOf(const RemoteField &field)
{
    const QString kind = nativeTypeOf(field).name;
    const auto table = std::ranges::find_if(
        tables, [&](const Table &one) { return kind == QLatin1StringView(one.field) && field.name == kind; });
    return table == std::end(tables) ? nullptr : table;
}

} // namespace

bool isMembership(const RemoteField &field)
{
    return tableOf(field) != nullptr;
}

Result<std::optional<QList<Memberships::Row>>> Memberships::rows(const QByteArray &table, const QStringList &contacts,
                                                                 std::stop_token stop)
{
    const auto column = std::ranges::find_if(tables, [&](const Table &one) { return table == one.name; })->column;
    QList<Row> all;
    for (int start = 0;; start += rowsPerPage) {
        ListQuery query;
        query.where({u"lead_id"_s, Operator::In, contacts.join(u',')})
            .set(u"order[0][col]"_s, u"lead_id"_s)
            .set(u"order[0][dir]"_s, u"ASC"_s)
            .set(u"order[1][col]"_s, QString::fromLatin1(column))
            .set(u"order[1][dir]"_s, u"ASC"_s)
            .set(u"start"_s, QString::number(start))
            .set(u"limit"_s, QString::number(rowsPerPage));
        const auto answer = m_api.get("/stats/" + table, query.encoded(), stop);
        if (!answer)
            return failure(answer.error());
        if (answer->response.status == 403)
            return std::nullopt;
        const JsonView list = answer->root()["stats"];
        if (!answer->response.isSuccess() || (!list.isArray() && !list.isObject()))
            return failure(
                m_api.refusal(*answer, tr("The table %1 of %2").arg(QString::fromLatin1(table), m_api.site())));
        for (const JsonView row : list) {
            if (row["manually_removed"].text() != "1"_L1)
                all.append({row["lead_id"].text(), row[column].text(), row["is_primary"].text() == "1"_L1});
        }
        if (list.size() < rowsPerPage)
            return all;
    }
}

Result<void> Memberships::fill(const RemoteEntity &entity, const QStringList &fields, QList<RemoteRecord> &records,
                               std::stop_token stop)
{
    QStringList contacts;
    for (const RemoteRecord &record : std::as_const(records))
        contacts << record.id;
    for (const RemoteField &field : entity.fields) {
        const Table *table = fields.contains(field.name) ? tableOf(field) : nullptr;
        if (!table || contacts.isEmpty())
            continue;
        const auto read = rows(table->name, contacts, stop);
        if (!read)
            return failure(read.error());
        if (!*read)
            continue;
        QMap<QString, Value::Items> groups;
        for (const Row &row : **read) {
            const QString group = field.type == FieldType::Refs ? row.group : nameOfId(field, row.group);
            if (!group.isEmpty())
                groups[row.contact].append({group, {}, row.isPrimary});
        }
        for (RemoteRecord &record : records) {
            Value::Items items = groups.value(record.id);
            std::ranges::sort(items, {}, &ListItem::value);
            const Value list = items.isEmpty() ? Value::null() : Value::list(items);
            record.fields.insert(field.name, field.type == FieldType::Refs ? list : Value::set(list.members()));
        }
    }
    return {};
}

QList<MembershipChange> membershipChanges(const RemoteField &field, const Value &wanted, const Value &before)
{
    QList<MembershipChange> changes;
    const auto add = [&](const QString &name, bool isJoining) {
        const QString id = idOfName(field, name);
        if (!id.isEmpty())
            changes.append({field.name, '/' + field.name.toLatin1() + '/' + id.toLatin1(), isJoining});
    };
    for (const QString &name : wanted.members()) {
        if (!before.members().contains(name))
            add(name, true);
    }
    for (const QString &name : before.members()) {
        if (!wanted.members().contains(name))
            add(name, false);
    }
    return changes;
}

} // namespace syncline::connectors::mautic
