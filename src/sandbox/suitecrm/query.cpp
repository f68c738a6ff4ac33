#include "sandbox/suitecrm/query.h"

#include "sandbox/suitecrm/phptext.h"
#include "sandbox/suitecrm/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

QString decodedPart(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.replace('+', ' ')));
}

std::optional<Operator> operatorNamed(const QString &name)
{
    static const QHash<QString, Operator> operators{{u"eq"_s, Operator::Equal},   {u"neq"_s, Operator::NotEqual},
                                                    {u"gt"_s, Operator::Greater}, {u"gte"_s, Operator::GreaterOrEqual},
                                                    {u"lt"_s, Operator::Less},    {u"lte"_s, Operator::LessOrEqual},
                                                    {u"like"_s, Operator::Like}};
    const auto known = operators.constFind(name.toLower());
    return known == operators.cend() ? std::nullopt : std::optional(*known);
}

/// The database keeps texts unescaped here; it finds the escaped form of a value as well.
QString unescaped(QString value)
{
    return value.replace(u"&#039;"_s, u"'"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s);
}

bool isDate(FieldKind kind)
{
    return kind == FieldKind::Date || kind == FieldKind::DateTime;
}

bool isNumeric(FieldKind kind)
{
    return kind == FieldKind::Boolean || kind == FieldKind::Integer || kind == FieldKind::Number;
}

bool holds(Operator op, int order)
{
    switch (op) {
    case Operator::Equal:
        return order == 0;
    case Operator::NotEqual:
        return order != 0;
    case Operator::Greater:
        return order > 0;
    case Operator::GreaterOrEqual:
        return order >= 0;
    case Operator::Less:
        return order < 0;
    case Operator::LessOrEqual:
        return order <= 0;
    case Operator::Like:
        return false;
    }
    Q_UNREACHABLE();
}

/// SQL's LIKE with % and _, without regard to case.
bool isLike(QStringView text, QStringView pattern)
{
    if (pattern.isEmpty())
        return text.isEmpty();
    if (pattern.front() == u'%') {
        for (qsizetype i = 0; i <= text.size(); ++i) {
            if (isLike(text.mid(i), pattern.mid(1)))
                return true;
        }
        return false;
    }
    if (text.isEmpty())
        return false;
    const bool fits = pattern.front() == u'_' || text.front().toCaseFolded() == pattern.front().toCaseFolded();
    return fits && isLike(text.mid(1), pattern.mid(1));
}

