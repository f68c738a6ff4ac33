#include "connectors/activecampaign/customrows.h"

#include "connectors/activecampaign/metadata.h"

#include <QHash>

#include <initializer_list>
#include <string_view>

using namespace Qt::StringLiterals;

namespace syncline::connectors::activecampaign {

namespace {

JsonView firstOf(JsonView row, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (!row[key].isMissing())
            return row[key];
    }
    return {};
}

/// The column that values of a field of this type are in; "" where that is not known.
std::string_view columnOf(const QString &nativeType)
{
    static const QHash<QString, std::string_view> columns{
        {u"text"_s, "custom_field_text_value"},     {u"hidden"_s, "custom_field_text_value"},
        {u"dropdown"_s, "custom_field_text_value"}, {u"radio"_s, "custom_field_text_value"},
        {u"textarea"_s, "custom_field_text_blob"},  {u"date"_s, "custom_field_date_value"},
        {u"number"_s, "custom_field_number_value"}, {u"currency"_s, "custom_field_currency_value"}};
    return columns.value(nativeType);
}

bool isBlank(JsonView value)
{
    return value.isMissing() || value.isNull() || (value.isString() && value.utf8().empty());
}

/// Does another column than the one of the field's type hold something? Then the value is not where it is looked for.
bool isElsewhere(JsonView row, std::string_view column)
{
    for (const JsonView member : row) {
        const bool isValue = member.key().starts_with("custom_field_")
            && (member.key().ends_with("_value") || member.key().ends_with("_blob"));
        if (isValue && member.key() != column && !isBlank(member))
            return true;
    }
    return false;
}

} // namespace

CustomRows customRows(const Kind &kind)
{
    switch (kind.custom) {
    case CustomValues::None:
    case CustomValues::OfContacts:
        break;
    case CustomValues::OfAccounts:
        return {"/accountCustomFieldData", u"filters[customerAccountId]"_s, u"accountCustomFieldData"_s,
                "customerAccountCustomFieldData"};
    case CustomValues::OfDeals:
        return {"/dealCustomFieldData", u"filters[dealId]"_s, u"dealCustomFieldData"_s, "dealCustomFieldData"};
    }
    return {};
}

QString customOwner(JsonView row)
{
    return firstOf(row, {"accountId", "customerAccountId", "dealId", "customer_account_id", "deal_id"}).text();
}

QString customFieldId(JsonView row)
{
    return firstOf(row, {"customFieldId", "custom_field_id"}).text();
}

std::optional<Value> customValue(const RemoteField &field, JsonView row)
{
    if (!row["fieldValue"].isMissing())
        return decodedCustom(field, row["fieldValue"]);
    const std::string_view column = columnOf(nativeName(field));
    const JsonView value = row[column];
    if (value.isMissing() || (isBlank(value) && isElsewhere(row, column)))
        return std::nullopt;
    return decodedCustom(field, value);
}

} // namespace syncline::connectors::activecampaign
