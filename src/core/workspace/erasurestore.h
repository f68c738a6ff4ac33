#pragma once

#include "core/workspace/store.h"

namespace syncline::core {

/// People who were erased, and everything that a workspace knows of a person (P5). Belongs to the thread of its Database.
class ErasureStore
{
public:
    explicit ErasureStore(Database &database) : m_db(database) {}

    Result<bool> isAnybodyErased();
    /// When the person with this match key was erased; nullopt: never.
    Result<std::optional<Millis>> erasedAt(const QString &entity, const QString &matchKey);
    /// From now on this match key is not let in. `document`: what became of the records, without a value of the person.
    Result<void> remember(const QString &entity, const QString &matchKey, Millis at, const QString &actor,
                          const QJsonObject &document);

    // What holds a text, letters of either case being the same.
    Result<QList<HubRow>> hubsWith(const QString &entity, const QString &text);
    Result<QList<LinkKey>> strangersWith(const QString &entity, const QString &text);

    /// Takes every value of these records out of the workspace: records, links, journal, history, reviews, what plans were
    /// made from, and log lines that hold `text`. Their operations stay, as erased ones; remote records get a tombstone.
    Result<void> purge(const QStringList &hubs, const QList<LinkKey> &remotes, const QString &text, Millis at);
    /// Writes the file anew, so that no page of it holds what was taken out. Outside of a transaction.
    Result<void> rewriteFile();

private:
    Result<void> makeSalt();
    Result<QString> hashOf(const QString &entity, const QString &matchKey);

    Database &m_db;
};

} // namespace syncline::core
