#include "foundation/json.h"

#include <QCoreApplication>

#include <simdjson.h>

#include <charconv>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace syncline {

namespace detail {

/// One value: scalars hold a range of the text arena, containers the number of their children. Siblings are chained.
struct JsonNode
{
    JsonView::Kind kind = JsonView::Kind::Missing;
    int next = -1; ///< next sibling
    int firstChild = -1;
    int children = 0;
    std::uint32_t keyAt = 0, keySize = 0;
    std::uint32_t textAt = 0, textSize = 0;
};

struct JsonTree
{
    std::vector<JsonNode> nodes;
    std::string texts; ///< keys, unescaped strings and numbers' own texts
};

} // namespace detail

namespace {

namespace od = simdjson::ondemand;
using detail::JsonTree;
using Kind = JsonView::Kind;

constexpr int deepest = 512;
constexpr qsizetype largest = 1 << 30; ///< nodes keep 32-bit places in the arena

class Builder
{
public:
    explicit Builder(JsonTree &tree) : m_tree(tree) {}

    simdjson::error_code add(od::value value, int depth, int &index)
    {
        if (depth > deepest)
            return simdjson::DEPTH_ERROR;
        od::json_type type{};
        if (const auto error = value.type().get(type))
            return error;
        switch (type) {
        case od::json_type::object: {
            od::object object;
            if (const auto error = value.get_object().get(object))
                return error;
            return addObject(object, depth, index);
        }
        case od::json_type::array: {
            od::array array;
            if (const auto error = value.get_array().get(array))
                return error;
            return addArray(array, depth, index);
        }
        case od::json_type::string: {
            std::string_view text;
            if (const auto error = value.get_string().get(text))
                return error;
            index = addScalar(Kind::String, text);
            return simdjson::SUCCESS;
        }
        case od::json_type::number:
            return addNumber(value, index);
        case od::json_type::boolean: {
            bool flag = false;
            if (const auto error = value.get_bool().get(flag))
                return error;
            index = addScalar(Kind::Boolean, flag ? "true" : "false");
            return simdjson::SUCCESS;
        }
        case od::json_type::null: {
            bool isNull = false; // "nulL" is an error, which a look at the result alone would throw
            if (const auto error = value.is_null().get(isNull))
                return error;
            if (!isNull)
                return simdjson::N_ATOM_ERROR;
            index = addScalar(Kind::Null, {});
            return simdjson::SUCCESS;
        }
        }
        return simdjson::TAPE_ERROR;
    }

    simdjson::error_code addObject(od::object object, int depth, int &index)
    {
        index = newNode(Kind::Object);
        int last = -1;
        for (auto field : object) {
            std::string_view key;
            if (const auto error = field.unescaped_key().get(key))
                return error;
            const auto [at, size] = keep(key);
            od::value value;
            if (const auto error = field.value().get(value))
                return error;
            int child = -1;
            if (const auto error = add(value, depth + 1, child))
                return error;
            m_tree.nodes[std::size_t(child)].keyAt = at;
            m_tree.nodes[std::size_t(child)].keySize = size;
            append(index, last, child);
        }
        return simdjson::SUCCESS;
    }

    simdjson::error_code addArray(od::array array, int depth, int &index)
    {
        index = newNode(Kind::Array);
        int last = -1;
        for (auto element : array) {
            od::value value;
            if (const auto error = element.get(value))
                return error;
            int child = -1;
            if (const auto error = add(value, depth + 1, child))
                return error;
            append(index, last, child);
        }
        return simdjson::SUCCESS;
    }

private:
    simdjson::error_code addNumber(od::value &value, int &index)
    {
        std::string_view token = value.raw_json_token();
        while (!token.empty()
               && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
            token.remove_suffix(1);
        double number = 0; // checks the spelling; the value kept is the token
        if (const auto error = value.get_double().get(number))
            return error;
        index = addScalar(Kind::Number, token);
        return simdjson::SUCCESS;
    }

    int newNode(Kind kind)
    {
        m_tree.nodes.push_back({});
        m_tree.nodes.back().kind = kind;
        return int(m_tree.nodes.size()) - 1;
    }

    std::pair<std::uint32_t, std::uint32_t> keep(std::string_view text)
    {
        const auto at = std::uint32_t(m_tree.texts.size());
        m_tree.texts.append(text);
        return {at, std::uint32_t(text.size())};
    }

    int addScalar(Kind kind, std::string_view text)
    {
        const int index = newNode(kind);
        const auto [at, size] = keep(text);
        m_tree.nodes[std::size_t(index)].textAt = at;
        m_tree.nodes[std::size_t(index)].textSize = size;
        return index;
    }

    void append(int parent, int &last, int child)
    {
        auto &owner = m_tree.nodes[std::size_t(parent)];
        if (last < 0)
            owner.firstChild = child;
        else
            m_tree.nodes[std::size_t(last)].next = child;
        ++owner.children;
        last = child;
    }

    JsonTree &m_tree;
};

Error notJson(const char *why)
{
    return Error{ErrorKind::Server,
                 QCoreApplication::translate("syncline::JsonDocument", "The answer is no whole JSON document (%1).")
                     .arg(QLatin1StringView(why)),
                 QCoreApplication::translate("syncline::JsonDocument",
                                             "Try again; if it stays so, look at the server's own log."),
                 {},
                 {},
                 false};
}

/// Length of the first complete value in `bytes`, by its brackets; the whole text where it has none.
qsizetype leadingLength(const QByteArray &bytes)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (--depth == 0)
                return i + 1;
        }
    }
    return bytes.size();
}

