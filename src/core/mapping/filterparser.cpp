#include "core/mapping/filterparser.h"

#include "core/mapping/numbertext.h"
#include "core/mapping/validation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::core::detail {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Filter)
};

enum class TokenKind { Word, Quoted, Number, Symbol, End };

struct Token
{
    TokenKind kind = TokenKind::End;
    QString text;
    qsizetype position = 0; ///< from 1
};

tl::unexpected<Error> at(qsizetype position, const QString &sentence)
{
    return failure(ErrorKind::Usage, Text::tr("The filter is wrong at position %1: %2").arg(position).arg(sentence),
                   Text::tr("Example: country = \"Germany\" and tags has \"vip\""));
}

bool isWordCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

bool isNumberCharacter(QChar c)
{
    return isWordCharacter(c) || c == u'.' || c == u'-' || c == u':' || c == u'+';
}

/// Cuts an expression into tokens.
class Lexer
{
public:
    explicit Lexer(const QString &expression) : m_text(expression) {}

    Result<QList<Token>> tokens()
    {
        QList<Token> tokens;
        for (;;) {
            while (m_at < m_text.size() && m_text.at(m_at).isSpace())
                ++m_at;
            if (m_at == m_text.size())
                break;
            auto token = next();
            if (!token)
                return failure(token.error());
            tokens.append(*token);
        }
        tokens.append({TokenKind::End, {}, m_at + 1});
        return tokens;
    }

private:
    Result<Token> next()
    {
        const QChar first = m_text.at(m_at);
        if (first == u'"' || first == u'\'')
            return quoted(first);
        if ((first >= u'0' && first <= u'9')
            || ((first == u'-' || first == u'+') && m_at + 1 < m_text.size() && m_text.at(m_at + 1).isDigit()))
            return run(TokenKind::Number, isNumberCharacter);
        if (isWordCharacter(first))
            return run(TokenKind::Word, isWordCharacter);
        return symbol();
    }

