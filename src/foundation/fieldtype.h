#pragma once

#include <QString>

#include <optional>

namespace syncline {

/// The types of `design.md`, Values. A calendar date and an instant are two types.
enum class FieldType {
    Text,
    LongText,
    Integer,
    Decimal,  ///< exact: the number's own text, never a double
    Boolean,  ///< text "true" or "false"
    Date,     ///< text "YYYY-MM-DD"
    DateTime, ///< text "YYYY-MM-DDTHH:MM:SSZ", always UTC; fractions only when they are not zero
    Enumeration,
    Set,  ///< unordered texts
    List, ///< typed list: {value, label, primary}, e.g. all e-mails of a person
    Email,
    Phone, ///< E.164 where libphonenumber can tell, else the text as it is
    Url,
    Ref,     ///< id of one record
    Refs,    ///< set of ids with one primary
    Consent, ///< "granted", "refused"; anything blank or "unknown" is no statement. The tighter wins
    Group,   ///< several fields that merge as one (address, name, money): part key -> value
};

/// Name in mapping files and JSON: "text", "long_text", "date_time", ...
QString fieldTypeName(FieldType type);
std::optional<FieldType> fieldTypeFromName(const QString &name);

} // namespace syncline
