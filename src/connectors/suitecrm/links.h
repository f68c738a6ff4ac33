#pragma once

#include "connectors/suitecrm/records.h"
#include "connectors/suitecrm/site.h"

/// Many-to-many links between records: neither delivered with a record nor written with it, and their changes move no
/// date (docs/crm/suitecrm.md, section 10).
namespace syncline::connectors::suitecrm {

/// The field of an entity that such links stand in; null for none, or if it is not among those asked for.
const RemoteField *linkField(const RemoteEntity &entity, const QStringList &fields);

class Links
{
public:
    Links(Site &site, const RemoteEntity &entity, const RemoteField &field)
        : m_site(site)
        , m_entity(entity)
        , m_field(field)
    {
    }

    /// Adds the linked records to the field's value, which holds the parent at most. A list that could not be read is
    /// an error: half of it would be a removal.
    Result<void> fill(QList<RemoteRecord> &records, std::stop_token stop);
    /// Errors of links that could not be made or taken away; outcomeUnknown where the answer was lost.
    Result<void> change(const QString &id, const QStringList &added, const QStringList &removed, std::stop_token stop);

private:
    QByteArray path(const QString &id) const;
    QString doing(const QString &id) const;
    Result<QStringList> rest(const QString &id, std::stop_token stop);

    Site &m_site;
    const RemoteEntity &m_entity;
    const RemoteField &m_field;
};

QString primaryOf(const Value &value); ///< "" for none
/// The value of a field of links: the parent is the primary.
Value linkedValue(const QStringList &ids, const QString &parent);

} // namespace syncline::connectors::suitecrm
