#include "sandbox/salesforce/handedits.h"

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

QJsonObject failed(const QString &message)
{
    return {{u"error"_s, message}};
}

QJsonObject write(Org org, Table &table, const QString &id, const QJsonObject &fields)
{
    const QJsonObject outcome = savedRecord(org, table, id, fields, {});
    if (!outcome[u"success"_s].toBool())
        return failed(outcome[u"errors"_s][0][u"message"_s].toString());
    return flatRecord(table, *table.find(outcome[u"id"_s].toString()));
}

} // namespace

QJsonObject flatRecord(const Table &table, const Record &record)
{
    QJsonObject flat{{u"id"_s, record.id}};
    for (const Field &field : table.fields) {
        if (const QJsonValue value = table.shown(record, field.name); !value.isNull())
            flat.insert(field.name, value);
    }
    return flat;
}

QJsonObject editByHand(Org org, const QJsonObject &command)
{
    Table *table = org.store.table(command["entity"_L1].toString());
    const QString action = command["action"_L1].toString(), id = command["id"_L1].toString();
    if (!table)
        return failed(u"Unknown entity."_s);
    if (action == "create"_L1)
        return write(org, *table, {}, command["fields"_L1].toObject());
    const Record *record = table->find(id);
    if (!record)
        return failed(u"There is no such record."_s);
    if (action == "update"_L1)
        return write(org, *table, id, command["fields"_L1].toObject());
    const QJsonObject last = flatRecord(*table, *record);
    if (action == "delete"_L1) {
        org.store.remove(*table, id);
    } else if (action == "restore"_L1) {
        org.store.restore(*table, id);
    } else if (action == "erase"_L1) {
        org.store.erase(*table, id);
    } else if (action == "convert"_L1 && table->name == "Lead"_L1) {
        Table &contacts = *org.store.table(u"Contact"_s);
        return flatRecord(contacts, *contacts.find(org.store.convert(id)));
    } else if (action == "merge"_L1) {
        const QString into = command["into"_L1].toString();
        if (!table->live(into) || table->find(into) == record)
            return failed(u"There is no record to merge into."_s);
        org.store.merge(*table, into, id);
        return flatRecord(*table, *table->find(into));
    } else {
        return failed(u"Salesforce cannot do that."_s);
    }
    return last;
}

} // namespace syncline::sandbox::salesforce
