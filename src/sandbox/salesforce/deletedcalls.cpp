#include "sandbox/salesforce/calls.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

constexpr qint64 day = 86'400;
constexpr qint64 lag = 5; ///< how far what is covered stays behind

/// What start and end name, in seconds.
struct Span
{
    qint64 start = 0, end = 0;
};

std::optional<qint64> timeIn(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

std::optional<Span> spanOf(const Call &call, qint64 now, qint64 oldest)
{
    const auto start = timeIn(call.value(u"start"_s)), end = timeIn(call.value(u"end"_s));
    if (!start || !end || *end - *start < 60 || *start < now - oldest)
        return std::nullopt;
    return Span{*start - *start % 60, *end}; // seconds of the start are not looked at
}

Response badSpan()
{
    return troubleReply({400, u"INVALID_REPLICATION_DATE"_s,
                         u"startDate and endDate must be at least a minute apart and not too long ago"_s});
}

} // namespace

Response deletedAnswer(Org org, const Table &table, const Call &call)
{
    const qint64 now = org.store.now();
    const auto span = spanOf(call, now, 15 * day);
    if (!span)
        return badSpan();
    const qint64 covered = std::min(span->end, now - lag);
    QJsonArray list;
    const auto add = [&](const QString &id, qint64 at) {
        if (at >= span->start && at <= span->end)
            list.append(QJsonObject{{u"id"_s, id}, {u"deletedDate"_s, timeText(at)}});
    };
    for (const auto &[id, record] : table.records) {
        if (record.deleted != 0)
            add(id, record.deleted);
    }
    for (auto it = table.erased.begin(); it != table.erased.end(); ++it)
        add(it.key(), *it);
    return jsonReply(QJsonObject{{u"deletedRecords"_s, list},
                                 {u"earliestDateAvailable"_s, timeText(now - 15 * day)},
                                 {u"latestDateCovered"_s, timeText(covered)}});
}

Response updatedAnswer(Org org, const Table &table, const Call &call)
{
    const qint64 now = org.store.now();
    const auto span = spanOf(call, now, 30 * day);
    if (!span)
        return badSpan();
    QJsonArray ids;
    for (const auto &[id, record] : table.records) {
        if (record.deleted == 0 && record.modified >= span->start && record.modified <= span->end)
            ids.append(id);
    }
    return jsonReply(QJsonObject{{u"ids"_s, ids}, {u"latestDateCovered"_s, timeText(std::min(span->end, now - lag))}});
}

} // namespace syncline::sandbox::salesforce
