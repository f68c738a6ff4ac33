#include "core/mapping/transform.h"

#include "core/mapping/numbertext.h"
#include "foundation/phone.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Transform)
};

tl::unexpected<QString> because(QString sentence)
{
    return tl::unexpected<QString>(std::move(sentence));
}

/// The same change to a text or to every member of a set.
template<class Change>
Transformed eachText(const Value &value, Change change)
{
    if (!value.isSet())
        return change(value.text());
    QStringList changed;
    for (const QString &member : value.members()) {
        const Transformed one = change(member);
        if (!one)
            return one;
        changed += one->members();
    }
    return Value::set(changed);
}

Transformed lookUp(const Transform &transform, const Value &value)
{
    if (value.isBlank()) {
        const auto blank = transform.table.constFind(QString());
        return blank == transform.table.cend() ? value : Value::text(*blank);
    }
    return eachText(value, [&](const QString &text) -> Transformed {
        if (const auto found = transform.table.constFind(text); found != transform.table.cend())
            return Value::text(*found);
        if (transform.otherwise)
            return Value::text(*transform.otherwise);
        return because(Text::tr("\"%1\" is not in the lookup table.").arg(text));
    });
}

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression(u"\\{([a-z0-9_]+)\\}"_s);
    return expression;
}

Transformed fillTemplate(const Transform &transform, const QMap<QString, Value> &record)
{
    QString filled;
    qsizetype copied = 0;
    for (auto matches = placeholder().globalMatch(transform.text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        filled += QStringView(transform.text).mid(copied, match.capturedStart() - copied);
        const Value value = record.value(match.captured(1));
        filled += value.isSet() ? value.members().join(", "_L1) : value.text();
        copied = match.capturedEnd();
    }
    filled += QStringView(transform.text).mid(copied);
    return Value::text(filled.simplified()); // a blank part leaves no double blank
}

Transformed reformatDate(const QString &text, const QString &from, const QString &to)
{
    const QDate date = QDate::fromString(text.trimmed(), from);
    if (!date.isValid())
        return because(Text::tr("\"%1\" is not a date of the form %2.").arg(text, from));
    return Value::text(date.toString(to));
}

Transformed split(const Value &value, const QString &separator)
{
    if (value.isSet())
        return value;
    QStringList members;
    for (const QString &part : value.text().split(separator)) {
        if (!part.trimmed().isEmpty())
            members.append(part.trimmed());
    }
    return Value::set(members);
}

Transformed booleanWord(const QString &text, const QMap<QString, QString> &arguments)
{
    const QString yes = arguments.value(u"true"_s);
    const QString no = arguments.value(u"false"_s);
    const bool toWords = arguments.value(u"to"_s) == "words"_L1;
    const QString given = text.trimmed();
    const auto is = [&](const QString &word) { return given.compare(word, Qt::CaseInsensitive) == 0; };
    if (toWords && (is(u"true"_s) || given == "1"_L1))
        return Value::text(yes);
    if (toWords && (is(u"false"_s) || given == "0"_L1))
        return Value::text(no);
    if (!toWords && is(yes))
        return Value::text(u"true"_s);
    if (!toWords && is(no))
        return Value::text(u"false"_s);
    return because(toWords ? Text::tr("\"%1\" is neither true nor false.").arg(text)
                           : Text::tr("\"%1\" is neither \"%2\" nor \"%3\".").arg(text, yes, no));
}

Transformed number(const QString &text, const QMap<QString, QString> &arguments)
{
    const NumberFormat format{arguments.value(u"decimal"_s), arguments.value(u"group"_s)};
    const bool toPlain = arguments.value(u"to"_s) == "plain"_L1;
    const std::optional<QString> changed = toPlain ? plainNumber(text, format) : formattedNumber(text, format);
    if (!changed)
        return because(Text::tr("\"%1\" is not a number.").arg(text));
    return Value::text(*changed);
}

Transformed changeTags(const Value &value, const QString &tag, bool add)
{
    QStringList members = value.members();
    members.removeAll(tag);
    if (add)
        members.append(tag);
    return Value::set(members);
}

/// The arguments with the defaults of those that are not given.
QMap<QString, QString> completed(const Transform &transform)
{
    QMap<QString, QString> arguments = builtinArguments(transform.builtin);
    arguments.insert(transform.arguments);
    return arguments;
}

Transformed applyToText(const Transform &transform, const QString &text, const QString &region)
{
    switch (transform.builtin) {
    case Builtin::Trim:
        return Value::text(text.trimmed());
    case Builtin::Lower:
        return Value::text(text.toLower());
    case Builtin::Upper:
        return Value::text(text.toUpper());
    case Builtin::E164: {
        const QString own = transform.arguments.value(u"region"_s);
        const std::optional<QString> phone = toE164(text, own.isEmpty() ? region : own);
        if (!phone)
            return because(Text::tr("\"%1\" is not a phone number.").arg(text));
        return Value::text(*phone);
    }
    case Builtin::DateFormat: {
        const QMap<QString, QString> arguments = completed(transform);
        return reformatDate(text, arguments.value(u"from"_s), arguments.value(u"to"_s));
    }
    case Builtin::BooleanWords:
        return booleanWord(text, completed(transform));
    case Builtin::Number:
        return number(text, completed(transform));
    case Builtin::Split:
    case Builtin::Join:
    case Builtin::TagAdd:
    case Builtin::TagRemove:
        break;
    }
    return Value::text(text);
}

Transformed applyBuiltin(const Transform &transform, const Value &value, const QString &region)
{
    if (transform.builtin == Builtin::TagAdd)
        return changeTags(value, transform.arguments.value(u"tag"_s), true);
    if (value.isBlank())
        return value;
    if (transform.builtin == Builtin::TagRemove)
        return changeTags(value, transform.arguments.value(u"tag"_s), false);
    if (transform.builtin == Builtin::Split)
        return split(value, completed(transform).value(u"separator"_s));
    if (transform.builtin == Builtin::Join)
        return Value::text(value.members().join(completed(transform).value(u"separator"_s)));
    return eachText(value, [&](const QString &text) { return applyToText(transform, text, region); });
}

std::optional<Transform> inverseLookup(const Transform &transform)
{
    Transform inverse;
    inverse.type = TransformType::Lookup;
    for (auto entry = transform.table.cbegin(); entry != transform.table.cend(); ++entry) {
        if (inverse.table.contains(entry.value()))
            return std::nullopt;
        inverse.table.insert(entry.value(), entry.key());
    }
    return inverse;
}

/// A format from which day, month and the whole year can be read back.
bool isWholeDate(const QString &format)
{
    return format.contains(u'd') && format.contains(u'M') && format.contains("yyyy"_L1);
}

std::optional<Transform> inverseBuiltin(const Transform &transform)
{
    Transform inverse = transform;
    const QMap<QString, QString> arguments = completed(transform);
    switch (transform.builtin) {
    case Builtin::Split:
        inverse.builtin = Builtin::Join;
        return inverse;
    case Builtin::Join:
        inverse.builtin = Builtin::Split;
        return inverse;
    case Builtin::DateFormat:
        if (!isWholeDate(arguments.value(u"from"_s)) || !isWholeDate(arguments.value(u"to"_s)))
            return std::nullopt;
        inverse.arguments = {{u"from"_s, arguments.value(u"to"_s)}, {u"to"_s, arguments.value(u"from"_s)}};
        return inverse;
    case Builtin::BooleanWords:
        inverse.arguments.insert(u"to"_s, arguments.value(u"to"_s) == "words"_L1 ? u"boolean"_s : u"words"_s);
        return inverse;
    case Builtin::Number:
        inverse.arguments.insert(u"to"_s, arguments.value(u"to"_s) == "plain"_L1 ? u"local"_s : u"plain"_s);
        return inverse;
    case Builtin::TagAdd: // what is added on the way there is taken off on the way back
        inverse.builtin = Builtin::TagRemove;
        return inverse;
    case Builtin::TagRemove:
    case Builtin::Trim:
    case Builtin::Lower:
    case Builtin::Upper:
    case Builtin::E164:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Transform> Transform::inverse() const
{
    switch (type) {
    case TransformType::Direct:
        return *this;
    case TransformType::Lookup:
        return inverseLookup(*this);
    case TransformType::Builtin:
        return inverseBuiltin(*this);
    case TransformType::Constant:
    case TransformType::Template:
    case TransformType::Function:
        break;
    }
    return std::nullopt;
}

QStringList Transform::templateFields() const
{
    QStringList fields;
    if (type != TransformType::Template)
        return fields;
    for (auto matches = placeholder().globalMatch(text); matches.hasNext();) {
        const QString field = matches.next().captured(1);
        if (!fields.contains(field))
            fields.append(field);
    }
    return fields;
}

Transformed apply(const Transform &transform, const Value &value, const QMap<QString, Value> &record,
                  const QString &region)
{
    if (!value.isReadable() && transform.type != TransformType::Constant && transform.type != TransformType::Template)
        return value;
    switch (transform.type) {
    case TransformType::Direct:
        return value;
    case TransformType::Constant:
        return transform.constant;
    case TransformType::Lookup:
        return lookUp(transform, value);
    case TransformType::Template:
        return fillTemplate(transform, record);
    case TransformType::Builtin:
        return applyBuiltin(transform, value, region);
    case TransformType::Function:
        break;
    }
    return because(Text::tr("A function can only be evaluated by the script runner."));
}

} // namespace syncline::core
