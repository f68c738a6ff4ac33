#pragma once

#include <QString>

#include <span>

namespace syncline::connectors::salesforce {

/// A kind of record in Salesforce that takes part in syncs.
struct ObjectKind
{
    const char *name;      ///< "Contact", the same in addresses and queries
    const char *hubEntity; ///< "contact"
    const char *keyPrefix; ///< the first three characters of every id of it
    bool merges = false;   ///< two records can be made one: the deleted one then names its master
    bool isReadOnly = false;

    QString entity() const { return QString::fromLatin1(name); }
    bool isActivity() const { return QLatin1StringView(hubEntity) == QLatin1StringView("activity"); }
};

std::span<const ObjectKind> objectKinds();
const ObjectKind *objectKind(const QString &entity); ///< nullptr for another one
/// By the beginning of an id: what a reference to several kinds of records points to.
const ObjectKind *objectKindOfId(const QString &id);

inline const QString modifiedColumn = QStringLiteral(
    "SystemModstamp"); ///< users' changes and automation's; whole seconds
inline const QString createdColumn = QStringLiteral("CreatedDate");
inline const QString deletedColumn = QStringLiteral("IsDeleted");
inline const QString masterColumn = QStringLiteral("MasterRecordId");

// Of leads: what became of them.
inline const QString convertedColumn = QStringLiteral("IsConverted");
inline const QString convertedContactColumn = QStringLiteral("ConvertedContactId");

// Fields that the connector makes of something else than one column. Salesforce's own begin with capitals, and custom ones
// end in "__c".
inline const QString dealStatusField = QStringLiteral("deal_status"); ///< open, won or lost
inline const QString closedColumn = QStringLiteral("IsClosed");
inline const QString wonColumn = QStringLiteral("IsWon");
inline const QString activityField = QStringLiteral("activity_type");
inline const QString subtypeColumn = QStringLiteral("TaskSubtype");
inline const QString contactsField = QStringLiteral(
    "contact_roles"); ///< of opportunities: people, in rows of their own
inline const QString contactRoleObject = QStringLiteral("OpportunityContactRole");

} // namespace syncline::connectors::salesforce
