#include "sandbox/mautic/columns.h"
#include "sandbox/mautic/query.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

/// The server encodes these before it compares, so that a text with one of them is never found by `eq`.
QString htmlEncoded(QString text)
{
    text.replace("&"_L1, "&#38;"_L1).replace("'"_L1, "&#39;"_L1).replace("\""_L1, "&#34;"_L1);
    return text.replace("<"_L1, "&#60;"_L1).replace(">"_L1, "&#62;"_L1);
}

/// UTC seconds; an offset behind the time is ignored, as the database compares texts.
double timeNumber(QString text)
{
    text = text.trimmed().left(19).replace(u'T', u' ');
    if (text.size() == 10)
        text += u" 00:00:00"_s;
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? double(time.toSecsSinceEpoch()) : 0;
}

/// A number as MySQL reads it from a text: digits at the front, otherwise 0.
double numberIn(const QString &text)
{
    static const QRegularExpression front(u"^\\s*[+-]?\\d+(\\.\\d+)?"_s);
    return front.match(text).captured().trimmed().toDouble();
}

/// "a,"b, c",d" as a, b, c d.
QStringList csvItems(const QString &text)
{
    QStringList items{QString()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"' && isQuoted && i + 1 < text.size() && text[i + 1] == u'"')
            items.last() += text[i++];
        else if (text[i] == u'"')
            isQuoted = !isQuoted;
        else if (text[i] == u',' && !isQuoted)
            items.append(QString());
        else
            items.last() += text[i];
    }
    return items;
}

enum class Operator {
    Eq,
    Neq,
    Lt,
    Lte,
    Gt,
    Gte,
    Like,
    NotLike,
    In,
    NotIn,
    Between,
    NotBetween,
    IsNull,
    IsNotNull,
    IsEmpty,
    IsNotEmpty,
};

std::optional<Operator> operatorOf(const QString &name)
{
    static const QHash<QString, Operator> operators{
        {u"eq"_s, Operator::Eq},           {u"neq"_s, Operator::Neq},
        {u"lt"_s, Operator::Lt},           {u"lte"_s, Operator::Lte},
        {u"gt"_s, Operator::Gt},           {u"gte"_s, Operator::Gte},
        {u"like"_s, Operator::Like},       {u"notLike"_s, Operator::NotLike},
        {u"in"_s, Operator::In},           {u"notIn"_s, Operator::NotIn},
        {u"between"_s, Operator::Between}, {u"notBetween"_s, Operator::NotBetween},
        {u"isNull"_s, Operator::IsNull},   {u"isNotNull"_s, Operator::IsNotNull},
        {u"isEmpty"_s, Operator::IsEmpty}, {u"isNotEmpty"_s, Operator::IsNotEmpty}};
    const auto found = operators.constFind(name);
    return found == operators.cend() ? std::nullopt : std::optional(*found);
}

template<class T>
bool compares(Operator op, const T &left, const T &right)
{
    switch (op) {
    case Operator::Eq:
        return left == right;
    case Operator::Neq:
        return left != right;
    case Operator::Lt:
        return left < right;
    case Operator::Lte:
        return left <= right;
    case Operator::Gt:
        return left > right;
    case Operator::Gte:
        return left >= right;
    case Operator::Like:
    case Operator::NotLike:
    case Operator::In:
    case Operator::NotIn:
    case Operator::Between:
    case Operator::NotBetween:
    case Operator::IsNull:
    case Operator::IsNotNull:
    case Operator::IsEmpty:
    case Operator::IsNotEmpty:
        return false;
    }
    Q_UNREACHABLE();
}

QStringList operands(Operator op, const QJsonValue &value)
{
    if (op == Operator::In || op == Operator::NotIn)
        return csvItems(value.toString());
    if (value.isArray()) {
        QStringList list;
        for (const QJsonValue &item : value.toArray())
            list.append(htmlEncoded(item.toString()));
        return list;
    }
    return {htmlEncoded(value.toString())};
}

