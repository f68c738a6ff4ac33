#include "foundation/fieldtype.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

const std::array<std::pair<FieldType, QString>, 17> &names()
{
    static const std::array<std::pair<FieldType, QString>, 17> table{{
        {FieldType::Text, u"text"_s},
        {FieldType::LongText, u"long_text"_s},
        {FieldType::Integer, u"integer"_s},
        {FieldType::Decimal, u"decimal"_s},
        {FieldType::Boolean, u"boolean"_s},
        {FieldType::Date, u"date"_s},
        {FieldType::DateTime, u"date_time"_s},
        {FieldType::Enumeration, u"enumeration"_s},
        {FieldType::Set, u"set"_s},
        {FieldType::List, u"list"_s},
        {FieldType::Email, u"email"_s},
        {FieldType::Phone, u"phone"_s},
        {FieldType::Url, u"url"_s},
        {FieldType::Ref, u"ref"_s},
        {FieldType::Refs, u"refs"_s},
        {FieldType::Consent, u"consent"_s},
        {FieldType::Group, u"group"_s},
    }};
    return table;
}

} // namespace

QString fieldTypeName(FieldType type)
{
    for (const auto &[known, name] : names()) {
        if (known == type)
            return name;
    }
    return {};
}

std::optional<FieldType> fieldTypeFromName(const QString &name)
{
    for (const auto &[type, known] : names()) {
        if (known == name)
            return type;
    }
    return std::nullopt;
}

} // namespace syncline
