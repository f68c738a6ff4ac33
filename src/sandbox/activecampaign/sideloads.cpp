#include "sandbox/activecampaign/calls.h"

namespace syncline::sandbox::activecampaign {

using namespace Qt::StringLiterals;

namespace {

QString columnOf(const QString &type)
{
    static const QMap<QString, QString> columns{{u"textarea"_s, u"custom_field_text_blob"_s},
                                                {u"date"_s, u"custom_field_date_value"_s},
                                                {u"number"_s, u"custom_field_number_value"_s},
                                                {u"currency"_s, u"custom_field_currency_value"_s},
                                                {u"datetime"_s, {}},
                                                {u"multiselect"_s, {}},
                                                {u"checkbox"_s, {}}};
    return columns.value(type, u"custom_field_text_value"_s);
}

} // namespace

QJsonArray valueColumns(const Table &values, const Table &fields, const QList<const Row *> &owners,
                        const QString &ownerKey)
{
    const QStringList columns{u"custom_field_text_value"_s, u"custom_field_text_blob"_s, u"custom_field_date_value"_s,
                              u"custom_field_number_value"_s, u"custom_field_currency_value"_s};
    QJsonArray rows;
    for (const Row *owner : owners) {
        const int record = owner->value("id"_L1).toInt();
        for (const Row *value : ownedRows(values, record)) {
            const int fieldId = value->value("customFieldId"_L1).toInt();
            const Row *field = fields.find(fieldId);
            QJsonObject row{{u"id"_s, QString::number(value->value("id"_L1).toInt())},
                            {ownerKey, QString::number(record)},
                            {u"custom_field_id"_s, QString::number(fieldId)},
                            {u"custom_field_currency_type"_s, value->value("fieldCurrency"_L1)}};
            for (const QString &column : columns)
                row.insert(column, QJsonValue::Null);
            const QString column = field ? columnOf(field->value("fieldType"_L1).toString()) : QString();
            if (!column.isEmpty())
                row.insert(column, textOf(value->value("fieldValue"_L1)));
            rows.append(row);
        }
    }
    return rows;
}

} // namespace syncline::sandbox::activecampaign
