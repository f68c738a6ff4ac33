#include "sandbox/suitecrm/phptext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace syncline::sandbox::suitecrm {

using namespace Qt::StringLiterals;

namespace {

/// The named entities that people's data contains; the rest of the few hundred stay as they are.
QString namedEntity(QStringView name)
{
    static const QHash<QString, char32_t> entities{
        {u"amp"_s, U'&'},         {u"lt"_s, U'<'},          {u"gt"_s, U'>'},          {u"quot"_s, U'"'},
        {u"apos"_s, U'\''},       {u"nbsp"_s, U'\u00a0'},   {u"auml"_s, U'\u00e4'},   {u"ouml"_s, U'\u00f6'},
        {u"uuml"_s, U'\u00fc'},   {u"Auml"_s, U'\u00c4'},   {u"Ouml"_s, U'\u00d6'},   {u"Uuml"_s, U'\u00dc'},
        {u"szlig"_s, U'\u00df'},  {u"eacute"_s, U'\u00e9'}, {u"egrave"_s, U'\u00e8'}, {u"agrave"_s, U'\u00e0'},
        {u"aacute"_s, U'\u00e1'}, {u"ccedil"_s, U'\u00e7'}, {u"ntilde"_s, U'\u00f1'}, {u"oslash"_s, U'\u00f8'},
        {u"aring"_s, U'\u00e5'},  {u"copy"_s, U'\u00a9'},   {u"reg"_s, U'\u00ae'},    {u"euro"_s, U'\u20ac'},
        {u"ndash"_s, U'\u2013'},  {u"mdash"_s, U'\u2014'},  {u"hellip"_s, U'\u2026'}, {u"deg"_s, U'\u00b0'}};
    const char32_t character = entities.value(name.toString(), 0);
    return character == 0 ? QString() : QString::fromUcs4(&character, 1);
}

QString entity(QStringView name)
{
    if (!name.startsWith(u'#'))
        return namedEntity(name);
    bool isNumber = false;
    const bool isHex = name.size() > 1 && name[1].toLower() == u'x';
    const uint code = (isHex ? name.mid(2) : name.mid(1)).toUInt(&isNumber, isHex ? 16 : 10);
    if (!isNumber || code == 0 || code > 0x10ffff)
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

QString decoded(const QString &text)
{
    static const QRegularExpression pattern(u"&(#?[A-Za-z0-9]{2,8});"_s);
    if (!text.contains(u'&'))
        return text;
    QString result;
    qsizetype at = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString character = entity(match.capturedView(1));
        if (character.isEmpty())
            continue;
        result += QStringView(text).mid(at, match.capturedStart() - at);
        result += character;
        at = match.capturedEnd();
    }
    return result + QStringView(text).mid(at);
}

/// Tags that the cleaner lets through.
bool isHarmless(const QString &tag)
{
    static const QStringList tags{u"a"_s,     u"b"_s,  u"br"_s,   u"code"_s,   u"div"_s, u"em"_s,  u"h1"_s,
                                  u"h2"_s,    u"h3"_s, u"hr"_s,   u"i"_s,      u"li"_s,  u"ol"_s,  u"p"_s,
                                  u"pre"_s,   u"s"_s,  u"span"_s, u"strong"_s, u"sub"_s, u"sup"_s, u"table"_s,
                                  u"tbody"_s, u"td"_s, u"th"_s,   u"tr"_s,     u"u"_s,   u"ul"_s};
    return tags.contains(tag);
}

bool opensTag(const QString &text, qsizetype at)
{
    if (at + 1 >= text.size())
        return false;
    const QChar next = text[at + 1];
    return next == u'/' || next == u'!' || next == u'?' || (next.unicode() < 128 && next.isLetter());
}

/// Puts the text together again with harmless tags only, each closed once, none of them empty.
class TagFilter
{
public:
    void addText(QChar c) { m_result += c; }
    void addTag(const QString &tag)
    {
        static const QRegularExpression pattern(u"^<(/?)([A-Za-z][A-Za-z0-9]*)(\\s[^<>]*)?/?>$"_s);
        const QRegularExpressionMatch match = pattern.match(tag);
        const QString name = match.captured(2).toLower();
        if (!match.hasMatch() || !isHarmless(name))
            return;
        if (name == "br"_L1 || name == "hr"_L1)
            m_result += tag;
        else if (match.captured(1).isEmpty())
            open(name, tag);
        else if (!m_open.isEmpty() && m_open.last().name == name)
            close();
    }
    QString finished()
    {
        while (!m_open.isEmpty())
            close();
        return m_result;
    }

private:
    struct Open
    {
        QString name;
        qsizetype from, contentFrom;
    };

    void open(const QString &name, const QString &tag)
    {
        m_open.append({name, m_result.size(), m_result.size() + tag.size()});
        m_result += tag;
    }
    void close()
    {
        const Open tag = m_open.takeLast();
        if (m_result.size() == tag.contentFrom)
            m_result.truncate(tag.from);
        else
            m_result += u"</"_s + tag.name + u'>';
    }

