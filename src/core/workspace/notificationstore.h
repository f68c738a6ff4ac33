#pragma once

#include "core/workspace/database.h"
#include "core/workspace/rows.h"

namespace syncline::core {

/// What was told, what is to be told to whom, and where that is. Belongs to the thread of its Database.
class NotificationStore
{
public:
    explicit NotificationStore(Database &database) : m_db(database) {}

    struct Channel
    {
        QString id, kind, name;
        bool enabled = true;
        QJsonObject document;
    };
    Result<QList<Channel>> channels(); ///< by name
    Result<void> saveChannel(const Channel &channel);
    Result<void> removeChannel(const QString &id); ///< with what waits for it

    struct State
    {
        QString topic, state;
        Millis since = 0;
        std::optional<Millis> toldAt;
    };
    Result<QList<State>> states();
    Result<void> saveState(const State &state);

    struct Told
    {
        QString id;
        Millis at = 0;
        QString event;
        int severity = 0;
        bool seen = false;
        QJsonObject document;
    };
    Result<void> add(const Told &told);
    Result<std::optional<Told>> get(const QString &id);
    Result<QList<Told>> latest(int limit); ///< newest first
    Result<int> countUnseen();
    Result<void> setAllSeen();
    Result<void> forgetBefore(Millis at);

    struct Delivery
    {
        QString notification, channel;
        int attempts = 0;
        Millis dueAt = 0;
        QString state = QStringLiteral("waiting"); ///< waiting, sent, failed
        QString problem;
    };
    Result<QList<Delivery>> due(Millis now, int limit);
    Result<void> saveDelivery(const Delivery &delivery);
    /// The newest that did not arrive; nothing where the newest did.
    Result<std::optional<Delivery>> lastProblem(const QString &channel);

private:
    Database &m_db;
};

} // namespace syncline::core
