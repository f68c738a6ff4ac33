#pragma once

#include "connectors/api/connector.h"

/// The kinds of records that are synced, as data.
namespace syncline::connectors::activecampaign {

/// Where the values of custom fields come from.
enum class CustomValues {
    None,
    OfContacts, ///< fieldValues, joined by the contact
    OfAccounts, ///< accountCustomFieldData, joined by accountId
    OfDeals,    ///< dealCustomFieldData, joined by dealId
};

/// How all records of a kind are read.
enum class Walk {
    ById,      ///< behind an id, with filters by time; ids can be asked for together
    SinceTime, ///< by offset, with filters by time
    Whole,     ///< by offset, everything each time
};

struct Kind
{
    QString entity; ///< "contacts": the path, and the key of its lists
    QString one;    ///< "contact": the key of one record
    QString hubEntity;
    CustomValues custom = CustomValues::None;
    Walk walk = Walk::Whole;
    QString createdKey, modifiedKey;
    QString keyField = {}; ///< the field that no two records share; "" for none
};

const QList<Kind> &kinds(); ///< those that others refer to come first
const Kind *findKind(const QString &entity);
QString labelOf(const Kind &kind);
/// The built-in fields: there is no describe for them. Options are added by the account's metadata.
QList<RemoteField> standardFields(const Kind &kind);

/// Where the value of a built-in field comes from, by nativeType; every other is a column of its own name.
namespace native {
inline const QString accountLink = QStringLiteral("account link");
inline const QString accountName = QStringLiteral("account name");
inline const QString jobTitle = QStringLiteral("job title");
inline const QString tags = QStringLiteral("tags");
inline const QString lists = QStringLiteral("lists");
inline const QString money = QStringLiteral("money");
inline const QString currency = QStringLiteral("currency code");
inline const QString dealStatus = QStringLiteral("deal status");
inline const QString fullName = QStringLiteral("full name");
inline const QString constant = QStringLiteral("constant");
/// What a note or task is about, where that is of one kind: "about Deal".
inline const QString about = QStringLiteral("about ");
} // namespace native

/// Custom fields are named by their ids: titles and personalisation tags can be edited and be the same twice.
QString customFieldName(const QString &id);      ///< "field_12"
QString customFieldId(const RemoteField &field); ///< "" for every other field

} // namespace syncline::connectors::activecampaign