/// A test of one value against the operands; null was dealt with before.
template<class T>
std::function<bool(const T &)> comparison(Operator op, const QList<T> &values)
{
    const T first = values.value(0);
    const T second = values.value(1);
    switch (op) {
    case Operator::In:
    case Operator::NotIn: {
        const QSet<T> known(values.begin(), values.end());
        const bool wanted = op == Operator::In;
        return [known, wanted](const T &value) { return known.contains(value) == wanted; };
    }
    case Operator::Between:
    case Operator::NotBetween: {
        const bool wanted = op == Operator::Between;
        return [=](const T &value) { return (value >= first && value <= second) == wanted; };
    }
    case Operator::IsNotNull:
    case Operator::IsNotEmpty:
        return [](const T &value) { return !(value == T()); };
    case Operator::IsNull:
    case Operator::IsEmpty:
        return [](const T &value) { return value == T(); };
    case Operator::Eq:
    case Operator::Neq:
    case Operator::Lt:
    case Operator::Lte:
    case Operator::Gt:
    case Operator::Gte:
    case Operator::Like:
    case Operator::NotLike:
        return [=](const T &value) { return compares(op, value, first); };
    }
    Q_UNREACHABLE();
}

Predicate numberPredicate(const Column &column, Operator op, const QStringList &texts)
{
    if (op == Operator::IsNull || op == Operator::IsEmpty)
        return [read = column.number](const Record &record) { return !read(record); };
    if (op == Operator::IsNotNull || op == Operator::IsNotEmpty)
        return [read = column.number](const Record &record) { return read(record).has_value(); };
    QList<double> numbers;
    for (const QString &text : texts)
        numbers.append(column.kind == Column::Kind::Time ? timeNumber(text) : numberIn(text));
    return [read = column.number, test = comparison<double>(op, numbers)](const Record &record) {
        const std::optional<double> value = read(record);
        return value && test(*value);
    };
}

Predicate textPredicate(const Column &column, Operator op, const QStringList &texts)
{
    const auto read = column.text;
    if (op == Operator::IsNull)
        return [read](const Record &record) { return read(record).isNull(); };
    if (op == Operator::IsNotNull)
        return [read](const Record &record) { return !read(record).isNull(); };
    if (op == Operator::IsEmpty)
        return [read](const Record &record) { return read(record).toString().isEmpty(); };
    if (op == Operator::IsNotEmpty)
        return [read](const Record &record) { return !read(record).toString().isEmpty(); };
    if (op == Operator::Like || op == Operator::NotLike) {
        return [read, pattern = likePattern(texts.value(0)), wanted = op == Operator::Like](const Record &record) {
            const QJsonValue value = read(record);
            return !value.isNull() && pattern.match(collated(value.toString())).hasMatch() == wanted;
        };
    }
    QStringList folded;
    for (const QString &text : texts)
        folded.append(collated(text));
    return [read, test = comparison<QString>(op, folded)](const Record &record) {
        const QJsonValue value = read(record);
        return !value.isNull() && test(collated(value.toString()));
    };
}

Predicate conditionPredicate(const Column &column, Operator op, const QJsonValue &value)
{
    const QStringList texts = operands(op, value);
    return column.kind == Column::Kind::Text ? textPredicate(column, op, texts) : numberPredicate(column, op, texts);
}

bool isWrongOperand(Operator op, const QJsonValue &value)
{
    const bool isRange = op == Operator::Between || op == Operator::NotBetween;
    return isRange ? value.toArray().size() < 2 : value.isArray() || value.isObject();
}

