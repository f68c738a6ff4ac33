#include "sandbox/salesforce/soql.h"

#include "sandbox/salesforce/ids.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::sandbox::salesforce {

namespace {

struct Literal
{
    bool isText = false; ///< in quotes
    QString text;        ///< without them
};

/// Of a value and one of a query, as the field's type is compared.
int compared(const Field &field, const QJsonValue &value, const Literal &literal)
{
    if (field.isNumber())
        return value.toDouble() < literal.text.toDouble() ? -1 : value.toDouble() > literal.text.toDouble() ? 1 : 0;
    if (field.type == "boolean"_L1)
        return int(value.toBool()) - int(literal.text.compare(u"true"_s, Qt::CaseInsensitive) == 0);
    const QString text = value.toString();
    if (field.type == "id"_L1 || field.type == "reference"_L1)
        return text.left(15).compare(literal.text.left(15));
    if (field.type == "datetime"_L1) {
        const QDateTime time = QDateTime::fromString(literal.text, Qt::ISODate);
        return text.compare(timeText(time.toSecsSinceEpoch()));
    }
    return text.compare(literal.text, Qt::CaseInsensitive);
}

class Comparison final : public Condition
{
public:
    Comparison(const Field &field, const QString &op, const QList<Literal> &literals)
        : m_field(field)
        , m_op(op)
        , m_literals(literals)
    {
    }

    bool holds(const Table &table, const Record &record) const override
    {
        const QJsonValue value = table.shown(record, m_field.name);
        const auto isEqual = [&](const Literal &literal) {
            const bool isNull = !literal.isText && literal.text.compare(u"null"_s, Qt::CaseInsensitive) == 0;
            return isNull || value.isNull() ? isNull == value.isNull() : compared(m_field, value, literal) == 0;
        };
        if (m_op == "="_L1 || m_op == "IN"_L1)
            return std::ranges::any_of(m_literals, isEqual);
        if (m_op == "!="_L1)
            return std::ranges::none_of(m_literals, isEqual);
        if (value.isNull())
            return false;
        const int order = compared(m_field, value, m_literals.first());
        return (order > 0 && m_op.startsWith(u'>')) || (order < 0 && m_op.startsWith(u'<'))
            || (order == 0 && m_op.endsWith(u'='));
    }

private:
    Field m_field;
    QString m_op;
    QList<Literal> m_literals;
};

class Junction final : public Condition
{
public:
    Junction(bool isAnd, QList<std::shared_ptr<const Condition>> parts) : m_isAnd(isAnd), m_parts(std::move(parts)) {}

    bool holds(const Table &table, const Record &record) const override
    {
        const auto isTrue = [&](const auto &part) { return part->holds(table, record); };
        return m_isAnd ? std::ranges::all_of(m_parts, isTrue) : std::ranges::any_of(m_parts, isTrue);
    }

private:
    bool m_isAnd;
    QList<std::shared_ptr<const Condition>> m_parts;
};

class Parser
{
public:
    Parser(const QString &text, const Store &store, const Settings &settings)
        : m_store(store)
        , m_settings(settings)
        , m_tokens(tokensOf(text))
    {
    }

    Parsed parse()
    {
        QStringList fields;
        expect(u"SELECT"_s);
        do
            fields.append(take());
        while (skip(u","_s));
        expect(u"FROM"_s);
        readObject(take());
        for (const QString &name : std::as_const(fields)) {
            if (const Field *field = fieldNamed(name))
                m_soql.fields.append(field->name);
        }
        if (skip(u"WHERE"_s))
            m_soql.where = alternatives();
        if (skip(u"ORDER"_s))
            readOrder();
        if (skip(u"LIMIT"_s))
            m_soql.limit = take().toInt();
        if (skip(u"OFFSET"_s))
            m_soql.offset = take().toInt();
        if (m_soql.offset > 2000)
            fail({400, u"NUMBER_OUTSIDE_VALID_RANGE"_s, u"Maximum SOQL offset allowed is 2000"_s, {}});
        if (m_at < m_tokens.size())
            malformed();
        return {m_soql, m_trouble};
    }

private:
    static QStringList tokensOf(const QString &text)
    {
        static const QRegularExpression token(
            u"'(?:[^'\\\\]|\\\\.)*'|[A-Za-z_][A-Za-z0-9_.]*|\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+(?:Z|[+-]\\d\\d:?\\d\\d))?|"
            "-?\\d+(?:\\.\\d+)?|!=|<>|<=|>=|[(),=<>]|\\S"_s);
        QStringList tokens;
        for (auto match = token.globalMatch(text); match.hasNext();)
            tokens.append(match.next().captured());
        return tokens;
    }

