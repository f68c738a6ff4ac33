#pragma once

#include "connectors/activecampaign/kinds.h"
#include "connectors/activecampaign/packedvalues.h"
#include "connectors/common/wirevalues.h"
#include "foundation/json.h"

#include <QHash>

#include <memory>
#include <string>
#include <vector>

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

/// Reads rows of one kind: what is the same for all of them is found out once. The entity must live as long.
class RowDecoder
{
public:
    RowDecoder(const Kind &kind, const RemoteEntity &entity, const QStringList &fields);
    /// The fields asked for that the row and what stands beside it tell.
    Result<RemoteRecord> record(JsonView row, const Beside &beside) const;

private:
    /// Where a field's value is, and how it is written there.
    enum class Source {
        Plain,
        Reference,
        Money,
        Currency,
        DealStatus,
        Constant,
        FullName,
        About,
        Custom, ///< from here on beside the row
        Tags,
        Lists,
        Account,
        JobTitle,
        AccountName
    };
    struct Column
    {
        const RemoteField *field;
        std::string key; ///< in the row
        Source source;
    };
    static Source sourceOf(const RemoteField &field);
    static Value valueIn(const Column &column, JsonView row, const QString &id, const Beside &beside);
    static Value besideValue(const Column &column, const QString &id, const Beside &beside);
    static Value aboutValue(const RemoteField &field, JsonView row);

    const RemoteEntity &m_entity;
    std::vector<Column> m_columns;
    std::string m_createdKey, m_modifiedKey;
};

} // namespace syncline::connectors::activecampaign
