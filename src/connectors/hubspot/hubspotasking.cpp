#include "connectors/hubspot/hubspotasking.h"

#include "connectors/hubspot/hubspotlists.h"
#include "connectors/hubspot/hubspotobjects.h"

#include <QSet>

namespace syncline::connectors::hubspot {

QStringList askedProperties(const RemoteEntity &entity, const QStringList &fields)
{
    const ObjectKind &kind = *objectKind(entity.name);
    QStringList names;
    for (const QString &field : fields) {
        if (field == dealStatusField)
            names << closedProperty << wonProperty;
        else if (field != activityField && !kind.association(field)
                 && !(entity.field(field) && isListsField(*entity.field(field))))
            names << field;
    }
    names << mergedProperty << kind.modifiedProperty();
    if (entity.field(otherEmailsProperty))
        names << otherEmailsProperty;
    names.removeDuplicates();
    return names;
}

QString folded(const QString &value)
{
    return value.trimmed().toLower();
}

QStringList distinct(const QStringList &values)
{
    QStringList list;
    QSet<QString> known;
    for (const QString &value : values) {
        const QString key = folded(value);
        if (!key.isEmpty() && !known.contains(key))
            list.append(value.trimmed());
        known.insert(key);
    }
    return list;
}

} // namespace syncline::connectors::hubspot
