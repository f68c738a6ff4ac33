#include "core/mapping/jsonreader.h"
#include "core/recipes/formulanode.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core {

using detail::FormulaNode;
using Kind = FormulaNode::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Formula)
};

using Node = std::shared_ptr<const FormulaNode>;

struct Operation
{
    const char *name;
    Kind kind;
    int operands; ///< 0: any number of at least two
};

constexpr Operation operations[] = {
    {"sum", Kind::Sum, 0},          {"difference", Kind::Difference, 2}, {"product", Kind::Product, 0},
    {"lookup", Kind::Lookup, 1},    {"first_word", Kind::FirstWord, 1},  {"other_words", Kind::OtherWords, 1},
    {"add_days", Kind::AddDays, 2}, {"add_months", Kind::AddMonths, 2},  {"if", Kind::If, 1},
};

auto wrong(const QString &place, const QString &what)
{
    return failure(ErrorKind::Usage, Text::tr("%1: %2").arg(place, what), Text::tr("See docs/recipes.md."));
}

Node plain(const QString &text)
{
    auto node = std::make_shared<FormulaNode>();
    node->text = text;
    return node;
}

/// "Repair of {event.device}": pieces between braces are references.
Result<Node> textNode(const QString &text, const QString &place)
{
    std::vector<Node> pieces;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype open = text.indexOf(u'{', from);
        if (open != from)
            pieces.push_back(plain(text.mid(from, open < 0 ? -1 : open - from)));
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u'}', open);
        const QString name = text.mid(open + 1, close - open - 1).trimmed();
        if (close < 0 || (name != "now"_L1 && !name.contains(u'.')))
            return wrong(place, Text::tr("\"%1\" has a brace that is no reference like {event.email}.").arg(text));
        auto node = std::make_shared<FormulaNode>();
        node->kind = Kind::Reference;
        node->text = name;
        pieces.push_back(node);
        from = close + 1;
    }
    if (pieces.empty())
        return plain({});
    if (pieces.size() == 1)
        return pieces.front();
    auto joined = std::make_shared<FormulaNode>();
    joined->kind = Kind::Joined;
    joined->parts = std::move(pieces);
    return joined;
}

} // namespace

class FormulaReader
{
public:
    static Result<Node> read(const QJsonValue &json, const QString &place)
    {
        if (json.isString())
            return textNode(json.toString(), place);
        if (!json.isObject())
            return wrong(place, Text::tr("a formula is a text or an object; numbers are written as texts."));
        const QJsonObject object = json.toObject();
        const Operation *found = nullptr;
        for (const Operation &operation : operations) {
            if (!object.contains(QLatin1StringView(operation.name)))
                continue;
            if (found)
                return wrong(place,
                             Text::tr("%1 and %2 cannot stand together.")
                                 .arg(QLatin1StringView(found->name), QLatin1StringView(operation.name)));
            found = &operation;
        }
        if (!found)
            return wrong(place,
                         Text::tr("there is no operation that is called so: %1.").arg(object.keys().join(u", "_s)));
        return readOperation(*found, object, place);
    }

    static Formula formula(Node node)
    {
        Formula made;
        made.m_root = std::move(node);
        return made;
    }

private:
    static Result<Node> readOperation(const Operation &operation, const QJsonObject &object, const QString &place)
    {
        JsonReader reader(object, place);
        auto node = std::make_shared<FormulaNode>();
        node->kind = operation.kind;
        const QString name = QString::fromLatin1(operation.name);
        const QJsonValue operands = reader.required(name);
        if (operation.kind == Kind::If)
            return readIf(reader, operands, *node, place).map([&] { return Node(node); });
        auto done = readOperands(operation, operands, *node, place + u'.' + name);
        if (operation.kind == Kind::Lookup) {
            const QJsonObject table = reader.object(u"table"_s);
            for (auto it = table.begin(); it != table.end(); ++it)
                node->table.insert(it.key(), it->toString());
            if (const QJsonValue otherwise = reader.value(u"otherwise"_s); otherwise.isString())
                node->otherwise = otherwise.toString();
        }
        if (operation.kind == Kind::Product || operation.kind == Kind::Sum || operation.kind == Kind::Difference) {
            const QString rounding = reader.text(u"round"_s);
            node->rounding = rounding == "down"_L1 ? Rounding::Down
                : rounding == "half_up"_L1         ? Rounding::HalfUp
                                                   : Rounding::None;
            if (!rounding.isEmpty() && node->rounding == Rounding::None)
                reader.fail(Text::tr("Unknown rounding \"%1\" in %2.").arg(rounding, place),
                            Text::tr("Use \"down\" or \"half_up\"."));
            node->places = reader.value(u"places"_s).toInt(0);
        }
        return done.and_then([&] { return reader.finish(); }).map([&] { return Node(node); });
    }

