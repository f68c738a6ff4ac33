#include "sandbox/mautic/query.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

/// One column of the database: how a record's value is read. Missing texts and numbers are null.
struct Column
{
    enum class Kind { Number, Time, Text };
    Kind kind = Kind::Text;
    std::function<std::optional<double>(const Record &)> number; ///< Number, Time (UTC seconds)
    std::function<QJsonValue(const Record &)> text;              ///< Text; null or a string
};

std::optional<double> nonZero(qint64 number)
{
    return number == 0 ? std::nullopt : std::optional(double(number));
}

Column numberColumn(std::function<std::optional<double>(const Record &)> read, Column::Kind kind = Column::Kind::Number)
{
    return {kind, std::move(read), {}};
}

std::optional<Column> builtInColumn(Object object, const QString &name)
{
    if (name == "id"_L1)
        return numberColumn([](const Record &record) { return std::optional(double(record.id)); });
    if (name == "date_added"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.added); }, Column::Kind::Time);
    if (name == "date_modified"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.modified); }, Column::Kind::Time);
    if (object == Object::Company)
        return std::nullopt;
    if (name == "date_identified"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.identified); }, Column::Kind::Time);
    if (name == "owner_id"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.owner); });
    if (name == "stage_id"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.stage); });
    return std::nullopt;
}

Column fieldColumn(const Field &field)
{
    const int at = field.column;
    if (field.type == FieldType::Number || field.type == FieldType::Boolean) {
        return numberColumn([at](const Record &record) {
            const QJsonValue value = record.values.value(at);
            return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
        });
    }
    return {Column::Kind::Text, {}, [at](const Record &record) { return record.values.value(at, QJsonValue::Null); }};
}

std::optional<Column> column(const Store &store, Object object, const QString &name)
{
    if (auto builtIn = builtInColumn(object, name))
        return builtIn;
    const Field *field = store.fields.find(object, name);
    return field ? std::optional(fieldColumn(*field)) : std::nullopt;
}

/// At the top level the names of the objects' properties work as well.
QString columnName(const QString &name)
{
    static const QHash<QString, QString> properties{{u"dateAdded"_s, u"date_added"_s},
                                                    {u"dateModified"_s, u"date_modified"_s},
                                                    {u"dateIdentified"_s, u"date_identified"_s},
                                                    {u"lastActive"_s, u"last_active"_s}};
    return properties.value(name, name);
}

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

