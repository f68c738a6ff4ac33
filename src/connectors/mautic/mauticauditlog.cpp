#include "connectors/mautic/mauticauditlog.h"

#include "connectors/mautic/mauticdecoding.h"
#include "connectors/mautic/mauticquery.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

constexpr int rowsPerPage = 500;
/// The row of a merge stands before the row of the delete that it causes, with other people's rows in between.
constexpr qint64 rowsBetweenMergeAndDelete = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::mautic::AuditLog", text);
}

struct Row
{
    qint64 id = 0;
    QString objectId;
    QByteArray details;
};

/// An unknown or barred table is answered with the list of tables, not with an error.
Result<QList<Row>> rowsOf(Api &api, const ListQuery &query, std::stop_token stop)
{
    const auto answer = api.get("/stats/audit_log", query.encoded(), stop);
    if (!answer)
        return failure(answer.error());
    const QString about = tr("The audit log of %1").arg(api.site());
    const JsonView stats = answer->root()["stats"];
    if (!answer->response.isSuccess())
        return failure(api.refusal(*answer, about));
    if (!stats.isArray() && !stats.isObject()) {
        return failure(ErrorKind::NotFound, tr("%1 is not available.").arg(about),
                       tr("Deletions are found by comparing complete lists instead."));
    }
    QList<Row> rows;
    for (const JsonView row : stats) {
        const auto details = row["details"].utf8();
        rows.append({row["id"].text().toLongLong(), row["object_id"].text(),
                     QByteArray(details.data(), qsizetype(details.size()))});
    }
    return rows;
}

Result<QList<Row>> rowsBehind(Api &api, Object object, const QString &action, qint64 last, std::stop_token stop)
{
    QList<Row> all;
    for (;;) {
        ListQuery query;
        query.where({u"object"_s, Operator::Equal, auditName(object)})
            .where({u"action"_s, Operator::Equal, action})
            .where({u"id"_s, Operator::Greater, QString::number(last)})
            .set(u"order[0][col]"_s, u"id"_s)
            .set(u"order[0][dir]"_s, u"ASC"_s)
            .set(u"limit"_s, QString::number(rowsPerPage));
        const auto rows = rowsOf(api, query, stop);
        if (!rows)
            return failure(rows.error());
        const qint64 before = last;
        for (const Row &row : *rows) {
            if (row.id <= before) {
                return failure(ErrorKind::Server, tr("The audit log of %1 does not count upwards.").arg(api.site()),
                               tr("Deletions are found by comparing complete lists instead."));
            }
            last = std::max(last, row.id);
            all.append(row);
        }
        if (rows->size() < rowsPerPage)
            return all;
    }
}

Result<DeletedFeed> fromNowOn(Api &api, std::stop_token stop)
{
    ListQuery query;
    query.set(u"order[0][col]"_s, u"id"_s).set(u"order[0][dir]"_s, u"DESC"_s).set(u"limit"_s, u"1"_s);
    const auto rows = rowsOf(api, query, stop);
    if (!rows)
        return failure(rows.error());
    return DeletedFeed{{}, QString::number(rows->isEmpty() ? 0 : rows->first().id)};
}

/// One value of serialize() at `at`, which moves behind it; false where this is no value that is understood.
bool takeScalar(const QByteArray &text, qsizetype &at, QByteArray &value)
{
    const char type = at < text.size() ? text[at] : '\0';
    if (type == 'N') {
        at += 2;
        value.clear();
        return true;
    }
    const qsizetype colon = text.indexOf(':', at + 2);
    if (type == 's') {
        const qsizetype length = colon < 0 ? -1 : text.mid(at + 2, colon - at - 2).toLongLong();
        if (length < 0 || length > text.size() - colon - 4)
            return false;
        value = text.mid(colon + 2, length);
        at = colon + 2 + length + 2; // quote and semicolon
        return true;
    }
    const qsizetype end = text.indexOf(';', at);
    if ((type != 'i' && type != 'b' && type != 'd') || end < 0)
        return false;
    value = text.mid(at + 2, end - at - 2);
    at = end + 1;
    return true;
}

} // namespace

std::optional<qint64> serializedNumber(const QByteArray &text, const QByteArray &key)
{
    qsizetype at = text.indexOf('{') + 1;
    if (!text.startsWith("a:") || at == 0)
        return std::nullopt;
    QByteArray name, value;
    while (takeScalar(text, at, name) && takeScalar(text, at, value)) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (name == key)
            return isNumber ? std::optional(number) : std::nullopt;
    }
    return std::nullopt;
}

Result<DeletedFeed> deletedRecords(Api &api, Object object, const std::optional<QString> &cursor, std::stop_token stop)
{
    bool isNumber = false;
    const qint64 last = cursor.value_or(QString()).toLongLong(&isNumber);
    if (!isNumber)
        return fromNowOn(api, stop);
    // Deletes first: the merge behind every one of them is in the log already then.
    const auto deletes = rowsBehind(api, object, u"delete"_s, last, stop);
    if (!deletes)
        return failure(deletes.error());
    DeletedFeed feed{{}, deletes->isEmpty() ? *cursor : QString::number(deletes->last().id)};
    if (deletes->isEmpty())
        return feed;
    const auto merges = rowsBehind(api, object, u"merge"_s, std::max<qint64>(0, last - rowsBetweenMergeAndDelete),
                                   stop);
    if (!merges)
        return failure(merges.error());
    QMap<QString, QString> winners;
    for (const Row &row : *merges) {
        if (const auto winner = serializedNumber(row.details, "merged_into"))
            winners.insert(row.objectId, QString::number(*winner));
    }
    for (const Row &row : *deletes) {
        const auto winner = winners.constFind(row.objectId);
        feed.records.append({row.objectId, winner == winners.constEnd() ? std::nullopt : std::optional(*winner)});
    }
    return feed;
}

} // namespace syncline::connectors::mautic
