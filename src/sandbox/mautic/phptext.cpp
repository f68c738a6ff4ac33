#include "sandbox/mautic/phptext.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>

#include <map>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype deepest = 64;
constexpr qsizetype longestEscape = 6; // \u1234

/// What stands behind the backslash, or 0 when the character needs none of the short forms.
char shortEscape(char16_t c)
{
    switch (c) {
    case u'"':
    case u'\\':
    case u'/':
        return char(c);
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    }
    return 0;
}

char *writeEscape(char *out, char16_t c)
{
    static const char digits[] = "0123456789abcdef";
    *out++ = '\\';
    if (const char escape = shortEscape(c)) {
        *out++ = escape;
        return out;
    }
    *out++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *out++ = digits[(c >> shift) & 0xf];
    return out;
}

QByteArray jsonNumber(const QJsonValue &value)
{
    const QVariant variant = value.toVariant();
    if (variant.typeId() == QMetaType::LongLong)
        return QByteArray::number(variant.toLongLong());
    QByteArray text = QByteArray::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (!text.contains('.') && !text.contains('e'))
        text += ".0";
    return text;
}

QByteArray jsonArray(const QJsonArray &array)
{
    QByteArray json = "[";
    for (const QJsonValue &item : array)
        json += (json.size() > 1 ? "," : "") + jsonValue(item);
    return json + ']';
}

QByteArray jsonObject(const QJsonObject &object)
{
    PhpEntries entries;
    for (auto it = object.begin(); it != object.end(); ++it)
        entries.append({it.key(), jsonValue(it.value())});
    return phpObject(entries);
}

} // namespace

/// Written straight into the buffer: pages of contacts consist of such texts.
void appendJsonText(QByteArray &json, QStringView text)
{
    const qsizetype start = json.size();
    json.resize(start + text.size() * longestEscape + 2);
    char *const begin = json.data() + start;
    char *out = begin;
    *out++ = '"';
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code >= 0x20 && code < 0x7f && shortEscape(code) == 0)
            *out++ = char(code);
        else
            out = writeEscape(out, code);
    }
    *out++ = '"';
    json.resize(start + (out - begin));
}

QByteArray jsonText(const QString &text)
{
    QByteArray json;
    json.reserve(text.size() + 2);
    appendJsonText(json, text);
    return json;
}

QByteArray jsonValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return "null";
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return jsonNumber(value);
    case QJsonValue::String:
        return jsonText(value.toString());
    case QJsonValue::Array:
        return jsonArray(value.toArray());
    case QJsonValue::Object:
        return jsonObject(value.toObject());
    }
    Q_UNREACHABLE();
}

QByteArray phpObject(const PhpEntries &entries)
{
    QByteArray json = "{";
    for (const auto &[key, value] : entries) {
        if (json.size() > 1)
            json += ',';
        appendJsonText(json, key);
        json += ':';
        json += value;
    }
    return json + '}';
}

QByteArray phpArray(const PhpEntries &entries)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries[i].first != QString::number(i))
            return phpObject(entries);
    }
    QByteArray json = "[";
    for (const auto &[key, value] : entries)
        json += (json.size() > 1 ? "," : "") + value;
    return json + ']';
}

QByteArray phpSerialized(const QJsonValue &value)
{
    if (value.isString()) {
        const QByteArray text = value.toString().toUtf8();
        return "s:" + QByteArray::number(text.size()) + ":\"" + text + "\";";
    }
    if (value.isDouble())
        return "i:" + QByteArray::number(value.toInteger()) + ';';
    if (value.isBool())
        return value.toBool() ? "b:1;" : "b:0;";
    QByteArray inner;
    qsizetype size = 0;
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            inner += "i:" + QByteArray::number(size++) + ';' + phpSerialized(item);
        return "a:" + QByteArray::number(size) + ":{" + inner + '}';
    }
    if (!value.isObject())
        return "N;";
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        inner += phpSerialized(it.key()) + phpSerialized(it.value());
    return "a:" + QByteArray::number(object.size()) + ":{" + inner + '}';
}

namespace {

/// One level of a bracketed parameter, in the order of arrival.
struct Node
{
    QString value;
    QList<QString> order;
    std::map<QString, Node> children;

    Node &child(const QString &key)
    {
        const QString name = key.isEmpty() ? QString::number(order.size()) : key;
        if (!children.contains(name))
            order.append(name);
        return children[name];
    }

    QJsonValue toJson() const
    {
        if (order.isEmpty())
            return value;
        bool isList = true;
        QJsonArray list;
        QJsonObject object;
        for (qsizetype i = 0; i < order.size(); ++i) {
            const QJsonValue item = children.at(order[i]).toJson();
            isList = isList && order[i] == QString::number(i);
            list.append(item);
            object.insert(order[i], item);
        }
        return isList ? QJsonValue(list) : QJsonValue(object);
    }
};

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

/// "where[0][col]" as where, 0, col; PHP, too, has an end to the depth.
QStringList keyPath(const QString &key)
{
    const qsizetype open = key.indexOf(u'[');
    if (open <= 0 || !key.endsWith(u']'))
        return {key};
    const QStringList inner = key.mid(open + 1, key.size() - open - 2).split(u"]["_s);
    return QStringList(key.left(open)) + inner.mid(0, deepest);
}

} // namespace

QJsonObject phpParameters(const QByteArray &encoded)
{
    Node root;
    for (const QByteArray &pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        const qsizetype mark = pair.indexOf('=');
        Node *node = &root;
        for (const QString &key : keyPath(decoded(mark < 0 ? pair : pair.left(mark))))
            node = &node->child(key);
        node->value = mark < 0 ? QString() : decoded(pair.mid(mark + 1));
    }
    QJsonObject parameters;
    for (const auto &[key, node] : root.children)
        parameters.insert(key, node.toJson());
    return parameters;
}

QString isoTime(qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'+00:00'"_s);
}

QString databaseTime(qint64 at)
{
    return QDateTime::fromSecsSinceEpoch(at, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

namespace {

void appendTwoDigits(QByteArray &text, int number)
{
    text += char('0' + number / 10 % 10);
    text += char('0' + number % 10);
}

} // namespace

/// By hand: each contact has several times, and a page has a hundred contacts.
QByteArray jsonTime(qint64 at)
{
    if (at == 0)
        return "null";
    const QDateTime time = QDateTime::fromSecsSinceEpoch(at, Qt::UTC);
    const QDate date = time.date();
    const int seconds = int(at % 86400);
    QByteArray text = "\"" + QByteArray::number(date.year()) + '-';
    appendTwoDigits(text, date.month());
    text += '-';
    appendTwoDigits(text, date.day());
    text += 'T';
    appendTwoDigits(text, seconds / 3600);
    text += ':';
    appendTwoDigits(text, seconds / 60 % 60);
    text += ':';
    appendTwoDigits(text, seconds % 60);
    return text + "+00:00\"";
}

} // namespace syncline::sandbox::mautic