    void fail(const Trouble &trouble)
    {
        if (!m_trouble)
            m_trouble = trouble;
        m_at = m_tokens.size();
    }
    void malformed()
    {
        fail({400, u"MALFORMED_QUERY"_s, u"unexpected token: '%1'"_s.arg(m_tokens.value(m_at, u"<EOF>"_s)), {}});
    }
    QString take() { return m_tokens.value(m_at++); }
    bool skip(const QString &word)
    {
        if (m_tokens.value(m_at).compare(word, Qt::CaseInsensitive) != 0)
            return false;
        ++m_at;
        return true;
    }
    void expect(const QString &word)
    {
        if (!skip(word))
            malformed();
    }

    void readObject(const QString &name)
    {
        m_soql.table = m_settings.denied.contains(name) ? nullptr : m_store.table(name);
        if (!m_soql.table && !m_trouble)
            fail({400, u"INVALID_TYPE"_s, u"sObject type '%1' is not supported."_s.arg(name), {}});
    }

    const Field *fieldNamed(const QString &name)
    {
        const Field *field = m_soql.table ? m_soql.table->field(name) : nullptr;
        if (!field && m_soql.table)
            fail(noSuchColumn(name, m_soql.table->name));
        return field;
    }

    std::shared_ptr<const Condition> alternatives()
    {
        QList<std::shared_ptr<const Condition>> parts{all()};
        while (skip(u"OR"_s))
            parts.append(all());
        return std::make_shared<Junction>(false, parts);
    }

    std::shared_ptr<const Condition> all()
    {
        QList<std::shared_ptr<const Condition>> parts{comparison()};
        while (skip(u"AND"_s))
            parts.append(comparison());
        return std::make_shared<Junction>(true, parts);
    }

    std::shared_ptr<const Condition> comparison()
    {
        if (skip(u"("_s)) {
            auto inner = alternatives();
            expect(u")"_s);
            return inner;
        }
        const Field *field = fieldNamed(take());
        if (!field)
            return std::make_shared<Junction>(false, QList<std::shared_ptr<const Condition>>());
        const QString op = take().toUpper();
        QList<Literal> literals;
        if (op == "IN"_L1) {
            expect(u"("_s);
            do
                literals.append(literal());
            while (skip(u","_s));
            expect(u")"_s);
        } else {
            literals.append(literal());
        }
        return std::make_shared<Comparison>(*field, op == "<>"_L1 ? u"!="_s : op, literals);
    }

    Literal literal()
    {
        const QString token = take();
        if (token.isEmpty())
            malformed();
        if (!token.startsWith(u'\''))
            return {false, token};
        static const QRegularExpression escaped(u"\\\\(.)"_s);
        return {true, token.mid(1).chopped(1).replace(escaped, u"\\1"_s)};
    }

    void readOrder()
    {
        expect(u"BY"_s);
        do {
            const Field *field = fieldNamed(take());
            const bool descends = skip(u"DESC"_s);
            if (!descends)
                skip(u"ASC"_s);
            if (field)
                m_soql.order.append({field->name, descends});
        } while (skip(u","_s));
    }

    const Store &m_store;
    const Settings &m_settings;
    QStringList m_tokens;
    qsizetype m_at = 0;
    Soql m_soql;
    std::optional<Trouble> m_trouble;
};

/// Blanks first; texts by their characters.
bool isLess(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() && !b.isNull();
    return a.isDouble() ? a.toDouble() < b.toDouble() : a.toVariant().toString() < b.toVariant().toString();
}

} // namespace

Parsed parseSoql(const QString &text, const Store &store, const Settings &settings)
{
    return Parser(text, store, settings).parse();
}

QStringList selected(const Soql &soql, bool withDeleted)
{
    QList<const Record *> found;
    for (const auto &[id, record] : soql.table->records) {
        if ((record.deleted == 0 || withDeleted) && (!soql.where || soql.where->holds(*soql.table, record)))
            found.append(&record);
    }
    // By the least of the wishes first: the sort is stable, and ids are in order already.
    for (auto wish = soql.order.rbegin(); wish != soql.order.rend(); ++wish) {
        const auto &[name, descends] = *wish;
        if (name == "Id"_L1 && !descends && wish == soql.order.rbegin())
            continue;
        std::ranges::stable_sort(found, [&](const Record *a, const Record *b) {
            const QJsonValue left = soql.table->shown(*a, name), right = soql.table->shown(*b, name);
            return descends ? isLess(right, left) : isLess(left, right);
        });
    }
    QStringList ids;
    for (const Record *record : found.mid(soql.offset, soql.limit))
        ids.append(record->id);
    return ids;
}

} // namespace syncline::sandbox::salesforce