int order(double a, double b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

bool holds(const Condition &condition, const Field &field, const QString &stored)
{
    if (condition.op == Operator::Like)
        return isLike(stored, condition.value);
    if (condition.isUnreadable) // compared with 0000-00-00
        return condition.op == Operator::NotEqual || condition.op == Operator::Greater
            || condition.op == Operator::GreaterOrEqual;
    if (stored.isEmpty() && (isDate(field.kind) || stored.isNull()))
        return condition.op == Operator::Equal && condition.value.isEmpty();
    if (isDate(field.kind))
        return holds(condition.op, stored.compare(condition.value));
    if (isNumeric(field.kind))
        return holds(condition.op, order(stored.toDouble(), leadingNumber(condition.value)));
    return holds(condition.op, stored.compare(condition.value, Qt::CaseInsensitive));
}

int matchingAddresses(const Condition &condition, const Record &record)
{
    int count = 0;
    for (const EmailLink &link : record.emails) {
        const QString address = link.address->value(u"email_address"_s);
        const bool fits = condition.op == Operator::Like
            ? isLike(address, condition.value)
            : holds(condition.op, address.compare(condition.value, Qt::CaseInsensitive));
        count += fits ? 1 : 0;
    }
    return count;
}

int matches(const Condition &condition, const Record &record)
{
    if (condition.isEmail)
        return matchingAddresses(condition, record);
    const Field &field = record.schema->fields[std::size_t(condition.field)];
    if (field.name == "id"_L1)
        return holds(condition, field, record.id) ? 1 : 0;
    if (field.name == "deleted"_L1)
        return holds(condition, field, record.isDeleted ? u"1"_s : u"0"_s) ? 1 : 0;
    return holds(condition, field, record.values[std::size_t(condition.field)]) ? 1 : 0;
}

Outcome<Condition> readCondition(const ModuleSchema &schema, const Query::Entry &entry, ListQuery &list)
{
    const QString name = entry.path.value(0);
    if (!schema.has(name))
        return tl::unexpected(refusal(u"Filter field %1 in %2 module is not found"_s.arg(name, schema.singular)));
    if (entry.path.size() < 2)
        return tl::unexpected(refusal(u"Filter field %1 must be an array"_s.arg(name)));
    const std::optional<Operator> op = operatorNamed(entry.path[1]);
    if (!op)
        return tl::unexpected(refusal(u"Filter operator %1 is invalid"_s.arg(entry.path[1])));
    Condition condition{schema.indexOf(name), *op, unescaped(entry.value), false, name == "email1"_L1};
    const Field &field = schema.fields[std::size_t(condition.field)];
    if (!field.isColumn && !condition.isEmail)
        list.failsInDatabase = true;
    if (name == "deleted"_L1)
        list.asksForDeleted = true;
    if (isDate(field.kind) && *op != Operator::Like && !condition.value.isEmpty()) {
        condition.value = databaseReading(condition.value);
        condition.isUnreadable = condition.value.isEmpty();
        if (field.kind == FieldKind::Date)
            condition.value.truncate(10);
    }
    return condition;
}

std::optional<Response> readFilter(const ModuleSchema &schema, const Query &query, ListQuery &list)
{
    const Query::Parameter *filter = query.find(u"filter"_s);
    if (!filter)
        return {};
    for (const Query::Entry &entry : filter->entries) {
        if (entry.path.isEmpty())
            return refusal(u"The option \"filter\" with value \"%1\" is invalid."_s.arg(entry.value));
        if (entry.path == QStringList{u"operator"_s}) {
            list.matchesAny = entry.value.toLower() == "or"_L1;
            continue;
        }
        const Outcome<Condition> condition = readCondition(schema, entry, list);
        if (!condition)
            return condition.error();
        list.conditions.push_back(*condition);
    }
    return {};
}

std::optional<Response> readSort(const ModuleSchema &schema, const Query &query, ListQuery &list)
{
    static const QRegularExpression oneField(u"^-?[A-Za-z0-9_]+$"_s);
    const Query::Parameter *sort = query.find(u"sort"_s);
    if (!sort)
        return {};
    QString name = sort->entries.back().value;
    if (!oneField.match(name).hasMatch())
        return refusal(u"The option \"sort\" with value \"%1\" is invalid."_s.arg(name));
    list.isDescending = name.startsWith(u'-');
    if (list.isDescending)
        name.remove(0, 1);
    list.sortField = schema.indexOf(name);
    if (list.sortField < 0)
        return refusal(u"Sort field %1 in %2 module is not found"_s.arg(name, schema.singular));
    if (!schema.fields[std::size_t(list.sortField)].isColumn)
        list.failsInDatabase = true;
    return {};
}

std::optional<Response> readPage(const Query &query, ListQuery &list)
{
    constexpr int defaultSize = 20;
    static const QRegularExpression digits(u"^\\d+$"_s);
    const Query::Parameter *page = query.find(u"page"_s);
    if (!page)
        return {};
    list.page = Page{0, defaultSize};
    for (const Query::Entry &entry : page->entries) {
        const QString part = entry.path.value(0);
        if ((part != "number"_L1 && part != "size"_L1) || !digits.match(entry.value).hasMatch())
            return refusal(u"The option \"page\" with value array is invalid."_s);
        if (entry.value.toInt() <= 0)
            return refusal(u"The option \"%1\" with value \"%2\" is invalid."_s.arg(part, entry.value));
        (part == "number"_L1 ? list.page->number : list.page->size) = entry.value.toInt();
    }
    return {};
}

/// Differs from page to page, yet is the same in every run: Qt's own hash has a secret of each process in it.
std::uint64_t tieOrder(const Record &record, int page)
{
    std::uint64_t hash = 14695981039346656037ULL + std::uint64_t(page) * 0x9e3779b97f4a7c15ULL;
    for (const QChar c : record.id)
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
    return hash ^ (hash >> 32);
}

} // namespace

Query::Query(const QByteArray &raw)
{
    static const QRegularExpression brackets(u"\\[([^\\]]*)\\]"_s);
    for (const QByteArray &pair : raw.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const QString key = decodedPart(equals < 0 ? pair : pair.left(equals));
        QStringList path;
        for (auto parts = brackets.globalMatch(key); parts.hasNext();)
            path.append(parts.next().captured(1));
        add(key.section(u'[', 0, 0), path, equals < 0 ? QString() : decodedPart(pair.mid(equals + 1)));
    }
}

void Query::add(const QString &name, QStringList path, QString value)
{
    auto known = std::find_if(m_parameters.begin(), m_parameters.end(),
                              [&name](const Parameter &parameter) { return parameter.name == name; });
    if (known == m_parameters.end())
        known = m_parameters.insert(m_parameters.end(), Parameter{name, {}});
    for (Entry &entry : known->entries) {
        if (entry.path == path) {
            entry.value = std::move(value);
            return;
        }
    }
    known->entries.push_back({std::move(path), std::move(value)});
}

