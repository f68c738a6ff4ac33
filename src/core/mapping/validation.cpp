#include "core/mapping/validation.h"

#include "core/mapping/numbertext.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Validation)
};

bool isHost(const QString &host)
{
    static const QRegularExpression name(u"^(?!-)[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return host.size() <= 253 && name.match(host).hasMatch();
}

bool isInstant(const QString &text)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?Z$"_s);
    return form.match(text).hasMatch() && isCalendarDate(text.left(10));
}

QString whyInvalidText(FieldType type, const QString &text)
{
    switch (type) {
    case FieldType::Email:
        return isEmailAddress(text) ? QString() : Text::tr("\"%1\" is not an e-mail address.").arg(text);
    case FieldType::Url:
        return isWebAddress(text) ? QString() : Text::tr("\"%1\" is not a web address.").arg(text);
    case FieldType::Date:
        return isCalendarDate(text) ? QString() : Text::tr("\"%1\" is not a date of the form YYYY-MM-DD.").arg(text);
    case FieldType::DateTime:
        return isInstant(text) ? QString() : Text::tr("\"%1\" is not a date and time.").arg(text);
    case FieldType::Integer:
        return wholeNumber(text) ? QString() : Text::tr("\"%1\" is not a whole number.").arg(text);
    case FieldType::Decimal:
        return plainNumber(text) ? QString() : Text::tr("\"%1\" is not a number.").arg(text);
    case FieldType::Boolean:
        return text == "true"_L1 || text == "false"_L1 ? QString()
                                                       : Text::tr("\"%1\" is neither true nor false.").arg(text);
    case FieldType::Consent:
        return text == "granted"_L1 || text == "refused"_L1 || text == "unknown"_L1
            ? QString()
            : Text::tr("\"%1\" is neither granted nor refused.").arg(text);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Enumeration:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Phone:
    case FieldType::Ref:
    case FieldType::Refs:
    case FieldType::Group:
        break;
    }
    return {};
}

} // namespace

bool isEmailAddress(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1 || at > 64 || text.size() > 254)
        return false;
    static const QRegularExpression local(u"^[^\\s@<>(),;:\\\\\"\\[\\]]+$"_s);
    const QString name = text.left(at);
    const bool dotsAreInside = !name.startsWith(u'.') && !name.endsWith(u'.') && !name.contains(".."_L1);
    return dotsAreInside && local.match(name).hasMatch() && isHost(text.mid(at + 1));
}

bool isWebAddress(const QString &text)
{
    if (text.isEmpty() || std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return false;
    const bool hasScheme = text.contains("://"_L1);
    const QUrl url(hasScheme ? text : u"http://"_s + text, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return false;
    return hasScheme ? !url.host().isEmpty() : isHost(url.host());
}

bool isCalendarDate(const QString &text)
{
    if (text.size() != 10 || text.at(4) != u'-' || text.at(7) != u'-')
        return false;
    return QDate::fromString(text, Qt::ISODate).isValid();
}

QString whyInvalid(FieldType type, const Value &value)
{
    if (!value.isText() || value.isBlank())
        return {};
    return whyInvalidText(type, value.text());
}

QStringList missingRequired(const QStringList &required, const QMap<QString, Value> &record)
{
    QStringList missing;
    for (const QString &field : required) {
        const Value value = record.value(field);
        if (!value.isReadable() || value.isBlank())
            missing.append(field);
    }
    return missing;
}

} // namespace syncline::core
