#include "connectors/suitecrm/modules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::connectors::SuiteCrm", text);
}

RemoteField made(const QString &name, const QString &label, FieldType type, const QString &nativeType)
{
    RemoteField field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.nativeType = nativeType;
    return field;
}

RemoteField reference(const QString &name, const QString &label, FieldType type, const QString &nativeType,
                      const QString &module)
{
    RemoteField field = made(name, label, type, nativeType);
    field.refersTo = module;
    return field;
}

RemoteField fixed(const QString &name, const QString &label, FieldType type)
{
    RemoteField field = made(name, label, type, u"varchar"_s);
    field.readOnly = true;
    return field;
}

/// "currency(EUR=-99,USD=abc)" -> the pairs.
QMap<QString, QString> currenciesIn(const RemoteField &field)
{
    QMap<QString, QString> idByCode;
    const QString list = field.nativeType.section(u'(', 1).chopped(1);
    for (const QString &pair : list.split(u',', Qt::SkipEmptyParts))
        idByCode.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    return idByCode;
}

} // namespace

const QList<Module> &modules()
{
    const auto activity = [](const QString &name, const QString &type, const QString &contactsLink) {
        return Module{name, u"activity"_s, false, true, type, contactsLink, true};
    };
    static const QList<Module> list{
        {u"Users"_s, u"user"_s, false, false},
        {u"Accounts"_s, u"company"_s},
        {u"Contacts"_s, u"contact"_s, true},
        {u"Leads"_s, u"contact"_s, true},
        {u"Opportunities"_s, u"deal"_s, false, true, {}, u"contacts"_s},
        activity(u"Calls"_s, u"call"_s, u"contacts"_s),
        activity(u"Meetings"_s, u"meeting"_s, u"contacts"_s),
        activity(u"Tasks"_s, u"task"_s, {}),
        activity(u"Notes"_s, u"note"_s, {}),
    };
    return list;
}

const Module *findModule(const QString &name)
{
    for (const Module &module : modules()) {
        if (module.name == name)
            return &module;
    }
    return nullptr;
}

QString labelOf(const Module &module)
{
    static const QMap<QString, const char *> labels{
        {u"Users"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Users")},
        {u"Accounts"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Accounts")},
        {u"Contacts"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Contacts")},
        {u"Leads"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Leads")},
        {u"Opportunities"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Opportunities")},
        {u"Calls"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Calls")},
        {u"Meetings"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Meetings")},
        {u"Tasks"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Tasks")},
        {u"Notes"_s, QT_TRANSLATE_NOOP("syncline::connectors::SuiteCrm", "Notes")}};
    return tr(labels.value(module.name, ""));
}

QString referredModule(const QString &module, const QString &column)
{
    if (column == "assigned_user_id"_L1)
        return u"Users"_s;
    if (column == "account_id"_L1 && (module == "Contacts"_L1 || module == "Opportunities"_L1))
        return u"Accounts"_s;
    return column == "parent_id"_L1 && module == "Accounts"_L1 ? u"Accounts"_s : QString();
}

Origin originOf(const RemoteField &field)
{
    static const QMap<QString, Origin> origins{
        {u"parent"_s, Origin::Parent},          {u"contact"_s, Origin::Contact},
        {u"duration"_s, Origin::Duration},      {u"activity"_s, Origin::ActivityType},
        {u"currency_code"_s, Origin::Currency}, {u"links"_s, Origin::Links}};
    const auto end = field.nativeType.indexOf(u'(');
    return end < 0 ? Origin::Column : origins.value(field.nativeType.left(end), Origin::Column);
}

QStringList columnsOf(const RemoteField &field)
{
    switch (originOf(field)) {
    case Origin::Column:
        break;
    case Origin::Links:
        if (!field.nativeType.contains("parent"_L1))
            return {};
        [[fallthrough]];
    case Origin::Parent:
        return {u"parent_type"_s, u"parent_id"_s};
    case Origin::Contact:
        return {contactColumn, u"parent_type"_s, u"parent_id"_s};
    case Origin::Duration:
        return {u"duration_hours"_s, u"duration_minutes"_s};
    case Origin::ActivityType:
        return {};
    case Origin::Currency:
        return {currencyColumn};
    }
    return {field.name};
}

QList<RemoteField> madeFields(const Module &module)
{
    QList<RemoteField> fields;
    if (!module.activity.isEmpty()) {
        RemoteField type = made(u"activity_type"_s, tr("Type"), FieldType::Enumeration,
                                u"activity("_s + module.activity + u')');
        type.readOnly = true;
        type.options = {{module.activity, labelOf(module)}};
        fields << type;
    }
    if (module.hasParent) {
        fields << reference(u"parent_account"_s, tr("Related account"), FieldType::Ref, u"parent(Accounts)"_s,
                            u"Accounts"_s)
               << reference(u"parent_opportunity"_s, tr("Related opportunity"), FieldType::Ref,
                            u"parent(Opportunities)"_s, u"Opportunities"_s);
    }
    if (!module.contactsLink.isEmpty()) {
        const QString native = module.hasParent ? u"links(contacts,parent)"_s : u"links(contacts)"_s;
        fields << reference(contactsField, tr("Contacts"), FieldType::Refs, native, u"Contacts"_s);
    } else if (module.hasParent) {
        fields << reference(contactColumn, tr("Contact"), FieldType::Ref, u"contact(parent)"_s, u"Contacts"_s);
    }
    if (module.name == "Calls"_L1 || module.name == "Meetings"_L1)
        fields << made(durationField, tr("Duration in minutes"), FieldType::Integer, u"duration(minutes)"_s);
    return fields;
}

QList<RemoteField> fixedFields(const Module &module)
{
    if (module.name != "Users"_L1)
        return {};
    return {fixed(u"full_name"_s, tr("Full name"), FieldType::Text), fixed(u"email1"_s, tr("E-mail"), FieldType::Email),
            fixed(u"employee_status"_s, tr("Employee status"), FieldType::Text)};
}

RemoteField currencyField(const QMap<QString, QString> &idByCode)
{
    QStringList pairs;
    for (auto it = idByCode.begin(); it != idByCode.end(); ++it)
        pairs << it.key() + u'=' + it.value();
    return made(currencyColumn, tr("Currency"), FieldType::Text, u"currency_code("_s + pairs.join(u',') + u')');
}

QString currencyId(const RemoteField &field, const QString &code)
{
    return currenciesIn(field).value(code.trimmed().toUpper());
}

QString currencyCode(const RemoteField &field, const QString &id)
{
    return currenciesIn(field).key(id.isEmpty() ? baseCurrency : id);
}

} // namespace syncline::connectors::suitecrm
