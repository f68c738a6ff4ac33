#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// The rules of a workspace that keep it from harm, as its settings show them.
struct SafetyRules
{
    struct Entity
    {
        QString entity; ///< of the hub; mapped somewhere
        ConflictPolicy conflict = ConflictPolicy::Manual;
        DeletePolicy deletes = DeletePolicy::Ask;
        int ownFields = 0; ///< fields that have a conflict policy of their own
    };
    QList<Entity> entities;
    int guardCount = 0; ///< more deletes or clearings than this stop a run
    double guardPercent = 0;
    double changePercent = 0; ///< of the linked records: more changes than this stop a run
};

class Safety
{
public:
    explicit Safety(Session &session) : m_session(session) {}
    Result<SafetyRules> rules();
    Result<void> setConflict(const QString &entity, ConflictPolicy policy);
    Result<void> setDeletes(const QString &entity, DeletePolicy policy);
    /// For all entities that are mapped.
    Result<void> setGuard(int count, double percent);
    Result<void> setChangeGuard(double percent);

private:
    Result<void> setForAll(const QMap<QString, QString> &rules);
    Session &m_session;
};

} // namespace syncline::core