const Query::Parameter *Query::find(const QString &name) const
{
    for (const Parameter &parameter : m_parameters) {
        if (parameter.name == name)
            return &parameter;
    }
    return nullptr;
}

QString Query::withPage(int number) const
{
    Query copy = *this;
    copy.add(u"page"_s, {u"number"_s}, QString::number(number));
    QStringList parts;
    for (const Parameter &parameter : copy.m_parameters) {
        for (const Entry &entry : parameter.entries) {
            const QString path = entry.path.isEmpty() ? QString() : u'[' + entry.path.join(u"]["_s) + u']';
            parts.append(parameter.name + path + u'=' + entry.value);
        }
    }
    return parts.join(u'&');
}

std::optional<Response> unknownParameter(const Query &query, const QStringList &allowed, const QString &listed)
{
    for (const Query::Parameter &parameter : query.parameters()) {
        if (!allowed.contains(parameter.name))
            return refusal(u"The option \"%1\" does not exist. Defined options are: %2."_s.arg(parameter.name, listed));
    }
    return {};
}

Outcome<FieldSelection> readFields(const Schemas &schemas, const ModuleSchema &schema, const Query &query)
{
    FieldSelection selection;
    const Query::Parameter *fields = query.find(u"fields"_s);
    if (!fields)
        return selection;
    for (const Query::Entry &entry : fields->entries) {
        const ModuleSchema *checked = schemas.find(entry.path.value(0));
        if (!checked)
            return tl::unexpected(refusal(u"Module %1 does not exist"_s.arg(entry.path.value(0))));
        for (const QString &name : entry.value.split(u',')) {
            if (!checked->has(name) && !checked->hiddenFields.contains(name))
                return tl::unexpected(
                    refusal(u"The following field in %1 module is not found: %2"_s.arg(checked->singular, name)));
            if (const int index = schema.indexOf(name); index >= 0)
                selection.push_back(index);
        }
    }
    std::sort(selection.begin(), selection.end());
    selection.erase(std::unique(selection.begin(), selection.end()), selection.end());
    return selection;
}

Outcome<ListQuery> readListQuery(const Schemas &schemas, const ModuleSchema &schema, const Query &query,
                                 const QStringList &allowed, const QString &listed)
{
    ListQuery list;
    if (std::optional<Response> unknown = unknownParameter(query, allowed, listed))
        return tl::unexpected(*std::move(unknown));
    Outcome<FieldSelection> fields = readFields(schemas, schema, query);
    if (!fields)
        return tl::unexpected(fields.error());
    list.fields = *std::move(fields);
    for (std::optional<Response> refused :
         {readPage(query, list), readSort(schema, query, list), readFilter(schema, query, list)}) {
        if (refused)
            return tl::unexpected(*std::move(refused));
    }
    return list;
}

int matches(const ListQuery &query, const Record &record)
{
    if (!query.asksForDeleted && record.isDeleted)
        return 0;
    int rows = query.matchesAny && !query.conditions.empty() ? 0 : 1;
    for (const Condition &condition : query.conditions) {
        const int count = matches(condition, record);
        if (query.matchesAny)
            rows = std::max(rows, count);
        else if (count == 0)
            return 0;
        else
            rows = std::max(rows, count);
    }
    return rows;
}

void sortRows(const ListQuery &query, std::vector<const Record *> &rows)
{
    if (query.sortField < 0 || rows.empty())
        return;
    const std::size_t field = std::size_t(query.sortField);
    if (rows.front()->schema->fields[field].name == "id"_L1) {
        if (query.isDescending)
            std::reverse(rows.begin(), rows.end());
        return;
    }
    const Page page = query.page.value_or(Page{1, int(rows.size())});
    const bool isNumber = isNumeric(rows.front()->schema->fields[field].kind);
    const auto comesFirst = [&](const Record *a, const Record *b) {
        const QString &left = a->values[field];
        const QString &right = b->values[field];
        const int difference = isNumber ? order(left.toDouble(), right.toDouble())
                                        : left.compare(right, Qt::CaseInsensitive);
        if (difference != 0)
            return query.isDescending ? difference > 0 : difference < 0;
        return tieOrder(*a, page.number) < tieOrder(*b, page.number);
    };
    const std::size_t needed = std::min(rows.size(), std::size_t(page.offset() + page.size));
    std::partial_sort(rows.begin(), rows.begin() + std::ptrdiff_t(needed), rows.end(), comesFirst);
}

} // namespace syncline::sandbox::suitecrm
