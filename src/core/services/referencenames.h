#pragma once

#include "core/services/session.h"

#include <QHash>

namespace syncline::core {

/// Fields that refer to other records hold ids; people read the names of those records.
class ReferenceNames
{
public:
    explicit ReferenceNames(Session &session) : m_session(session) {}
    /// Names in place of ids; an id that nothing is known by stays, and so does every value that refers to nothing.
    Result<Value> shown(const QString &entity, const QString &field, const Value &value);

    Result<QString> nameOf(const QString &id); ///< of a hub record; the id if nothing is known by it

private:
    Session &m_session;
    QHash<QString, QString> m_names; ///< by hub id
};

} // namespace syncline::core
