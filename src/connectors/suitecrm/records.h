#pragma once

#include "connectors/suitecrm/modules.h"
#include "foundation/json.h"

#include <string>
#include <vector>

namespace syncline::connectors::suitecrm {

/// What is needed to read the records of one entity; worked out once for many records.
struct RecordShape
{
    /// \param fields to deliver; empty: all that the entity has
    /// \param user id of the sync's own user; "": unknown
    RecordShape(const RemoteEntity &entity, const QStringList &fields, QString user);

    struct Member
    {
        std::string key;
        const RemoteField *field = nullptr;
        Origin origin = Origin::Column;
    };
    QString entityName;
    std::vector<Member> members;
    QString ownUser;
};

/// One element of `data`; an error where it has no id.
Result<RemoteRecord> readRecord(const RecordShape &shape, const JsonView &data);
/// The list in `data`. Kind Server where it is missing: an answer that is no list is no empty list.
Result<QList<RemoteRecord>> readRecords(const RecordShape &shape, const JsonView &root);

/// The names to ask for: what is mapped and what the record's own dates and author need.
QString askedFields(const RemoteEntity &entity, const QStringList &fields);

} // namespace syncline::connectors::suitecrm
