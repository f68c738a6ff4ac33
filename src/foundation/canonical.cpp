#include "foundation/canonical.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

/// Asked millions of times in a run: without an early way out the compiler takes many characters at once.
bool isAscii(const QString &text)
{
    char16_t bits = 0;
    for (const QChar c : text)
        bits |= c.unicode();
    return bits < 128;
}

QString composed(const QString &text)
{
    return isAscii(text) ? text : text.normalized(QString::NormalizationForm_C);
}

QString canonicalEmail(const QString &text)
{
    return isAscii(text) ? text.trimmed().toLower() : composed(text).trimmed().toCaseFolded();
}

QString canonicalPhone(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : composed(text)) {
        if (!c.isSpace() && c != u'-' && c != u'.' && c != u'/' && c != u'(' && c != u')')
            kept += c;
    }
    return kept;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// "42": most numbers are in their canonical form already.
bool isPlainNumber(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit) && (text.size() == 1 || text[0] != u'0');
}

struct Digits
{
    bool negative = false;
    QString whole, fraction;
    int exponent = 0;
};

/// nullopt: this is no plain number.
std::optional<Digits> digitsOf(const QString &text)
{
    static constexpr int largestExponent = 400; // beyond every double; more would only make long texts of zeros
    Digits digits;
    qsizetype at = 0;
    digits.negative = text.startsWith(u'-');
    if (digits.negative || text.startsWith(u'+'))
        ++at;
    for (; at < text.size() && isDigit(text[at]); ++at)
        digits.whole += text[at];
    if (at < text.size() && text[at] == u'.') {
        for (++at; at < text.size() && isDigit(text[at]); ++at)
            digits.fraction += text[at];
    }
    if (digits.whole.isEmpty() && digits.fraction.isEmpty())
        return std::nullopt;
    if (at < text.size()) {
        bool ok = text[at] == u'e' || text[at] == u'E';
        if (ok)
            digits.exponent = QStringView(text).mid(at + 1).toInt(&ok);
        if (!ok || std::abs(digits.exponent) > largestExponent)
            return std::nullopt;
    }
    return digits;
}

void movePoint(Digits &digits)
{
    for (; digits.exponent > 0; --digits.exponent) {
        digits.whole += digits.fraction.isEmpty() ? QChar(u'0') : digits.fraction[0];
        digits.fraction.remove(0, 1);
    }
    for (; digits.exponent < 0; ++digits.exponent) {
        digits.fraction.prepend(digits.whole.isEmpty() ? QChar(u'0') : digits.whole.back());
        digits.whole.chop(1);
    }
}

/// "+007.50" -> "7.5", "-0" -> "0", "1.5e3" -> "1500"; what is no plain number stays as it is.
QString canonicalNumber(const QString &given)
{
    if (isPlainNumber(given))
        return given;
    const QString text = given.trimmed();
    auto digits = digitsOf(text);
    if (!digits)
        return text;
    movePoint(*digits);
    while (digits->whole.startsWith(u'0'))
        digits->whole.remove(0, 1);
    while (digits->fraction.endsWith(u'0'))
        digits->fraction.chop(1);
    if (digits->whole.isEmpty())
        digits->whole = u"0"_s;
    const bool zero = digits->whole == u"0" && digits->fraction.isEmpty();
    return (digits->negative && !zero ? u"-"_s : QString()) + digits->whole
        + (digits->fraction.isEmpty() ? QString() : u'.' + digits->fraction);
}

QString canonicalBoolean(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == u"1" || word == u"true" || word == u"yes" || word == u"on")
        return u"true"_s;
    if (word == u"0" || word == u"false" || word == u"no" || word == u"off")
        return u"false"_s;
    return word;
}

/// Fractions of a second that are zero say nothing.
QString canonicalInstant(const QString &text)
{
    const auto dot = text.indexOf(u'.');
    if (dot < 0 || !text.endsWith(u'Z'))
        return text;
    QString fraction = text.mid(dot + 1).chopped(1);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    return text.left(dot) + (fraction.isEmpty() ? QString() : u'.' + fraction) + u'Z';
}

QString canonicalUrl(const QString &given)
{
    QString text = composed(given.trimmed());
    const auto scheme = text.indexOf("://"_L1);
    if (scheme < 0)
        return text;
    auto end = scheme + 3;
    while (end < text.size() && text[end] != u'/' && text[end] != u'?' && text[end] != u'#')
        ++end;
    text = text.left(end).toLower() + text.mid(end);
    return end == text.size() - 1 && text.endsWith(u'/') ? text.chopped(1) : text;
}

std::optional<QString> canonicalConsent(const QString &text)
{
    if (text == u"unknown")
        return std::nullopt;
    return text == u"denied" ? u"refused"_s : text;
}

std::optional<QString> canonicalText(FieldType type, const QString &text)
{
    switch (type) {
    case FieldType::Email:
        return canonicalEmail(text);
    case FieldType::Phone:
        return canonicalPhone(text);
    case FieldType::Integer:
    case FieldType::Decimal:
        return canonicalNumber(text);
    case FieldType::Boolean:
        return canonicalBoolean(text);
    case FieldType::DateTime:
        return canonicalInstant(text);
    case FieldType::Url:
        return canonicalUrl(text);
    case FieldType::Consent:
        return canonicalConsent(text);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Enumeration:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Group:
        return composed(text);
    }
    return composed(text);
}

QString canonicalMembers(QStringList members)
{
    for (QString &member : members)
        member = composed(member);
    std::ranges::sort(members);
    members.removeDuplicates();
    return members.join(QChar(0x1F));
}

QString canonicalItems(const Value::Items &items)
{
    QStringList members;
    for (const ListItem &item : items)
        members << (item.primary ? u"*"_s : u" "_s) + composed(item.value);
    std::ranges::sort(members);
    return members.join(QChar(0x1F));
}

/// A part of a group has no type of its own here: what looks like nothing is nothing, the rest is text.
std::optional<QString> canonicalParts(const Value::Parts &parts)
{
    QStringList shown;
    bool blank = true;
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        if (!it->isReadable())
            continue;
        blank = blank && it->isBlank();
        shown << it.key() + u'=' + (it->isBlank() ? QString() : composed(it->display()));
    }
    return blank ? std::nullopt : std::optional(shown.join(QChar(0x1F)));
}

} // namespace

std::optional<QString> canonical(FieldType type, const Value &value)
{
    if (!value.isReadable() || value.isBlank())
        return std::nullopt;
    if (value.isText()) {
        auto form = canonicalText(type, value.text());
        return form && form->isEmpty() ? std::nullopt : form;
    }
    if (value.isSet())
        return canonicalMembers(value.members());
    if (value.isList())
        return canonicalItems(value.items());
    return canonicalParts(value.parts());
}

bool same(FieldType type, const Value &a, const Value &b)
{
    if (!a.isReadable() || !b.isReadable())
        return a.isAbsent() == b.isAbsent() && a.isForbidden() == b.isForbidden();
    if (a.isGroup() && b.isGroup()) {
        const auto left = a.parts();
        const auto right = b.parts();
        for (auto it = left.begin(); it != left.end(); ++it) {
            const auto other = right.constFind(it.key());
            if (other != right.cend() && it->isReadable() && other->isReadable() && !same(FieldType::Text, *it, *other))
                return false;
        }
        return true;
    }
    return canonical(type, a) == canonical(type, b);
}

int strictness(const Value &consent)
{
    const QString word = consent.text();
    return word == u"refused" || word == u"denied" ? 2 : word == u"granted" ? 0 : 1;
}

} // namespace syncline
