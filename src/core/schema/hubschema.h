#pragma once

#include "foundation/fieldtype.h"
#include "foundation/result.h"

#include <QJsonArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace syncline::core {

/// One value that a field of a fixed list may take.
struct HubOption
{
    QString value;
    QString label;
    bool operator==(const HubOption &) const = default;
};

/// One field of a hub entity, as data. Keys are fixed: mapping files, recipes and JSON output use them.
struct HubFieldDef
{
    QString key;
    QString label; ///< for people, in their language
    FieldType type = FieldType::Text;
    QString group;         ///< fields of one group merge as one (S-36); "" for none
    bool derived = false;  ///< made from other fields (a company's domain); may still be mapped
    bool readOnly = false; ///< comes from the CRMs only
    bool own = false;      ///< added by the user: the key starts with "x_"
    QString refEntity;     ///< for Ref and Refs: the hub entity referred to
    QList<HubOption> options;
    bool operator==(const HubFieldDef &) const = default;
};

struct HubEntityDef
{
    QString key;
    QString label;
    QList<HubFieldDef> fields; ///< in the order people expect them
    bool own = false;

    const HubFieldDef *field(const QString &fieldKey) const;
    bool operator==(const HubEntityDef &) const = default;
};

/// The hub's entities and fields: the built-in ones (docs/hub-schema.md) and those that the user added. A value.
class HubSchema
{
public:
    HubSchema() = default; ///< empty
    static HubSchema builtIn();

    QStringList entities()
        const; ///< in fixed order: contact, company, deal, activity, user, what is only read, then the user's own
    const HubEntityDef *entity(const QString &key) const;
    const HubFieldDef *field(const QString &entityKey, const QString &fieldKey) const;

    QStringList groups(const QString &entityKey) const;
    QStringList parts(const QString &entityKey, const QString &group) const;
    /// The key under which a field merges: its group's, else its own. Unknown fields are their own key.
    QString mergeKey(const QString &entityKey, const QString &fieldKey) const;
    /// For core::Policies: every field and every group by key.
    QMap<QString, FieldType> kinds(const QString &entityKey) const;

    /// The hub field that matches records at their first meeting. Contacts and users: `email`. Companies: `name`,
    /// because a name is what Mautic requires and keeps unique and what every SuiteCRM account has; a domain is
    /// often missing on both sides. A mapping file may say `"match": [["domain"]]` instead. "" where nothing
    /// matches by itself (deals, activities).
    QString matchKeyField(const QString &entityKey) const;

    /// Adds a field of the user's; its key must start with "x_" and be new.
    Result<void> addField(const QString &entityKey, HubFieldDef field);
    /// Adds an entity of the user's, without fields.
    Result<void> addEntity(const QString &key, const QString &label);

    /// What the user added, and nothing else: [{"entity", "label"?, "fields": [...]}].
    QJsonArray ownToJson() const;
    /// Adds what ownToJson() gave. Unknown keys are an error; then nothing is added.
    Result<void> addOwnFromJson(const QJsonArray &json);

    bool operator==(const HubSchema &) const = default;

private:
    HubEntityDef *mutableEntity(const QString &key);
    QList<HubEntityDef> m_entities;
};

} // namespace syncline::core
