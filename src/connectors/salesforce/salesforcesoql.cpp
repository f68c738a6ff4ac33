#include "connectors/salesforce/salesforcesoql.h"

#include "connectors/common/wirevalues.h"
#include "connectors/salesforce/salesforceids.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::salesforce {

namespace {

std::optional<QString> matching(const QString &value, const QRegularExpression &shape)
{
    const QString text = value.trimmed();
    return shape.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

} // namespace

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return u'\'' + escaped + u'\'';
}

std::optional<QString> literal(const RemoteField &field, const QString &value)
{
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s), boolean(u"^(true|false)$"_s),
        date(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
        return matching(value, number);
    case FieldType::Boolean:
        return matching(value, boolean);
    case FieldType::Date:
        return matching(value, date);
    case FieldType::DateTime: {
        const auto time = instant(value);
        return time ? std::optional(isoInstant(*time)) : std::nullopt;
    }
    case FieldType::Ref: {
        const QString id = longId(value);
        return id.isEmpty() ? std::nullopt : std::optional(quoted(id));
    }
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Enumeration:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Set:
    case FieldType::List:
    case FieldType::Refs:
    case FieldType::Consent:
    case FieldType::Group:
        break;
    }
    return value.trimmed().isEmpty() ? std::nullopt : std::optional(quoted(value.trimmed()));
}

QString listOf(const QStringList &literals)
{
    return u'(' + literals.join(u',') + u')';
}

QString select(const QStringList &columns, const QString &object, const QStringList &conditions)
{
    const QString all = u"SELECT "_s + columns.join(u',') + u" FROM "_s + object;
    return conditions.isEmpty() ? all : all + u" WHERE "_s + conditions.join(u" AND "_s);
}

} // namespace syncline::connectors::salesforce
