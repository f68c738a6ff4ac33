#pragma once

#include "core/workspace/store.h"

namespace syncline::core {

struct RecipeRow
{
    QString name;
    QByteArray document; ///< the recipe's file
    QMap<QString, QString> settings;
    Millis appliedAt = 0;
};

struct FollowUpRow
{
    qint64 nr = 0;
    Millis dueAt = 0;
    QString recipe, kind, step, event;
    QByteArray body;                ///< of the event
    QMap<QString, QString> records; ///< step name -> hub id
    QString state;                  ///< waiting, failed
    QString problem;
};

/// Recipes, the events that were carried out, and the steps that wait. Belongs to the thread of its Database.
class RecipeStore
{
public:
    explicit RecipeStore(Database &database) : m_db(database) {}

    Result<QList<RecipeRow>> all();
    Result<void> put(const RecipeRow &row);
    Result<void> remove(const QString &name);

    Result<QString> recordOf(const QString &entity, const QString &field, const QString &value); ///< "" for none
    Result<void> remember(const QString &entity, const QString &field, const QString &value, const QString &hub);

    /// The hub records that the event changed; nullopt: it was not carried out yet.
    Result<std::optional<QStringList>> carriedOut(const QString &event);
    Result<void> addEvent(const QString &event, const QString &kind, Millis at, const QStringList &hubs);

    Result<void> addFollowUp(const FollowUpRow &row);
    Result<QList<FollowUpRow>> due(Millis now); ///< at most a hundred
    Result<QList<FollowUpRow>> open();
    Result<void> removeFollowUp(qint64 nr);
    Result<void> failFollowUp(qint64 nr, const QString &problem);

private:
    Database &m_db;
};

} // namespace syncline::core
