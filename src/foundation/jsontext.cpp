#include "foundation/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &text, char c)
{
    static constexpr char hexDigits[] = "0123456789abcdef";
    if (!needsEscape(c)) {
        text += c;
    } else if (c == '"' || c == '\\') {
        text += '\\';
        text += c;
    } else {
        text += "\\u00";
        text += hexDigits[(c >> 4) & 0xF];
        text += hexDigits[c & 0xF];
    }
}

} // namespace

void JsonText::separate()
{
    if (m_needsComma)
        m_text += ',';
    m_needsComma = true;
}

void JsonText::quoteUtf8(QByteArrayView utf8)
{
    m_text += '"';
    if (std::ranges::none_of(utf8, needsEscape)) {
        m_text += utf8;
    } else {
        for (const char c : utf8)
            appendEscaped(m_text, c);
    }
    m_text += '"';
}

JsonText &JsonText::open(char bracket)
{
    separate();
    m_text += bracket;
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::close(char bracket)
{
    m_text += bracket;
    m_needsComma = true;
    return *this;
}

JsonText &JsonText::scalar(QByteArrayView text)
{
    separate();
    m_text += text;
    return *this;
}

JsonText &JsonText::key(QStringView name)
{
    separate();
    quote(name);
    m_text += ':';
    m_needsComma = false;
    return *this;
}

JsonText &JsonText::text(QStringView text)
{
    separate();
    quote(text);
    return *this;
}

JsonText &JsonText::number(qint64 number)
{
    return scalar(QByteArray::number(number));
}

JsonText &JsonText::json(const QJsonValue &value)
{
    if (value.isString())
        return text(value.toString());
    if (value.isNull() || value.isUndefined())
        return null();
    const QByteArray inBrackets = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return scalar(inBrackets.sliced(1).chopped(1));
}

JsonText &JsonText::view(const JsonView &view)
{
    const auto bytes = [](std::string_view text) { return QByteArrayView(text.data(), qsizetype(text.size())); };
    switch (view.kind()) {
    case JsonView::Kind::Missing:
    case JsonView::Kind::Null:
        return null();
    case JsonView::Kind::Boolean:
    case JsonView::Kind::Number:
        return scalar(bytes(view.utf8()));
    case JsonView::Kind::String:
        separate();
        quoteUtf8(bytes(view.utf8()));
        return *this;
    case JsonView::Kind::Array:
        openArray();
        for (const JsonView element : view)
            this->view(element);
        return closeArray();
    case JsonView::Kind::Object:
        break;
    }
    openObject();
    for (const JsonView member : view) {
        separate();
        quoteUtf8(bytes(member.key()));
        m_text += ':';
        m_needsComma = false;
        this->view(member);
    }
    return closeObject();
}

JsonText &JsonText::value(const Value &value)
{
    if (value.isText())
        return text(value.text());
    if (value.isNull())
        return null();
    if (!value.isGroup())
        return json(value.toJson());
    openObject().key(u"$group").openObject();
    const auto parts = value.parts();
    for (auto part = parts.begin(); part != parts.end(); ++part)
        key(part.key()).value(*part);
    return closeObject().closeObject();
}

namespace {

Value readSet(const JsonView &array)
{
    QStringList members;
    for (const JsonView member : array)
        members << readValue(member).text();
    return Value::set(members);
}

Value readMarked(const JsonView &object)
{
    const JsonView inner = *object.begin();
    if (object.size() != 1 || inner.key() != "$group")
        return Value::fromJson(readJson(object));
    Value::Parts parts;
    for (const JsonView part : inner)
        parts.insert(parts.cend(), keyText(part), readValue(part));
    return Value::group(parts);
}

} // namespace

QByteArray compactJson(const JsonView &view)
{
    return JsonText().view(view).take();
}

Value readValue(const JsonView &json)
{
    switch (json.kind()) {
    case JsonView::Kind::Missing:
        return Value::absent();
    case JsonView::Kind::Null:
        return Value::null();
    case JsonView::Kind::Boolean:
    case JsonView::Kind::Number:
    case JsonView::Kind::String:
        return Value::text(json.text());
    case JsonView::Kind::Array:
        return readSet(json);
    case JsonView::Kind::Object:
        return readMarked(json);
    }
    return Value::absent();
}

QJsonValue readJson(const JsonView &json)
{
    switch (json.kind()) {
    case JsonView::Kind::Missing:
        return QJsonValue::Undefined;
    case JsonView::Kind::Null:
        return QJsonValue::Null;
    case JsonView::Kind::Boolean:
        return json.toBool();
    case JsonView::Kind::Number: {
        bool isInteger = false;
        const qint64 integer = json.text().toLongLong(&isInteger);
        return isInteger ? QJsonValue(integer) : QJsonValue(json.text().toDouble());
    }
    case JsonView::Kind::String:
        return json.text();
    case JsonView::Kind::Array: {
        QJsonArray array;
        for (const JsonView element : json)
            array.append(readJson(element));
        return array;
    }
    case JsonView::Kind::Object: {
        QJsonObject object;
        for (const JsonView member : json)
            object.insert(keyText(member), readJson(member));
        return object;
    }
    }
    return QJsonValue::Undefined;
}

QString keyText(const JsonView &member)
{
    const auto bytes = member.key();
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

} // namespace syncline
