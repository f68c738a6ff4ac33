#include "core/mirror/mirrortable.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core::mirror {

namespace {

using connectors::RemoteEntity;
using connectors::RemoteField;

constexpr int longestName = 50; ///< PostgreSQL cuts names at 63 bytes; some get an ending
constexpr int mostIndexes = 8;

/// Columns that every table has, and words that a query could not hold without quotes.
bool isTaken(const QString &name)
{
    static const QSet<QString> words{
        u"id"_s,     u"chunk"_s,    u"position"_s,  u"generation"_s, u"all"_s,        u"analyse"_s,    u"analyze"_s,
        u"and"_s,    u"any"_s,      u"array"_s,     u"as"_s,         u"asc"_s,        u"both"_s,       u"case"_s,
        u"cast"_s,   u"check"_s,    u"collate"_s,   u"column"_s,     u"constraint"_s, u"create"_s,     u"default"_s,
        u"desc"_s,   u"distinct"_s, u"do"_s,        u"else"_s,       u"end"_s,        u"except"_s,     u"false"_s,
        u"fetch"_s,  u"for"_s,      u"foreign"_s,   u"from"_s,       u"grant"_s,      u"group"_s,      u"having"_s,
        u"in"_s,     u"into"_s,     u"is"_s,        u"join"_s,       u"lateral"_s,    u"leading"_s,    u"left"_s,
        u"like"_s,   u"limit"_s,    u"natural"_s,   u"not"_s,        u"null"_s,       u"offset"_s,     u"on"_s,
        u"only"_s,   u"or"_s,       u"order"_s,     u"outer"_s,      u"primary"_s,    u"references"_s, u"right"_s,
        u"select"_s, u"some"_s,     u"symmetric"_s, u"table"_s,      u"then"_s,       u"to"_s,         u"trailing"_s,
        u"true"_s,   u"union"_s,    u"unique"_s,    u"user"_s,       u"using"_s,      u"when"_s,       u"where"_s,
        u"window"_s, u"with"_s};
    return words.contains(name);
}

ColumnKind kindOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
        return ColumnKind::Integer;
    case FieldType::Decimal:
        return ColumnKind::Decimal;
    case FieldType::Boolean:
        return ColumnKind::Boolean;
    case FieldType::Date:
        return ColumnKind::Date;
    case FieldType::DateTime:
        return ColumnKind::Instant;
    case FieldType::Set:
    case FieldType::Refs:
        return ColumnKind::Texts;
    case FieldType::List:
    case FieldType::Group:
        return ColumnKind::Json;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Enumeration:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Consent:
        break;
    }
    return ColumnKind::Text;
}

QString baseName(const RemoteField &field)
{
    // ActiveCampaign's deals call their pipeline a group.
    static const QHash<QString, QString> others{{u"group"_s, u"pipeline"_s}};
    QString name = others.value(field.name);
    if (name.isEmpty())
        name = snakeCase(field.custom ? field.label : field.name);
    return name.isEmpty() ? u"field"_s : name;
}

/// A name that no other column has.
QString freeName(const QString &wanted, const RemoteField &field, const QSet<QString> &used)
{
    const auto isFree = [&](const QString &name) { return !isTaken(name) && !used.contains(name); };
    if (isFree(wanted))
        return wanted;
    const QString more = wanted + u'_' + snakeCase(field.custom ? field.name : u"value"_s);
    if (isFree(more))
        return more;
    for (int i = 2;; ++i) {
        const QString numbered = more + u'_' + QString::number(i);
        if (isFree(numbered))
            return numbered;
    }
}

bool isAskedFor(const RemoteField &field)
{
    return field.unique || field.type == FieldType::Email || field.type == FieldType::Ref
        || (field.type == FieldType::Enumeration && !field.custom && isNamed(field));
}

} // namespace

QString columnKindName(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Text:
        return u"text"_s;
    case ColumnKind::Integer:
        return u"integer"_s;
    case ColumnKind::Decimal:
        return u"decimal"_s;
    case ColumnKind::Boolean:
        return u"boolean"_s;
    case ColumnKind::Date:
        return u"date"_s;
    case ColumnKind::Instant:
        return u"instant"_s;
    case ColumnKind::Texts:
        return u"texts"_s;
    case ColumnKind::Json:
        return u"json"_s;
    }
    return {};
}

const Column *Table::column(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &Column::name);
    return found == columns.end() ? nullptr : &*found;
}

QString usualPrefix(const QString &provider)
{
    return provider == "activecampaign"_L1 ? u"ac"_s : snakeCase(provider);
}

bool isNamed(const RemoteField &field)
{
    const auto differs = [](const connectors::Option &option) { return option.label != option.value; };
    return std::ranges::any_of(field.options, differs);
}

QString snakeCase(const QString &text)
{
    QString name;
    bool wasLower = false;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        const bool isWord = c.unicode() < 128 && c.isLetterOrNumber();
        const bool isMark = c.category() == QChar::Mark_NonSpacing;
        if (isMark)
            continue;
        const bool begins = isWord && c.isUpper() && wasLower;
        if (isWord && !name.isEmpty() && (begins || name.endsWith(u' ')))
            name = name.trimmed() + u'_';
        if (isWord)
            name += c.toLower();
        else if (!name.isEmpty() && !name.endsWith(u' '))
            name += u' ';
        wasLower = isWord && !c.isUpper();
    }
    name = name.trimmed().left(longestName);
    return !name.isEmpty() && name.front().isDigit() ? u"f_"_s + name : name;
}

QString camelCase(const QString &snake)
{
    QString name;
    for (const QString &word : snake.split(u'_', Qt::SkipEmptyParts))
        name += name.isEmpty() ? word : word.left(1).toUpper() + word.mid(1);
    return name;
}

Table tableOf(const QString &prefix, const RemoteEntity &entity)
{
    Table table{prefix + u'_' + snakeCase(entity.name), entity, {}};
    QSet<QString> used;
    int indexes = 0;
    const auto add = [&](const RemoteField &field, const QString &wanted, ColumnKind kind, Column::Shows shows) {
        const QString name = freeName(wanted, field, used);
        used.insert(name);
        const bool isIndexed = shows == Column::Shows::Value && isAskedFor(field) && indexes < mostIndexes;
        indexes += isIndexed ? 1 : 0;
        table.columns.append({name, kind, field.name, shows, isIndexed});
        return name;
    };
    for (const RemoteField &field : entity.fields) {
        if (field.name == "id"_L1)
            continue;
        const ColumnKind kind = kindOf(field.type);
        const bool isList = kind == ColumnKind::Texts;
        const QString name = add(field, baseName(field), kind,
                                 isList && isNamed(field) ? Column::Shows::Name : Column::Shows::Value);
        if (!isList && isNamed(field))
            add(field, name + u"_name"_s, ColumnKind::Text, Column::Shows::Name);
    }
    return table;
}

Table reconciled(Table table, const QHash<QString, ColumnKind> &existing)
{
    QSet<QString> used;
    for (const Column &column : std::as_const(table.columns))
        used.insert(column.name);
    for (Column &column : table.columns) {
        const auto known = existing.constFind(column.name);
        if (known == existing.cend() || *known == column.kind)
            continue;
        QString other = column.name + u'_' + columnKindName(column.kind);
        for (int i = 2; used.contains(other); ++i)
            other = column.name + u'_' + columnKindName(column.kind) + QString::number(i);
        used.insert(other);
        column.name = other;
    }
    return table;
}

} // namespace syncline::core::mirror