simdjson::error_code build(const QByteArray &bytes, JsonTree &tree)
{
    if (bytes.size() > largest)
        return simdjson::CAPACITY;
    thread_local od::parser parser;
    // Some PHP set-ups put a byte order mark before every answer.
    const qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    const simdjson::padded_string padded(bytes.constData() + start, std::size_t(bytes.size() - start));
    tree.texts.reserve(std::size_t(bytes.size()));
    tree.nodes.reserve(std::size_t(bytes.size() / 16 + 1));
    od::document document;
    if (const auto error = parser.iterate(padded).get(document))
        return error;
    Builder builder(tree);
    int root = -1;
    od::json_type type{};
    if (const auto error = document.type().get(type))
        return error;
    simdjson::error_code error = simdjson::TAPE_ERROR;
    if (type == od::json_type::object) {
        od::object object;
        error = document.get_object().get(object);
        if (!error)
            error = builder.addObject(object, 0, root);
    } else if (type == od::json_type::array) {
        od::array array;
        error = document.get_array().get(array);
        if (!error)
            error = builder.addArray(array, 0, root);
    }
    if (error)
        return error;
    const char *rest = nullptr;
    return document.current_location().get(rest) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

} // namespace

JsonView::Kind JsonView::kind() const
{
    return m_tree ? m_tree->nodes[std::size_t(m_node)].kind : Kind::Missing;
}

std::string_view JsonView::utf8() const
{
    if (!m_tree)
        return {};
    const auto &node = m_tree->nodes[std::size_t(m_node)];
    return std::string_view(m_tree->texts).substr(node.textAt, node.textSize);
}

QString JsonView::text() const
{
    const auto bytes = utf8();
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

qint64 JsonView::toInteger(qint64 otherwise) const
{
    const auto bytes = utf8();
    qint64 number = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
    return error == std::errc() && end == bytes.data() + bytes.size() ? number : otherwise;
}

bool JsonView::toBool(bool otherwise) const
{
    const auto bytes = utf8();
    if (bytes == "true" || bytes == "1")
        return true;
    if (bytes == "false" || bytes == "0")
        return false;
    return otherwise;
}

std::string_view JsonView::key() const
{
    if (!m_tree)
        return {};
    const auto &node = m_tree->nodes[std::size_t(m_node)];
    return std::string_view(m_tree->texts).substr(node.keyAt, node.keySize);
}

JsonView JsonView::operator[](std::string_view member) const
{
    if (!isObject())
        return {};
    for (const JsonView child : *this) {
        if (child.key() == member)
            return child;
    }
    return {};
}

JsonView JsonView::at(int index) const
{
    for (const JsonView child : *this) {
        if (index-- == 0)
            return child;
    }
    return {};
}

int JsonView::size() const
{
    return m_tree ? m_tree->nodes[std::size_t(m_node)].children : 0;
}

JsonView::Iterator JsonView::begin() const
{
    Iterator it;
    if (m_tree && size() > 0) {
        it.m_tree = m_tree;
        it.m_node = m_tree->nodes[std::size_t(m_node)].firstChild;
    }
    return it;
}

JsonView::Iterator JsonView::end() const
{
    return {};
}

JsonView JsonView::Iterator::operator*() const
{
    return JsonView(m_tree, m_node);
}

JsonView::Iterator &JsonView::Iterator::operator++()
{
    if (m_tree)
        m_node = m_tree->nodes[std::size_t(m_node)].next;
    if (m_node < 0)
        m_tree = nullptr;
    return *this;
}

JsonDocument::JsonDocument() = default;
JsonDocument::JsonDocument(JsonDocument &&) noexcept = default;
JsonDocument &JsonDocument::operator=(JsonDocument &&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(const QByteArray &bytes)
{
    JsonDocument document;
    document.m_tree = std::make_unique<JsonTree>();
    if (const auto error = build(bytes, *document.m_tree))
        return failure(notJson(simdjson::error_message(error)));
    return document;
}

Result<JsonDocument> JsonDocument::parseLeading(const QByteArray &bytes)
{
    return parse(bytes.first(leadingLength(bytes)));
}

JsonView JsonDocument::root() const
{
    return m_tree && !m_tree->nodes.empty() ? JsonView(m_tree.get(), 0) : JsonView();
}

} // namespace syncline
