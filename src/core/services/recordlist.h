#pragma once

#include "core/services/recordtypes.h"
#include "core/services/session.h"

namespace syncline::core {

/// What people look for in the table of records.
struct RecordQuery
{
    enum class Order { Name, Email, Company, Changed };
    enum class State { Any, InSync, Conflict, Duplicate, Held, DeleteWaits, Waiting };
    QString entity = QStringLiteral("contact");
    QString text; ///< words, all of which the record must hold, in any value
    State state = State::Any;
    QString integration; ///< id: only those that stand there; "" for all
    Order order = Order::Name;
    bool descending = false;
    bool operator==(const RecordQuery &) const = default;
};

/// One line of the table.
struct RecordLine
{
    QString id, name, email, company, stage;
    QStringList systems; ///< names of the integrations where it stands
    RecordQuery::State state = RecordQuery::State::InSync;
    Millis changed = 0;
};

/// The records as a long list that is looked at through a window. open() lays the list out in the connection's own
/// temporary tables (no run waits for it); lines() then reads any part of it in the same short time. A session has one
/// open list; another open() replaces it.
class RecordList
{
public:
    explicit RecordList(Session &session) : m_session(session) {}

    /// The number of records that the query finds. The texts to sort and search by are made first; of a large workspace
    /// that was just opened this takes its time, which openSoon() does not.
    Result<int> open(const RecordQuery &query);
    struct Opening
    {
        int found = 0;
        bool isWhole = true; ///< false: prepare() until all is, then open again
    };
    /// What can be shown at once: records whose texts are there, in order, and behind them, where nothing is searched for,
    /// those without in the order in which they came.
    Result<Opening> openSoon(const RecordQuery &query);
    struct Prepared
    {
        QString upTo; ///< id; from there the next slice goes on
        int count = 0;
        bool isWhole = false;
    };
    /// Makes the texts of some more records that lack them or changed.
    Result<Prepared> prepare(const QString &entity, const QString &after);
    Result<QList<RecordLine>> lines(int first, int count);
    /// Place of a record in the open list; -1 where it is not in it.
    Result<int> indexOf(const QString &id);
    Result<QMap<QString, int>> countByEntity();
    /// Makes the names of all entities findable, for other lists that search by them.
    Result<void> prepareSearch();

private:
    Result<Prepared> prepare(const QString &entity, const QString &after, int most);
    Result<void> freshen(const QString &entity);
    Result<int> fill(const RecordQuery &query);

    Session &m_session;
};

/// The text as three words for the workspace's searches; "" finds everything.
QStringList searchWords(const QString &text);

} // namespace syncline::core
