#pragma once

#include "connectors/api/connector.h"

/// The modules that are synced, and those of their fields that /meta/fields does not tell (docs/crm/suitecrm.md).
namespace syncline::connectors::suitecrm {

struct Module
{
    QString name; ///< "Contacts"
    QString hubEntity;
    bool oneAddressEach = false; ///< two records with the same e-mail address would be duplicates
    bool isDescribed = true;     ///< /meta/fields tells its fields
    QString activity = {};       ///< type of the hub's activity that its records are
    QString contactsLink = {};   ///< many-to-many link to contacts; "" for none
    bool hasParent = false;      ///< parent_type and parent_id
};

const QList<Module> &modules();
const Module *findModule(const QString &name);
QString labelOf(const Module &module);

/// The module whose ids a column holds; "" for every other column.
QString referredModule(const QString &module, const QString &column);

/// Where the value of a field comes from. Not every field is a column of its own name.
enum class Origin {
    Column,
    Parent,       ///< parent_id, where parent_type is the field's module
    Contact,      ///< contact_id, else a contact that is the parent
    Duration,     ///< hours and minutes
    ActivityType, ///< the same for every record of the module
    Currency,     ///< an id as ISO code
    Links,        ///< many-to-many, asked for record by record
};
Origin originOf(const RemoteField &field);
/// The columns to ask for.
QStringList columnsOf(const RemoteField &field);

/// The fields of a module that are not columns, or whose column means something else than it says.
QList<RemoteField> madeFields(const Module &module);
/// All fields of a module that /meta/fields keeps quiet about.
QList<RemoteField> fixedFields(const Module &module);

/// A currency field with the codes and ids that the site knows.
RemoteField currencyField(const QMap<QString, QString> &idByCode);
QString currencyId(const RemoteField &field, const QString &code); ///< "" if the site has no such currency
QString currencyCode(const RemoteField &field, const QString &id); ///< "" if it is not known

inline const QString baseCurrency = QStringLiteral("-99");
inline const QString currencyColumn = QStringLiteral("currency_id");
inline const QString durationField = QStringLiteral("duration_total");
inline const QString contactsField = QStringLiteral("contacts");
inline const QString contactColumn = QStringLiteral("contact_id");

} // namespace syncline::connectors::suitecrm
