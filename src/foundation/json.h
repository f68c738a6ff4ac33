#pragma once

#include "foundation/result.h"

#include <QByteArray>

#include <memory>
#include <string_view>

namespace syncline {

namespace detail {
struct JsonTree;
}

/// A cheap view of one value of a parsed document; valid as long as its JsonDocument lives. Asking a value for
/// something that it is not, or for a member it lacks, gives a *missing* view or an empty result: an answer of a
/// CRM is never trusted to have a shape.
class JsonView
{
public:
    enum class Kind { Missing, Null, Boolean, Number, String, Array, Object };

    JsonView() = default;
    Kind kind() const;
    bool isMissing() const { return kind() == Kind::Missing; }
    bool isNull() const { return kind() == Kind::Null; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }
    bool isString() const { return kind() == Kind::String; }
    bool isNumber() const { return kind() == Kind::Number; }

    /// String: its text. Number: its own text, digit by digit as sent (decimals and 19-digit ids stay exact).
    /// Boolean: "true"/"false". Anything else: "".
    QString text() const;
    std::string_view utf8() const; ///< the same without a copy
    qint64 toInteger(qint64 otherwise = 0) const;
    bool toBool(bool otherwise = false) const;

    JsonView operator[](std::string_view member) const; ///< first member of that name
    JsonView at(int index) const; ///< element of an array, or the value of an object's n-th member
    int size() const;             ///< elements or members; 0 for scalars
    std::string_view key() const; ///< name of this member in its object; "" elsewhere

    class Iterator
    {
    public:
        JsonView operator*() const;
        Iterator &operator++();
        bool operator==(const Iterator &) const = default;

    private:
        friend class JsonView;
        const detail::JsonTree *m_tree = nullptr;
        int m_node = -1;
    };
    /// Elements of an array or members of an object (with key()), in the order they were sent.
    Iterator begin() const;
    Iterator end() const;

private:
    friend class JsonDocument;
    friend class Iterator;
    JsonView(const detail::JsonTree *tree, int node) : m_tree(tree), m_node(node) {}
    const detail::JsonTree *m_tree = nullptr;
    int m_node = -1;
};

/// A parsed answer, read with simdjson into one arena. Move-only.
class JsonDocument
{
public:
    JsonDocument();
    JsonDocument(JsonDocument &&) noexcept;
    JsonDocument &operator=(JsonDocument &&) noexcept;
    ~JsonDocument();

    /// Error kind Server when the text is not one whole JSON document (cut bodies included).
    static Result<JsonDocument> parse(const QByteArray &bytes);
    /// Like parse, but text after the first complete value is ignored (SuiteCRM appends a database error's text).
    static Result<JsonDocument> parseLeading(const QByteArray &bytes);
    JsonView root() const;

private:
    std::unique_ptr<detail::JsonTree> m_tree;
};

} // namespace syncline
