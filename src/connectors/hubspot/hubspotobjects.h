#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace syncline::connectors::hubspot {

/// A field that says which records of another kind are linked to a record. HubSpot keeps links apart from records.
struct AssociationField
{
    const char *name;   ///< "associated_contacts"
    const char *to;     ///< "contacts"
    bool isOne = false; ///< the first one only, the primary where HubSpot names one
};

/// A kind of record in HubSpot that takes part in syncs.
struct ObjectKind
{
    const char *name;      ///< "contacts"
    const char *path;      ///< in addresses: the same, or a number as the description of deals has it
    const char *hubEntity; ///< "contact"
    const char *activity;  ///< type of the hub's activity that its records are; "" for the others
    const char *modified;  ///< the property with the time of the last change
    const char *created;
    /// A new record needs one of these, or all; HubSpot does not say so in its list of properties.
    const char *needed[3];
    bool needsAll;
    /// What HubSpot itself keeps unique, usable to ask for records by it; "" for none.
    const char *uniqueKey;
    std::span<const AssociationField> associations;

    QString entity() const { return QString::fromLatin1(name); }
    QString modifiedProperty() const { return QString::fromLatin1(modified); }
    QStringList neededProperties() const;
    const AssociationField *association(const QString &field) const; ///< nullptr for every other field
};

std::span<const ObjectKind> objectKinds();
const ObjectKind *objectKind(const QString &entity); ///< nullptr for another one

/// Who owns records: read only, and no object to HubSpot.
inline const QString ownersEntity = QStringLiteral("owners");
inline const QString ownerProperty = QStringLiteral("hubspot_owner_id");
/// Of activities: what kind they are. It is no property.
inline const QString activityField = QStringLiteral("activity_type");
/// Of deals: open, won or lost, from two properties.
inline const QString dealStatusField = QStringLiteral("deal_status");
inline const QString closedProperty = QStringLiteral("hs_is_closed");
inline const QString wonProperty = QStringLiteral("hs_is_closed_won");
inline const QString probabilityProperty = QStringLiteral("hs_deal_stage_probability"); ///< read only
inline const QString stageProperty = QStringLiteral("dealstage");
inline const QString pipelineProperty = QStringLiteral("pipeline");
/// How the native type of the stages begins, where there are several pipelines: "stages(sales=new,won;renewals=asked)".
inline const QString stagesType = QStringLiteral("stages(");
inline const QString closeDateProperty = QStringLiteral("closedate");

/// Of every record: it names those that were merged into it.
inline const QString mergedProperty = QStringLiteral("hs_merged_object_ids");
inline const QString idProperty = QStringLiteral("hs_object_id");
/// A contact's other addresses: HubSpot finds it by them, too.
inline const QString otherEmailsProperty = QStringLiteral("hs_additional_emails");

} // namespace syncline::connectors::hubspot