/// A predicate, or none when the operator is unknown and the condition is dropped.
Parsed<std::optional<Predicate>> condition(const Store &store, Object object, const QJsonObject &item, bool isTop)
{
    const QString expression = item["expr"_L1].toString();
    if (expression == "orX"_L1 || expression == "andX"_L1) {
        std::vector<Predicate> parts;
        for (const QJsonValue &part : listOf(item["val"_L1])) {
            const auto inner = condition(store, object, part.toObject(), false);
            if (!inner)
                return tl::unexpected(inner.error());
            if (*inner)
                parts.push_back(**inner);
        }
        const bool isOr = expression == "orX"_L1;
        return [parts, isOr](const Record &record) {
            const auto holds = [&record](const Predicate &part) { return part(record); };
            return parts.empty() || (isOr ? std::ranges::any_of(parts, holds) : std::ranges::all_of(parts, holds));
        };
    }
    const std::optional<Operator> op = operatorOf(expression);
    if (!op)
        return std::optional<Predicate>();
    const QString name = item["col"_L1].toString();
    const std::optional<Column> known = column(store, object, isTop ? columnName(name) : name);
    if (!known || isWrongOperand(*op, item["val"_L1]))
        return tl::unexpected(BadQuery());
    return conditionPredicate(*known, *op, item["val"_L1]);
}

} // namespace

Parsed<Predicate> wherePredicate(const Store &store, Object object, const QJsonValue &where)
{
    std::vector<Predicate> parts;
    for (const QJsonValue &item : listOf(where)) {
        const auto part = condition(store, object, item.toObject(), true);
        if (!part)
            return tl::unexpected(part.error());
        if (*part)
            parts.push_back(**part);
    }
    if (parts.size() == 1)
        return parts.front();
    return [parts](const Record &record) {
        return std::ranges::all_of(parts, [&record](const Predicate &part) { return part(record); });
    };
}

std::optional<QList<int>> candidates(const Store &store, Object object, const QJsonValue &where)
{
    for (const QJsonValue &item : listOf(where)) {
        const std::optional<Operator> op = operatorOf(item["expr"_L1].toString());
        const Field *field = store.fields.find(object, item["col"_L1].toString());
        if (!field || !field->isUnique || (op != Operator::Eq && op != Operator::In))
            continue;
        QSet<int> ids;
        for (const QString &text : operands(*op, item["val"_L1])) {
            for (const int id : store.holders(*field, text))
                ids.insert(id);
        }
        QList<int> sorted(ids.begin(), ids.end());
        std::ranges::sort(sorted);
        return sorted;
    }
    return std::nullopt;
}

std::optional<std::set<int>> idsAsked(const QJsonValue &where, const QString &column)
{
    for (const QJsonValue &item : listOf(where)) {
        const std::optional<Operator> op = operatorOf(item["expr"_L1].toString());
        if (item["col"_L1].toString() != column || (op != Operator::In && op != Operator::Eq))
            continue;
        std::set<int> ids;
        for (const QString &text : operands(*op, item["val"_L1]))
            ids.insert(int(numberIn(text)));
        return ids;
    }
    return std::nullopt;
}

Parsed<std::function<bool(const QJsonObject &)>> rowPredicate(const QJsonValue &where)
{
    using RowPredicate = std::function<bool(const QJsonObject &)>;
    std::vector<RowPredicate> parts;
    for (const QJsonValue &item : listOf(where)) {
        const std::optional<Operator> op = operatorOf(item["expr"_L1].toString());
        if (!op)
            continue;
        const QString name = item["col"_L1].toString();
        const QStringList texts = operands(*op, item["val"_L1]);
        const bool isNumeric = std::ranges::all_of(texts, [](const QString &text) {
            bool isNumber = false;
            text.toDouble(&isNumber);
            return isNumber;
        });
        Column column{isNumeric ? Column::Kind::Number : Column::Kind::Text, {}, {}};
        // Rows are texts; each is tested as a record with this one value.
        column.number = [](const Record &row) { return std::optional(numberIn(row.values.first().toString())); };
        column.text = [](const Record &row) { return row.values.first(); };
        const Predicate test = conditionPredicate(column, *op, item["val"_L1]);
        parts.push_back([name, test](const QJsonObject &row) {
            Record record;
            record.values = {row[name]};
            return test(record);
        });
    }
    return [parts](const QJsonObject &row) {
        return std::ranges::all_of(parts, [&row](const RowPredicate &part) { return part(row); });
    };
}

} // namespace syncline::sandbox::mautic
