#include "core/mapping/filter.h"

#include "core/mapping/filterparser.h"
#include "core/mapping/numbertext.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

using detail::Comparison;
using detail::FilterKind;
using detail::FilterNode;

/// A field of the record, also where it stands inside its group.
Value fieldOf(const QMap<QString, Value> &record, const QString &key)
{
    const auto found = record.constFind(key);
    if (found != record.cend())
        return *found;
    for (const Value &value : record) {
        if (value.isGroup() && !value.part(key).isAbsent())
            return value.part(key);
    }
    return {};
}

bool isBlank(const FilterNode &node, const Value &value)
{
    return !value.isReadable() || value.isBlank() || (node.type == FieldType::Consent && value.text() == "unknown"_L1);
}

/// Negative, zero or positive; a date stands for its whole day where an instant is compared with it.
int order(FieldType type, const QString &text, const QString &operand)
{
    if (type == FieldType::Integer || type == FieldType::Decimal)
        return compareNumbers(plainNumber(text).value_or(u"0"_s), operand);
    if (type == FieldType::DateTime)
        return QStringView(text).left(operand.size() == 10 ? 10 : text.size()).compare(operand);
    return detail::filterText(text).compare(operand);
}

bool isEqual(const FilterNode &node, const Value &value, const QString &operand)
{
    if (operand.isEmpty() || isBlank(node, value))
        return operand.isEmpty() && isBlank(node, value);
    if (!value.isText()) {
        const QStringList members = value.members();
        return members.size() == 1 && detail::filterText(members.first()) == operand;
    }
    return order(node.type, value.text(), operand) == 0;
}

bool hasMember(const FilterNode &node, const Value &value, const QString &operand)
{
    const QStringList members = value.members();
    return std::any_of(members.begin(), members.end(),
                       [&](const QString &member) { return order(node.type, member, operand) == 0; });
}

bool anyText(const Value &value, const std::function<bool(const QString &)> &test)
{
    const QStringList members = value.members();
    return std::any_of(members.begin(), members.end(),
                       [&](const QString &member) { return test(detail::filterText(member)); });
}

bool compares(const FilterNode &node, const Value &value)
{
    const QString operand = node.operands.value(0);
    const bool isOrdered = !isBlank(node, value) && !operand.isEmpty();
    switch (node.comparison) {
    case Comparison::Equal:
        return isEqual(node, value, operand);
    case Comparison::NotEqual:
        return !isEqual(node, value, operand);
    case Comparison::Less:
        return isOrdered && order(node.type, value.text(), operand) < 0;
    case Comparison::LessOrEqual:
        return isOrdered && order(node.type, value.text(), operand) <= 0;
    case Comparison::Greater:
        return isOrdered && order(node.type, value.text(), operand) > 0;
    case Comparison::GreaterOrEqual:
        return isOrdered && order(node.type, value.text(), operand) >= 0;
    case Comparison::Has:
        return hasMember(node, value, operand);
    case Comparison::Contains:
        return anyText(value, [&](const QString &text) { return text.contains(operand); });
    case Comparison::StartsWith:
        return anyText(value, [&](const QString &text) { return text.startsWith(operand); });
    case Comparison::In:
        return std::any_of(node.operands.begin(), node.operands.end(), [&](const QString &one) {
            return isEqual(node, value, one) || (!value.isText() && hasMember(node, value, one));
        });
    case Comparison::Blank:
        return isBlank(node, value);
    case Comparison::NotBlank:
        return !isBlank(node, value);
    }
    return false;
}

bool accepted(const FilterNode &node, const QMap<QString, Value> &record)
{
    switch (node.kind) {
    case FilterKind::Never:
        return false;
    case FilterKind::And:
        return accepted(*node.left, record) && accepted(*node.right, record);
    case FilterKind::Or:
        return accepted(*node.left, record) || accepted(*node.right, record);
    case FilterKind::Not:
        return !accepted(*node.left, record);
    case FilterKind::Compare:
        return compares(node, fieldOf(record, node.field));
    }
    return false;
}

void collectFields(const FilterNode &node, QStringList &fields)
{
    if (node.kind == FilterKind::Compare && !fields.contains(node.field))
        fields.append(node.field);
    if (node.left)
        collectFields(*node.left, fields);
    if (node.right)
        collectFields(*node.right, fields);
}

} // namespace

Filter::Filter() = default;

Result<Filter> Filter::parse(const QString &expression, const QMap<QString, FieldType> &kinds)
{
    auto tree = detail::parseFilter(expression, kinds);
    if (!tree)
        return failure(tree.error());
    Filter filter;
    filter.m_expression = expression;
    filter.m_root = *tree;
    return filter;
}

Filter Filter::acceptsNothing()
{
    Filter filter;
    filter.m_root = std::make_shared<FilterNode>();
    return filter;
}

QStringList Filter::fields() const
{
    QStringList fields;
    if (m_root)
        collectFields(*m_root, fields);
    fields.sort();
    return fields;
}

bool Filter::accepts(const QMap<QString, Value> &record) const
{
    return !m_root || accepted(*m_root, record);
}

} // namespace syncline::core
