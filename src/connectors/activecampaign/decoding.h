#pragma once

#include "connectors/activecampaign/kinds.h"
#include "connectors/activecampaign/packedvalues.h"
#include "connectors/common/wirevalues.h"
#include "foundation/json.h"

#include <QHash>

#include <memory>

namespace syncline::connectors::activecampaign {

/// Which account a contact belongs to.
struct AccountLink
{
    QString id; ///< of the link itself
    QString account, jobTitle;
};

/// What is told beside the records and joined by their ids.
struct Beside
{
    QHash<QString, QMap<QString, Value>> custom;   ///< record -> field -> value; nothing: no value
    std::shared_ptr<const PackedValues> allCustom; ///< instead, of every record
    QHash<QString, AccountLink> links;             ///< by contact
    QHash<QString, QMap<QString, QString>> tags;   ///< contact -> tag -> id of the link
    QHash<QString, QStringList> lists;             ///< contact -> lists that it is subscribed to
    QHash<QString, QString> tagNames, accountNames;
    bool hasCustom = false, hasLinks = false, hasTags = false, hasLists = false,
         hasAccountNames = false; ///< else *absent*
};

Value decodedValue(const RemoteField &field, JsonView value);
/// The value of a row of custom values.
Value decodedCustom(const RemoteField &field, JsonView value);
/// The fields asked for that the row and what stands beside it tell.
Result<RemoteRecord> decodedRecord(const Kind &kind, const RemoteEntity &entity, JsonView row, const Beside &beside,
                                   const QStringList &fields);

} // namespace syncline::connectors::activecampaign
