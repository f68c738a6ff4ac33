#include "core/mapping/jsonreader.h"
#include "core/mapping/transform.h"

#include <QCoreApplication>

#include <iterator>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Transform)
};

struct BuiltinRow
{
    Builtin builtin;
    const char *name;
};

constexpr BuiltinRow builtins[] = {
    {Builtin::Trim, "trim"},
    {Builtin::Lower, "lower"},
    {Builtin::Upper, "upper"},
    {Builtin::E164, "e164"},
    {Builtin::DateFormat, "date_format"},
    {Builtin::Split, "split"},
    {Builtin::Join, "join"},
    {Builtin::BooleanWords, "boolean_words"},
    {Builtin::Number, "number"},
    {Builtin::TagAdd, "tag_add"},
    {Builtin::TagRemove, "tag_remove"},
};

struct TypeRow
{
    TransformType type;
    const char *name;
};

constexpr TypeRow types[] = {
    {TransformType::Direct, "direct"},     {TransformType::Constant, "constant"}, {TransformType::Lookup, "lookup"},
    {TransformType::Template, "template"}, {TransformType::Function, "function"}, {TransformType::Builtin, "builtin"},
};

QString typeName(TransformType type)
{
    for (const TypeRow &row : types) {
        if (row.type == type)
            return QString::fromLatin1(row.name);
    }
    return {};
}

std::optional<TransformType> typeFromName(const QString &name)
{
    for (const TypeRow &row : types) {
        if (name == QLatin1StringView(row.name))
            return row.type;
    }
    return std::nullopt;
}

QString transformNames()
{
    QStringList names;
    for (const TypeRow &row : types)
        names.append(QString::fromLatin1(row.name));
    for (const BuiltinRow &row : builtins)
        names.append(QString::fromLatin1(row.name));
    return names.join(", "_L1);
}

void readLookup(JsonReader &reader, Transform &transform)
{
    const QJsonObject table = reader.object(u"table"_s);
    for (auto entry = table.begin(); entry != table.end(); ++entry) {
        if (entry.value().isObject() || entry.value().isArray())
            reader.fail(
                Text::tr("The table's value for \"%1\" in %2 must be a text.").arg(entry.key(), reader.place()));
        transform.table.insert(entry.key(), Value::fromJson(entry.value()).text());
    }
    if (const QJsonValue otherwise = reader.value(u"otherwise"_s); !otherwise.isNull() && !otherwise.isUndefined())
        transform.otherwise = Value::fromJson(otherwise).text();
}

void readArguments(JsonReader &reader, Transform &transform)
{
    for (const QString &name : builtinArguments(transform.builtin).keys()) {
        const QJsonValue given = reader.value(name);
        if (given.isUndefined())
            continue;
        if (!given.isString())
            reader.fail(Text::tr("\"%1\" in %2 must be a text.").arg(name, reader.place()));
        transform.arguments.insert(name, given.toString());
    }
    for (const QString &name : requiredArguments(transform.builtin)) {
        if (transform.arguments.value(name).isEmpty())
            reader.fail(Text::tr("\"%1\" is missing in %2.").arg(name, reader.place()));
    }
}

void readBuiltin(JsonReader &reader, const QString &name, Transform &transform)
{
    const std::optional<Builtin> builtin = builtinFromName(name);
    transform.type = TransformType::Builtin;
    if (!builtin) {
        reader.fail(Text::tr("Unknown transform \"%1\" in %2.").arg(name, reader.place()),
                    Text::tr("Use one of: %1.").arg(transformNames()));
        return;
    }
    transform.builtin = *builtin;
    readArguments(reader, transform);
}

void readByType(JsonReader &reader, TransformType type, Transform &transform)
{
    transform.type = type;
    switch (type) {
    case TransformType::Direct:
        return;
    case TransformType::Constant:
        transform.constant = Value::fromJson(reader.required(u"value"_s));
        return;
    case TransformType::Lookup:
        readLookup(reader, transform);
        return;
    case TransformType::Template:
        transform.text = reader.requiredText(u"template"_s);
        return;
    case TransformType::Function:
        transform.expression = reader.requiredText(u"expression"_s);
        return;
    case TransformType::Builtin:
        readBuiltin(reader, reader.requiredText(u"name"_s), transform);
        return;
    }
}

} // namespace