    QString m_result;
    QList<Open> m_open;
};

QString withoutTags(const QString &text)
{
    static const QRegularExpression contentToo(u"<(script|style)\\b[^>]*>.*?(</\\1\\s*>|$)|<!--.*?(-->|$)"_s,
                                               QRegularExpression::CaseInsensitiveOption
                                                   | QRegularExpression::DotMatchesEverythingOption);
    if (!text.contains(u'<'))
        return text;
    const QString source = QString(text).remove(contentToo);
    TagFilter filter;
    for (qsizetype at = 0; at < source.size(); ++at) {
        if (source[at] != u'<' || !opensTag(source, at)) {
            filter.addText(source[at]);
            continue;
        }
        const qsizetype end = source.indexOf(u'>', at);
        const QString tag = source.mid(at, end < 0 ? -1 : end - at + 1);
        filter.addTag(tag);
        at += tag.size() - 1;
    }
    return filter.finished();
}

QByteArray padding(int indentation)
{
    return QByteArray(indentation, ' ');
}

} // namespace

QString cleaned(const QString &text)
{
    QString plain = text;
    if (plain.contains(QChar(0)))
        plain.remove(QChar(0));
    if (plain.contains(u'\r'))
        plain.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return withoutTags(decoded(plain));
}

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size() + 16);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\'':
            result += "&#039;"_L1;
            break;
        case u'"':
            result += "&quot;"_L1;
            break;
        case u'<':
            result += "&lt;"_L1;
            break;
        case u'>':
            result += "&gt;"_L1;
            break;
        default:
            result += c;
        }
    }
    return result;
}

QString trimmed(const QString &text)
{
    const auto isBlank = [](QChar c) {
        return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\v' || c == QChar(0);
    };
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isBlank(text[from]))
        ++from;
    while (to > from && isBlank(text[to - 1]))
        --to;
    return text.mid(from, to - from);
}

QString withoutFourByteCharacters(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isHighSurrogate())
            result += "????"_L1;
        else if (!c.isLowSurrogate())
            result += c;
    }
    return result;
}

QString cutToCharacters(const QString &text, int characters)
{
    if (text.size() <= characters)
        return text;
    qsizetype at = 0;
    for (int i = 0; i < characters && at < text.size(); ++i)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return text.left(at);
}

QString cutToBytes(const QString &text, int bytes)
{
    if (text.size() * 3 <= bytes)
        return text;
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes)
        return text;
    while (bytes > 0 && (uchar(utf8[bytes]) & 0xc0) == 0x80)
        --bytes;
    return QString::fromUtf8(utf8.left(bytes));
}

QByteArray jsonString(QStringView text)
{
    static const char hexDigits[] = "0123456789abcdef";
    const QByteArray utf8 = text.toUtf8();
    QByteArray result;
    result.reserve(utf8.size() + 2);
    result += '"';
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '"' || c == '\\')
            result.append('\\').append(c);
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\r')
            result += "\\r";
        else if (uchar(c) < 0x20)
            result.append("\\u00").append(hexDigits[uchar(c) >> 4]).append(hexDigits[uchar(c) & 15]);
        else if (uchar(c) == 0xe2 && i + 2 < utf8.size() && uchar(utf8[i + 1]) == 0x80
                 && (uchar(utf8[i + 2]) == 0xa8 || uchar(utf8[i + 2]) == 0xa9)) {
            result += uchar(utf8[i + 2]) == 0xa8 ? "\\u2028" : "\\u2029"; // PHP escapes the line separators
            i += 2;
        } else
            result += c;
    }
    return result += '"';
}

QByteArray compactJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray prettyJson(const QJsonValue &value, int indentation)
{
    const int inner = indentation + 4;
    QByteArrayList parts;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(padding(inner) + jsonString(it.key()) + ": " + prettyJson(it.value(), inner));
        return parts.isEmpty() ? "{}"_ba : QByteArray("{\n" + parts.join(",\n") + '\n' + padding(indentation) + '}');
    }
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            parts.append(padding(inner) + prettyJson(element, inner));
        return parts.isEmpty() ? "[]"_ba : QByteArray("[\n" + parts.join(",\n") + '\n' + padding(indentation) + ']');
    }
    return value.isString() ? jsonString(value.toString()) : compactJson(value);
}

double leadingNumber(const QString &text)
{
    static const QRegularExpression pattern(u"^\\s*([+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?)"_s);
    return pattern.match(text).captured(1).toDouble();
}

QString numberText(double number)
{
    if (!std::isfinite(number))
        return u"0"_s;
    const QString text = QString::number(number, 'g', 14);
    return text.contains(u'e') ? QString::number(text.toDouble(), 'f', std::abs(number) < 1 ? 14 : 0) : text;
}

} // namespace syncline::sandbox::suitecrm
