#include "core/recipes/formula.h"

#include "core/mapping/numbertext.h"
#include "core/recipes/formulanode.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

using detail::FormulaNode;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Formula)
};

/// The element of a list whose member has this value.
JsonView selected(const JsonView &list, const QString &member, const QString &value)
{
    for (const JsonView element : list) {
        if (element[member.toStdString()].text() == value)
            return element;
    }
    return {};
}

QString shown(const JsonView &view)
{
    if (!view.isArray())
        return view.text();
    QStringList members;
    for (const JsonView element : view)
        members << element.text();
    return members.join(u", "_s);
}

QString fromEvent(const JsonView &event, const QStringList &path)
{
    static const QRegularExpression selector(u"^([^\\[]+)\\[([^=\\]]+)=([^\\]]*)\\]$"_s);
    JsonView view = event;
    for (const QString &name : path) {
        const auto match = selector.match(name);
        view = match.hasMatch() ? selected(view[match.captured(1).toStdString()], match.captured(2), match.captured(3))
                                : view[name.toStdString()];
    }
    return shown(view);
}

QString referred(const QString &reference, const FormulaInput &input)
{
    const qsizetype dot = reference.indexOf(u'.');
    const QString source = reference.left(dot), rest = reference.mid(dot + 1);
    if (reference == "now"_L1)
        return input.now;
    if (source == "event"_L1)
        return fromEvent(input.event, rest.split(u'.'));
    if (source == "settings"_L1)
        return input.settings.value(rest);
    return input.steps.value(source).value(rest);
}

QString numberOf(const QString &text)
{
    return text.isEmpty() ? u"0"_s : text;
}

Result<QString> calculated(const FormulaNode &node, const QStringList &values)
{
    QString result = numberOf(values.value(0));
    for (qsizetype i = 1; i < values.size(); ++i) {
        const QString next = numberOf(values[i]);
        const auto step = node.kind == FormulaNode::Kind::Sum ? sumOf(result, next)
            : node.kind == FormulaNode::Kind::Difference      ? differenceOf(result, next)
                                                              : productOf(result, next);
        if (!step)
            return failure(ErrorKind::Validation, Text::tr("\"%1\" and \"%2\" are no numbers.").arg(result, next),
                           Text::tr("Correct the event, or the recipe's field and setting."));
        result = *step;
    }
    const auto finished = rounded(result, node.rounding, node.places);
    return finished ? Result<QString>(*finished)
                    : failure(ErrorKind::Validation, Text::tr("\"%1\" is no number.").arg(result));
}

Result<QString> moved(const FormulaNode &node, const QString &from, const QString &by)
{
    if (from.isEmpty())
        return QString();
    bool isNumber = false;
    const int count = by.toInt(&isNumber);
    const bool isDay = from.size() == "2026-01-31"_L1.size();
    const QDateTime start = isDay ? QDateTime(QDate::fromString(from, Qt::ISODate), QTime(0, 0), Qt::UTC)
                                  : QDateTime::fromString(from, Qt::ISODate).toUTC();
    if (!start.isValid() || !isNumber)
        return failure(ErrorKind::Validation, Text::tr("\"%1\" is no time, or \"%2\" no whole number.").arg(from, by),
                       Text::tr("Times look like 2026-01-31T09:30:00Z."));
    const QDateTime end = node.kind == FormulaNode::Kind::AddDays ? start.addDays(count) : start.addMonths(count);
    return isDay ? end.date().toString(Qt::ISODate) : end.toString(Qt::ISODate);
}

Result<QString> lookedUp(const FormulaNode &node, const QString &key)
{
    if (const auto it = node.table.constFind(key); it != node.table.cend())
        return *it;
    if (key.isEmpty() || node.otherwise)
        return node.otherwise.value_or(QString());
    return failure(ErrorKind::Validation, Text::tr("The recipe's table has no entry for \"%1\".").arg(key),
                   Text::tr("Add it to the table, or give it an \"otherwise\"."));
}

Result<QString> evaluated(const FormulaNode &node, const FormulaInput &input);

Result<QStringList> all(const FormulaNode &node, const FormulaInput &input)
{
    QStringList values;
    for (const auto &part : node.parts) {
        auto value = evaluated(*part, input);
        if (!value)
            return failure(value.error());
        values << *value;
    }
    return values;
}

Result<QString> evaluated(const FormulaNode &node, const FormulaInput &input)
{
    using Kind = FormulaNode::Kind;
    if (node.kind == Kind::If) {
        const auto holds = node.condition->holds(input);
        if (!holds)
            return failure(holds.error());
        return evaluated(*node.parts.at(*holds ? 0 : 1), input);
    }
    const auto values = all(node, input);
    if (!values)
        return failure(values.error());
    switch (node.kind) {
    case Kind::Plain:
        return node.text;
    case Kind::Reference:
        return referred(node.text, input).trimmed();
    case Kind::Joined:
        return values->join(QString()).trimmed();
    case Kind::Sum:
    case Kind::Difference:
    case Kind::Product:
        return calculated(node, *values);
    case Kind::Lookup:
        return lookedUp(node, values->value(0));
    case Kind::FirstWord:
        return values->value(0).simplified().section(u' ', 0, 0);
    case Kind::OtherWords:
        return values->value(0).simplified().section(u' ', 1);
    case Kind::AddDays:
    case Kind::AddMonths:
        return moved(node, values->value(0), values->value(1));
    case Kind::If:
        break;
    }
    return QString();
}

void collect(const FormulaNode &node, QStringList &references)
{
    if (node.kind == FormulaNode::Kind::Reference)
        references << node.text;
    if (node.condition)
        references += node.condition->references();
    for (const auto &part : node.parts)
        collect(*part, references);
}

} // namespace

Formula::Formula() = default;

Result<QString> Formula::value(const FormulaInput &input) const
{
    return m_root ? evaluated(*m_root, input) : Result<QString>(QString());
}

QStringList Formula::references() const
{
    QStringList found;
    if (m_root)
        collect(*m_root, found);
    return found;
}

QStringList Formula::sources() const
{
    QStringList found;
    for (const QString &reference : references())
        found << reference.section(u'.', 0, 0);
    found.removeDuplicates();
    return found;
}

Result<bool> Condition::holds(const FormulaInput &input) const
{
    QStringList values;
    for (const Formula &formula : m_values) {
        const auto value = formula.value(input);
        if (!value)
            return failure(value.error());
        values << *value;
    }
    bool any = false, every = true;
    for (const Condition &condition : m_conditions) {
        const auto held = condition.holds(input);
        if (!held)
            return held;
        any = any || *held;
        every = every && *held;
    }
    switch (m_kind) {
    case Kind::AtLeast: {
        const auto a = plainNumber(numberOf(values[0])), b = plainNumber(numberOf(values[1]));
        return a && b && compareNumbers(*a, *b) >= 0;
    }
    case Kind::Equals:
        return values[0] == values[1];
    case Kind::IsBlank:
        return values[0].isEmpty();
    case Kind::Not:
        return !every;
    case Kind::All:
        return every;
    case Kind::Any:
        return any;
    case Kind::Always:
        break;
    }
    return true;
}

QStringList Condition::references() const
{
    QStringList found;
    for (const Formula &formula : m_values)
        found += formula.references();
    for (const Condition &condition : m_conditions)
        found += condition.references();
    return found;
}

} // namespace syncline::core