QString builtinName(Builtin builtin)
{
    for (const BuiltinRow &row : builtins) {
        if (row.builtin == builtin)
            return QString::fromLatin1(row.name);
    }
    return {};
}

std::optional<Builtin> builtinFromName(const QString &name)
{
    for (const BuiltinRow &row : builtins) {
        if (name == QLatin1StringView(row.name))
            return row.builtin;
    }
    return std::nullopt;
}

QMap<QString, QString> builtinArguments(Builtin builtin)
{
    switch (builtin) {
    case Builtin::Trim:
    case Builtin::Lower:
    case Builtin::Upper:
        return {};
    case Builtin::E164:
        return {{u"region"_s, QString()}};
    case Builtin::DateFormat:
        return {{u"from"_s, u"yyyy-MM-dd"_s}, {u"to"_s, QString()}};
    case Builtin::Split:
        return {{u"separator"_s, u","_s}};
    case Builtin::Join:
        return {{u"separator"_s, u","_s}};
    case Builtin::BooleanWords:
        return {{u"true"_s, u"Yes"_s}, {u"false"_s, u"No"_s}, {u"to"_s, u"words"_s}};
    case Builtin::Number:
        return {{u"decimal"_s, u"."_s}, {u"group"_s, QString()}, {u"to"_s, u"plain"_s}};
    case Builtin::TagAdd:
    case Builtin::TagRemove:
        return {{u"tag"_s, QString()}};
    }
    return {};
}

QStringList requiredArguments(Builtin builtin)
{
    switch (builtin) {
    case Builtin::DateFormat:
        return {u"to"_s};
    case Builtin::TagAdd:
    case Builtin::TagRemove:
        return {u"tag"_s};
    case Builtin::Trim:
    case Builtin::Lower:
    case Builtin::Upper:
    case Builtin::E164:
    case Builtin::Split:
    case Builtin::Join:
    case Builtin::BooleanWords:
    case Builtin::Number:
        break;
    }
    return {};
}

QString Transform::name() const
{
    return type == TransformType::Builtin ? builtinName(builtin) : typeName(type);
}

QJsonObject Transform::toJson() const
{
    QJsonObject json{{u"type"_s, typeName(type)}};
    switch (type) {
    case TransformType::Direct:
        break;
    case TransformType::Constant:
        json.insert(u"value"_s, constant.toJson());
        break;
    case TransformType::Lookup: {
        QJsonObject rows;
        for (auto entry = table.begin(); entry != table.end(); ++entry)
            rows.insert(entry.key(), entry.value());
        json.insert(u"table"_s, rows);
        json.insert(u"otherwise"_s, otherwise ? QJsonValue(*otherwise) : QJsonValue());
        break;
    }
    case TransformType::Template:
        json.insert(u"template"_s, text);
        break;
    case TransformType::Function:
        json.insert(u"expression"_s, expression);
        break;
    case TransformType::Builtin:
        json.insert(u"name"_s, builtinName(builtin));
        for (auto entry = arguments.begin(); entry != arguments.end(); ++entry)
            json.insert(entry.key(), entry.value());
        break;
    }
    return json;
}

Result<Transform> Transform::fromJson(const QJsonObject &json, const QString &place)
{
    JsonReader reader(json, place);
    Transform transform;
    const QString name = reader.requiredText(u"type"_s);
    if (const std::optional<TransformType> type = typeFromName(name))
        readByType(reader, *type, transform);
    else
        readBuiltin(reader, name, transform); // {"type": "trim"} is short for {"type": "builtin", "name": "trim"}
    if (auto end = reader.finish(); !end)
        return failure(end.error());
    return transform;
}

} // namespace syncline::core
