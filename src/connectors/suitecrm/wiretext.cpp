#include "connectors/suitecrm/wiretext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::suitecrm {

namespace {

Value readDate(const QString &text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    return Value::text(date.isValid() ? date.toString(Qt::ISODate) : QString());
}

Value readDateTime(const QString &text)
{
    const auto at = readInstant(text);
    return Value::text(at ? QDateTime::fromSecsSinceEpoch(at->count(), Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s)
                          : QString());
}

/// "^a^,^b^"; a bare word that was stored without marks is one member.
Value readSet(const QString &text)
{
    QStringList members;
    for (QString member : text.split(u"^,^"_s, Qt::SkipEmptyParts)) {
        if (member.startsWith(u'^'))
            member.remove(0, 1);
        if (member.endsWith(u'^'))
            member.chop(1);
        if (!member.isEmpty())
            members << member;
    }
    return Value::set(members);
}

Value readBoolean(const QString &text)
{
    if (text == "1"_L1 || text == "true"_L1)
        return Value::text(u"true"_s);
    return Value::text(text == "0"_L1 || text == "false"_L1 ? u"false"_s : QString());
}

} // namespace

QString decodeEscapes(const QString &text)
{
    static constexpr std::pair<QLatin1StringView, char16_t> escapes[] = {
        {"&#039;"_L1, u'\''}, {"&quot;"_L1, u'"'}, {"&lt;"_L1, u'<'}, {"&gt;"_L1, u'>'}};
    QString decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) { // one pass: what comes out is not decoded again
        qsizetype width = 1;
        char16_t letter = text[i].unicode();
        for (const auto &[escape, plain] : escapes) {
            if (letter == u'&' && QStringView(text).mid(i).startsWith(escape)) {
                letter = plain;
                width = escape.size();
                break;
            }
        }
        decoded += QChar(letter);
        i += width;
    }
    return decoded;
}

std::optional<std::chrono::seconds> readInstant(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d)(:\\d\\d)?"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString seconds = match.captured(3).isEmpty() ? u":00"_s : match.captured(3);
    QDateTime at = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2) + seconds, Qt::ISODate);
    if (!at.isValid())
        return std::nullopt;
    at.setTimeSpec(Qt::UTC);
    return std::chrono::seconds(at.toSecsSinceEpoch());
}

QString instantText(std::chrono::seconds at)
{
    return QDateTime::fromSecsSinceEpoch(at.count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

Value readValue(const RemoteField &field, const JsonView &sent)
{
    if (sent.isMissing())
        return Value::absent();
    if (sent.isNull())
        return Value::null();
    const QString text = decodeEscapes(sent.text()); // a few link fields come as {}: blank
    switch (field.type) {
    case FieldType::Boolean:
        return readBoolean(text);
    case FieldType::Consent:
        return text == "1"_L1 || text == "true"_L1 ? Value::text(u"refused"_s) : Value::null();
    case FieldType::Date:
        return readDate(text);
    case FieldType::DateTime:
        return readDateTime(text);
    case FieldType::Set:
        return readSet(text);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Enumeration:
    case FieldType::List:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Group:
        return Value::text(text);
    }
    return Value::text(text);
}

QByteArray jsonText(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray recordBody(const QString &type, const QString &id, const QMap<QString, QByteArray> &attributes)
{
    QByteArray body = R"({"data":{"type":)" + jsonText(type);
    if (!id.isEmpty())
        body += R"(,"id":)" + jsonText(id);
    if (!attributes.isEmpty()) {
        QByteArrayList members;
        for (auto it = attributes.begin(); it != attributes.end(); ++it)
            members << jsonText(it.key()) + ':' + it.value();
        body += R"(,"attributes":{)" + members.join(',') + '}';
    }
    return body + "}}";
}

} // namespace syncline::connectors::suitecrm