    static Result<void> readOperands(const Operation &operation, const QJsonValue &json, FormulaNode &node,
                                     const QString &place)
    {
        const QJsonArray list = json.isArray() ? json.toArray() : QJsonArray{json};
        const bool fits = operation.operands == 0 ? list.size() >= 2 : list.size() == operation.operands;
        if (!fits)
            return wrong(place,
                         operation.operands == 0 ? Text::tr("two values or more are needed.")
                                                 : Text::tr("%n values are needed.", nullptr, operation.operands));
        for (qsizetype i = 0; i < list.size(); ++i) {
            auto part = read(list.at(i), u"%1[%2]"_s.arg(place).arg(i));
            if (!part)
                return failure(part.error());
            node.parts.push_back(*part);
        }
        return {};
    }

    static Result<void> readIf(JsonReader &reader, const QJsonValue &condition, FormulaNode &node, const QString &place)
    {
        auto read = Condition::fromJson(condition, place + u".if"_s);
        if (!read)
            return failure(read.error());
        node.condition = *read;
        for (const QString &key : {u"then"_s, u"else"_s}) {
            const QJsonValue branch = reader.value(key);
            auto part = FormulaReader::read(branch.isUndefined() ? QJsonValue(QString()) : branch, place + u'.' + key);
            if (!part)
                return failure(part.error());
            node.parts.push_back(*part);
        }
        return reader.finish();
    }
};

Result<Formula> Formula::fromJson(const QJsonValue &json, const QString &place)
{
    return FormulaReader::read(json, place).map(FormulaReader::formula);
}

Result<Condition> Condition::fromJson(const QJsonValue &json, const QString &place)
{
    static const QMap<QString, Kind> kinds{{u"at_least"_s, Kind::AtLeast}, {u"equals"_s, Kind::Equals},
                                           {u"is_blank"_s, Kind::IsBlank}, {u"not"_s, Kind::Not},
                                           {u"all"_s, Kind::All},          {u"any"_s, Kind::Any}};
    Condition made;
    if (json.isUndefined() || json.isNull())
        return made;
    const QJsonObject object = json.toObject();
    const QString name = object.size() == 1 ? object.keys().first() : QString();
    if (!kinds.contains(name))
        return wrong(place, Text::tr("a condition is an object with one of: %1.").arg(kinds.keys().join(u", "_s)));
    made.m_kind = kinds.value(name);
    const QJsonValue operands = object.value(name);
    const QJsonArray list = operands.isArray() ? operands.toArray() : QJsonArray{operands};
    const bool isOfTwo = made.m_kind == Kind::AtLeast || made.m_kind == Kind::Equals;
    if (isOfTwo ? list.size() != 2 : list.isEmpty())
        return wrong(place, Text::tr("%1 needs two values.").arg(name));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString part = u"%1.%2[%3]"_s.arg(place, name).arg(i);
        if (isOfTwo || made.m_kind == Kind::IsBlank) {
            auto formula = Formula::fromJson(list.at(i), part);
            if (!formula)
                return failure(formula.error());
            made.m_values.append(*formula);
        } else {
            auto condition = fromJson(list.at(i), part);
            if (!condition)
                return failure(condition.error());
            made.m_conditions.append(*condition);
        }
    }
    return made;
}

} // namespace syncline::core
