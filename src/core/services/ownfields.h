#pragma once

#include "core/services/session.h"

namespace syncline::core {

/// The fields that a workspace has beside the built-in ones, so that a CRM's custom fields reach the others. Keys start
/// with "x_". Belongs to its session's thread. Programs that have the workspace open see a change when they open it next.
class OwnFields
{
public:
    struct Row
    {
        QString entity;
        HubFieldDef field;
    };
    explicit OwnFields(Session &session) : m_session(session) {}

    QList<Row> list() const;
    /// Error kind Usage: the key, the type or the entity is not possible, or there is such a field.
    Result<void> add(const QString &entity, const HubFieldDef &field);
    /// Only while nothing uses it: no mapping, and no record has a value.
    Result<void> remove(const QString &entity, const QString &key);
    /// Adds those of HubSchema::ownToJson() that are missing. A field of the same key and another type is an error (Usage).
    Result<QStringList> adopt(const QJsonArray &own);

    /// A key for a field with this label: "Partner code (new)" gives x_partner_code_new.
    static QString keyFor(const QString &label);

private:
    Result<void> refuseUsed(const QString &entity, const QString &key);
    Session &m_session;
};

} // namespace syncline::core
