#include "connectors/hubspot/hubspotdeletions.h"

#include "connectors/hubspot/hubspotdecoding.h"
#include "connectors/hubspot/hubspotobjects.h"
#include "connectors/hubspot/hubspotsearch.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::hubspot {

namespace {

using std::chrono::milliseconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::hubspot::Deletions", text);
}

class Feed
{
public:
    Feed(Api &api, const QString &entity, std::stop_token stop) : m_api(api), m_entity(entity), m_stop(std::move(stop))
    {
    }

    /// Where a feed begins that nobody has read yet: now, by the server's clock.
    Result<DeletedFeed> begin()
    {
        return page({}, 1).map([&](const Answer &) { return std::move(m_feed); });
    }

    Result<DeletedFeed> since(milliseconds time)
    {
        if (auto done = addArchived(time); !done)
            return failure(done.error());
        if (auto done = addMerged(time); !done)
            return failure(done.error());
        return std::move(m_feed);
    }

private:
    Result<Answer> page(const QString &after, int limit)
    {
        QByteArray query = "archived=true&limit=" + QByteArray::number(limit);
        if (!after.isEmpty())
            query += "&after=" + encodeComponent(after);
        auto answer = m_api.get(m_api.objects(m_entity), query, m_stop);
        if (answer && (!answer->isSuccess() || !answer->root()["results"].isArray()))
            return failure(m_api.refusal(*answer, tr("The recycle bin of %1").arg(m_entity)));
        if (answer && m_feed.nextCursor.isEmpty() && answer->response.date())
            m_feed.nextCursor = isoInstant(*answer->response.date());
        return answer;
    }

    Result<void> addArchived(milliseconds time)
    {
        for (QString after;;) {
            const auto answer = page(after, largestPage);
            if (!answer)
                return failure(answer.error());
            for (const JsonView view : answer->root()["results"]) {
                const auto archived = instant(view["archivedAt"].text());
                if (!archived || *archived >= time)
                    m_feed.records.append({view["id"].text(), std::nullopt});
            }
            const QString next = answer->root()["paging"]["next"]["after"].text();
            if (next.isEmpty() || next == after)
                return {};
            after = next;
        }
    }

    /// A merge changes the record that stays, which then names the others; it may have got an id of its own.
    Result<void> addMerged(milliseconds time)
    {
        const QString modified = objectKind(m_entity)->modifiedProperty();
        const auto ids = searchAll(m_api, m_entity, Conditions().atLeast(modified, time).known(mergedProperty), m_stop);
        if (!ids)
            return failure(ids.error());
        for (qsizetype from = 0; from < ids->size(); from += largestPage) {
            if (auto done = addLosers(ids->mid(from, largestPage)); !done)
                return done;
        }
        return {};
    }

    Result<void> addLosers(const QStringList &winners)
    {
        QJsonArray inputs;
        for (const QString &id : winners)
            inputs.append(QJsonObject{{u"id"_s, id}});
        const QJsonObject body{{u"inputs"_s, inputs},
                               {u"properties"_s, QJsonArray{mergedProperty}},
                               {u"propertiesWithHistory"_s, QJsonArray()}};
        const auto answer = m_api.ask(m_api.objects(m_entity, "/batch/read"), body, m_stop);
        if (!answer)
            return failure(answer.error());
        if (!answer->isSuccess())
            return failure(m_api.refusal(*answer, tr("The merged records of %1").arg(m_entity)));
        for (const JsonView view : answer->root()["results"]) {
            const QString winner = view["id"].text();
            for (const QString &loser : mergedIds(view)) {
                if (loser != winner)
                    m_feed.records.append({loser, winner});
            }
        }
        return {};
    }

    static constexpr int largestPage = 100;

    Api &m_api;
    const QString m_entity;
    const std::stop_token m_stop;
    DeletedFeed m_feed;
};

} // namespace

Result<DeletedFeed> deletedRecords(Api &api, const QString &entity, const std::optional<QString> &cursor,
                                   const Capabilities &capabilities, std::stop_token stop)
{
    Feed feed(api, entity, std::move(stop));
    const auto since = cursor ? instant(*cursor) : std::nullopt;
    return since ? feed.since(*since - capabilities.overlap) : feed.begin();
}

} // namespace syncline::connectors::hubspot
