#pragma once

#include "foundation/json.h"
#include "foundation/value.h"

#include <QStringView>

namespace syncline {

/// Compact JSON text, written piece by piece without a tree in between: the workspace writes tens of thousands of
/// documents in a run. Commas come by themselves; that brackets pair and members have keys is up to the caller.
class JsonText
{
public:
    JsonText() { m_text.reserve(1024); }

    JsonText &openObject() { return open('{'); }
    JsonText &closeObject() { return close('}'); }
    JsonText &openArray() { return open('['); }
    JsonText &closeArray() { return close(']'); }
    JsonText &key(QStringView name);
    JsonText &text(QStringView text);
    JsonText &number(qint64 number);
    JsonText &flag(bool flag) { return scalar(flag ? "true" : "false"); }
    JsonText &null() { return scalar("null"); }
    JsonText &json(const QJsonValue &value);
    JsonText &value(const Value &value);  ///< as Value::toJson()
    JsonText &view(const JsonView &view); ///< as it was sent, each number digit by digit; a missing one as null

    QByteArray take() { return std::move(m_text); }

private:
    JsonText &open(char bracket);
    JsonText &close(char bracket);
    JsonText &scalar(QByteArrayView text);
    void separate();
    void quote(QStringView text) { quoteUtf8(text.toUtf8()); }
    void quoteUtf8(QByteArrayView utf8);

    QByteArray m_text;
    bool m_needsComma = false;
};

/// A value of an answer as compact JSON, in UTF-8.
QByteArray compactJson(const JsonView &view);

/// What JsonText wrote, read back: the inverse of value(), of json(), and the name of a member.
Value readValue(const JsonView &json);
QJsonValue readJson(const JsonView &json);
QString keyText(const JsonView &member);

} // namespace syncline