QRegularExpression likePattern(const QString &text)
{
    QString pattern;
    for (const QChar c : collated(text)) {
        if (c == u'%')
            pattern += u".*"_s;
        else if (c == u'_')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(c);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

enum class Operator {
    Eq, Neq, Lt, Lte, Gt, Gte, Like, NotLike, In, NotIn, Between, NotBetween, IsNull, IsNotNull, IsEmpty, IsNotEmpty,
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

QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    QJsonArray list;
    for (const QJsonValue &item : value.toObject())
        list.append(item);
    return list;
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

namespace {

struct Term
{
    bool isNegated = false;
    QString command; ///< "" for free text
    QString text;
};

/// `!is:anonymous company:"A B" word` as three terms.
QList<Term> searchTerms(const QString &search)
{
    static const QRegularExpression shape(u"(!?)(?:([a-z_]+):)?(?:\"([^\"]*)\"|(\\S+))"_s);
    QList<Term> terms;
    for (auto matches = shape.globalMatch(search); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString text = match.captured(3).isEmpty() ? match.captured(4) : match.captured(3);
        if (!text.isEmpty())
            terms.append({!match.captured(1).isEmpty(), match.captured(2), text});
    }
    return terms;
}

Predicate fieldContains(const Store &store, Object object, const QStringList &aliases, const QString &text)
{
    std::vector<Column> columns;
    for (const QString &alias : aliases) {
        if (const Field *field = store.fields.find(object, alias))
            columns.push_back(fieldColumn(*field));
    }
    return [columns, pattern = likePattern(u'%' + text + u'%')](const Record &record) {
        return std::ranges::any_of(columns, [&](const Column &column) {
            const QJsonValue value = column.text(record);
            return !value.isNull() && pattern.match(collated(value.toString())).hasMatch();
        });
    };
}

Predicate linkedTo(const QSet<int> &companies)
{
    return [companies](const Record &record) {
        return std::ranges::any_of(record.links,
                                   [&](const CompanyLink &link) { return companies.contains(link.company); });
    };
}

QSet<int> companiesNamed(const Store &store, const QString &name)
{
    const Predicate isNamed = fieldContains(store, Object::Company, {u"companyname"_s}, name);
    QSet<int> ids;
    for (const auto &[id, company] : store.companies) {
        if (isNamed(company))
            ids.insert(id);
    }
    return ids;
}

Predicate tagged(const Store &store, const QString &name)
{
    return [&store, pattern = likePattern(name)](const Record &record) {
        return std::ranges::any_of(record.tags, [&](int tag) {
            return pattern.match(collated(store.tagName(tag))).hasMatch();
        });
    };
}

Predicate amongIds(const QString &list)
{
    QSet<int> ids;
    for (const QString &id : list.split(u','))
        ids.insert(id.trimmed().toInt());
    return [ids](const Record &record) { return ids.contains(record.id); };
}

/// `is:...`; mine is a 500 for a client that is no user.
Parsed<Predicate> stateTerm(const QString &state, const Actor &actor)
{
    if (state == "anonymous"_L1)
        return [](const Record &record) { return record.identified == 0; };
    if (state == "unowned"_L1)
        return [](const Record &record) { return record.owner == 0; };
    if (state == "mine"_L1 && actor.userId == 0)
        return tl::unexpected(BadQuery());
    return [state, owner = actor.userId](const Record &record) { return state == "mine"_L1 && record.owner == owner; };
}

Parsed<Predicate> contactTerm(const Store &store, const Term &term, const Actor &actor)
{
    if (term.command == "is"_L1)
        return stateTerm(term.text, actor);
    if (term.command == "ids"_L1)
        return amongIds(term.text);
    if (term.command == "tag"_L1)
        return tagged(store, term.text);
    if (term.command == "company_id"_L1)
        return linkedTo({term.text.toInt()});
    if (term.command == "company"_L1)
        return linkedTo(companiesNamed(store, term.text));
    if (term.command == "owner"_L1) {
        return [&store, pattern = likePattern(u'%' + term.text + u'%')](const Record &record) {
            const User *user = store.user(record.owner);
            return user && pattern.match(collated(user->firstName + u' ' + user->lastName)).hasMatch();
        };
    }
    if (term.command == "segment"_L1)
        return [](const Record &) { return false; };
    if (!term.command.isEmpty() && store.fields.find(Object::Contact, term.command))
        return fieldContains(store, Object::Contact, {term.command}, term.text);
    return fieldContains(store, Object::Contact,
                         {u"firstname"_s, u"lastname"_s, u"email"_s, u"company"_s, u"city"_s, u"state"_s, u"zipcode"_s,
                          u"country"_s},
                         term.text);
}

} // namespace

Parsed<Predicate> searchPredicate(Store &store, Object object, const QString &search, const Actor &actor)
{
    std::vector<Predicate> parts;
    for (const Term &term : searchTerms(search)) {
        const Parsed<Predicate> part = object == Object::Contact
            ? contactTerm(store, term, actor)
            : fieldContains(store, object, {u"companyname"_s, u"companyemail"_s, u"companycity"_s}, term.text);
        if (!part)
            return tl::unexpected(part.error());
        parts.push_back([test = *part, wanted = !term.isNegated](const Record &record) {
            return test(record) == wanted;
        });
    }
    return [parts](const Record &record) {
        return std::ranges::all_of(parts, [&record](const Predicate &part) { return part(record); });
    };
}

namespace {

struct OrderColumn
{
    Column column;
    bool isDescending = false;
};

/// -1, 0, 1; nulls come first, as in the database.
int compared(const Column &column, const Record &left, const Record &right)
{
    if (column.kind != Column::Kind::Text) {
        const double a = column.number(left).value_or(-1e300);
        const double b = column.number(right).value_or(-1e300);
        return a < b ? -1 : (a > b ? 1 : 0);
    }
    const QJsonValue a = column.text(left);
    const QJsonValue b = column.text(right);
    if (a.isNull() || b.isNull())
        return int(b.isNull()) - int(a.isNull()) == 0 ? 0 : (a.isNull() ? -1 : 1);
    return collated(a.toString()).compare(collated(b.toString()));
}

Parsed<bool> isDescending(const QString &direction)
{
    const QString lower = direction.toLower();
    if (lower.isEmpty() || lower == "asc"_L1)
        return false;
    if (lower == "desc"_L1)
        return true;
    return tl::unexpected(BadQuery());
}

Parsed<std::vector<OrderColumn>> orderColumns(const Store &store, Object object, const QJsonObject &query)
{
    QList<QPair<QString, QString>> wanted;
    for (const QString &name : query["orderBy"_L1].toString().split(u',', Qt::SkipEmptyParts))
        wanted.append({name.trimmed(), query["orderByDir"_L1].toString()});
    for (const QJsonValue &item : listOf(query["order"_L1]))
        wanted.append({item["col"_L1].toString(), item["dir"_L1].toString()});
    std::vector<OrderColumn> columns;
    for (const auto &[name, direction] : wanted) {
        const std::optional<Column> known = column(store, object, name);
        const Parsed<bool> descending = isDescending(direction);
        if (!known || !descending)
            return tl::unexpected(BadQuery());
        columns.push_back({*known, *descending});
    }
    return columns;
}

} // namespace

bool isOrderById(const QJsonObject &query)
{
    return query["orderBy"_L1] == "id"_L1 && !query.contains("order"_L1)
        && query["orderByDir"_L1].toString().toLower() != "desc"_L1;
}

Parsed<Order> listOrder(const Store &store, Object object, const QJsonObject &query)
{
    const auto columns = orderColumns(store, object, query);
    if (!columns)
        return tl::unexpected(columns.error());
    if (columns->empty() && object == Object::Contact) {
        // The real order is by last activity, with ties in no order at all: never by id.
        return [](const Record &left, const Record &right) {
            return std::uint32_t(left.id) * 2654435761U < std::uint32_t(right.id) * 2654435761U;
        };
    }
    return [columns = *columns](const Record &left, const Record &right) {
        for (const OrderColumn &order : columns) {
            if (const int result = compared(order.column, left, right); result != 0)
                return (result < 0) != order.isDescending;
        }
        return left.id < right.id;
    };
}

} // namespace syncline::sandbox::mautic