    Result<Token> quoted(QChar quote)
    {
        Token token{TokenKind::Quoted, {}, m_at + 1};
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == quote) {
                ++m_at;
                return token;
            }
            if (c == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            token.text += m_text.at(m_at);
        }
        return at(token.position, Text::tr("the closing quotation mark is missing."));
    }

    Token run(TokenKind kind, bool (*belongs)(QChar))
    {
        Token token{kind, {}, m_at + 1};
        while (m_at < m_text.size() && belongs(m_text.at(m_at)))
            token.text += m_text.at(m_at++);
        return token;
    }

    Result<Token> symbol()
    {
        for (const QString &known :
             {u"!="_s, u"<="_s, u">="_s, u"=="_s, u"<>"_s, u"="_s, u"<"_s, u">"_s, u"("_s, u")"_s, u","_s}) {
            if (QStringView(m_text).mid(m_at).startsWith(known)) {
                Token token{TokenKind::Symbol, known, m_at + 1};
                m_at += known.size();
                return token;
            }
        }
        return at(m_at + 1, Text::tr("\"%1\" is not understood.").arg(m_text.at(m_at)));
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

/// Recursive descent: or < and < not < condition.
class Parser
{
public:
    Parser(QList<Token> tokens, const QMap<QString, FieldType> &kinds) : m_tokens(std::move(tokens)), m_kinds(kinds) {}

    Result<FilterTree> parse()
    {
        auto tree = anyOf();
        if (tree && current().kind != TokenKind::End)
            return at(current().position, Text::tr("\"%1\" is not expected here.").arg(current().text));
        return tree;
    }

private:
    static constexpr int deepest = 50;

    const Token &current() const { return m_tokens.at(m_at); }
    bool isWord(const char *word) const
    {
        return current().kind == TokenKind::Word
            && current().text.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0;
    }
    bool takeWord(const char *word)
    {
        const bool is = isWord(word);
        m_at += is ? 1 : 0;
        return is;
    }
    bool takeSymbol(const char *symbol)
    {
        const bool is = current().kind == TokenKind::Symbol && current().text == QLatin1StringView(symbol);
        m_at += is ? 1 : 0;
        return is;
    }
    static FilterTree joined(FilterKind kind, FilterTree left, FilterTree right)
    {
        auto node = std::make_shared<FilterNode>();
        node->kind = kind;
        node->left = std::move(left);
        node->right = std::move(right);
        return node;
    }

    Result<FilterTree> anyOf()
    {
        auto left = allOf();
        while (left && takeWord("or")) {
            auto right = allOf();
            if (!right)
                return right;
            left = joined(FilterKind::Or, *left, *right);
        }
        return left;
    }

    Result<FilterTree> allOf()
    {
        auto left = factor();
        while (left && takeWord("and")) {
            auto right = factor();
            if (!right)
                return right;
            left = joined(FilterKind::And, *left, *right);
        }
        return left;
    }

    Result<FilterTree> factor()
    {
        if (m_depth >= deepest)
            return at(current().position, Text::tr("the conditions are nested too deeply."));
        ++m_depth;
        auto tree = factorWithin();
        --m_depth;
        return tree;
    }

    Result<FilterTree> factorWithin()
    {
        if (takeWord("not")) {
            auto negated = factor();
            return negated ? Result<FilterTree>(joined(FilterKind::Not, *negated, nullptr)) : negated;
        }
        if (!takeSymbol("("))
            return condition();
        auto inner = anyOf();
        if (inner && !takeSymbol(")"))
            return at(current().position, Text::tr("a closing parenthesis is missing."));
        return inner;
    }

    Result<FilterTree> condition()
    {
        const Token field = current();
        if (field.kind != TokenKind::Word)
            return at(field.position, Text::tr("the name of a field is missing."));
        const auto kind = m_kinds.constFind(field.text);
        if (kind == m_kinds.cend() || *kind == FieldType::Group)
            return at(field.position, Text::tr("there is no field \"%1\".").arg(field.text));
        ++m_at;
        auto node = std::make_shared<FilterNode>();
        node->kind = FilterKind::Compare;
        node->field = field.text;
        node->type = *kind;
        if (auto compared = comparison(*node); !compared)
            return failure(compared.error());
        if (auto read = operands(*node); !read)
            return failure(read.error());
        return FilterTree(std::move(node));
    }

    Result<void> comparison(FilterNode &node)
    {
        struct Row
        {
            const char *symbol;
            Comparison comparison;
        };
        static constexpr Row rows[] = {{"=", Comparison::Equal},     {"==", Comparison::Equal},
                                       {"!=", Comparison::NotEqual}, {"<>", Comparison::NotEqual},
                                       {"<", Comparison::Less},      {"<=", Comparison::LessOrEqual},
                                       {">", Comparison::Greater},   {">=", Comparison::GreaterOrEqual}};
        const Token token = current();
        for (const Row &row : rows) {
            if (takeSymbol(row.symbol)) {
                node.comparison = row.comparison;
                return orderAllowed(node, token);
            }
        }
        if (takeWord("has"))
            node.comparison = Comparison::Has;
        else if (takeWord("contains"))
            node.comparison = Comparison::Contains;
        else if (takeWord("in"))
            node.comparison = Comparison::In;
        else if (takeWord("starts"))
            return startsWith(node);
        else if (takeWord("is"))
            return blankness(node);
        else
            return at(token.position, Text::tr("a comparison such as =, !=, has or \"is blank\" is missing."));
        return {};
    }

    static Result<void> orderAllowed(const FilterNode &node, const Token &token)
    {
        const bool isOrder = node.comparison != Comparison::Equal && node.comparison != Comparison::NotEqual;
        const bool hasNoOrder = node.type == FieldType::Set || node.type == FieldType::List
            || node.type == FieldType::Refs || node.type == FieldType::Boolean || node.type == FieldType::Consent;
        if (isOrder && hasNoOrder)
            return at(token.position, Text::tr("\"%1\" cannot be compared with %2.").arg(node.field, token.text));
        return {};
    }

    Result<void> startsWith(FilterNode &node)
    {
        if (!takeWord("with"))
            return at(current().position, Text::tr("\"with\" is missing."));
        node.comparison = Comparison::StartsWith;
        return {};
    }

    Result<void> blankness(FilterNode &node)
    {
        node.comparison = takeWord("not") ? Comparison::NotBlank : Comparison::Blank;
        if (!takeWord("blank"))
            return at(current().position, Text::tr("\"blank\" is missing."));
        return {};
    }

    Result<void> operands(FilterNode &node)
    {
        if (node.comparison == Comparison::Blank || node.comparison == Comparison::NotBlank)
            return {};
        if (node.comparison != Comparison::In)
            return operand(node);
        if (!takeSymbol("("))
            return at(current().position, Text::tr("an opening parenthesis is missing."));
        do {
            if (auto read = operand(node); !read)
                return read;
        } while (takeSymbol(","));
        if (!takeSymbol(")"))
            return at(current().position, Text::tr("a closing parenthesis is missing."));
        return {};
    }

    Result<void> operand(FilterNode &node)
    {
        const Token token = current();
        if (token.kind == TokenKind::End || token.kind == TokenKind::Symbol)
            return at(token.position, Text::tr("a value is missing."));
        const bool isFlag = isWord("true") || isWord("false");
        if (token.kind == TokenKind::Word && !isFlag)
            return at(token.position, Text::tr("the text %1 must stand in quotation marks.").arg(token.text));
        auto value = operandText(node, token);
        if (!value)
            return failure(value.error());
        node.operands.append(*value);
        ++m_at;
        return {};
    }

    static Result<QString> operandText(const FilterNode &node, const Token &token)
    {
        if (token.text.isEmpty())
            return QString();
        const bool isSearch = node.comparison == Comparison::Contains || node.comparison == Comparison::StartsWith;
        if (isSearch)
            return filterText(token.text);
        switch (node.type) {
        case FieldType::Integer:
        case FieldType::Decimal:
            if (const std::optional<QString> number = plainNumber(token.text))
                return *number;
            return at(token.position, Text::tr("\"%1\" is not a number.").arg(token.text));
        case FieldType::Date:
            if (isCalendarDate(token.text))
                return token.text;
            return at(token.position, Text::tr("\"%1\" is not a date of the form YYYY-MM-DD.").arg(token.text));
        case FieldType::DateTime:
            if (isCalendarDate(token.text) || whyInvalid(FieldType::DateTime, Value::text(token.text)).isEmpty())
                return token.text;
            return at(token.position, Text::tr("\"%1\" is neither a date nor a date and time in UTC.").arg(token.text));
        case FieldType::Consent:
            if (QString why = whyInvalid(FieldType::Consent, Value::text(token.text)); !why.isEmpty())
                return at(token.position, why);
            return token.text == "unknown"_L1 ? QString() : token.text;
        case FieldType::Boolean:
            if (const QString word = token.text.toLower(); word == "true"_L1 || word == "false"_L1)
                return word;
            return at(token.position, Text::tr("\"%1\" is neither true nor false.").arg(token.text));
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Enumeration:
        case FieldType::Set:
        case FieldType::List:
        case FieldType::Email:
        case FieldType::Phone:
        case FieldType::Url:
        case FieldType::Ref:
        case FieldType::Refs:
        case FieldType::Group:
            break;
        }
        return filterText(token.text);
    }

    QList<Token> m_tokens;
    const QMap<QString, FieldType> &m_kinds;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString filterText(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).trimmed().toCaseFolded();
}

Result<FilterTree> parseFilter(const QString &expression, const QMap<QString, FieldType> &kinds)
{
    if (expression.trimmed().isEmpty())
        return FilterTree();
    auto tokens = Lexer(expression).tokens();
    if (!tokens)
        return failure(tokens.error());
    return Parser(*tokens, kinds).parse();
}

} // namespace syncline::core::detail
