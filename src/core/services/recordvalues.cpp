#include "core/services/records.h"

#include "foundation/canonical.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::core::Records", text);
}

} // namespace

Result<Value> Records::parse(const QString &entity, const QString &field, const QString &text) const
{
    const HubFieldDef *def = m_session.schema().field(entity, field);
    if (!def) {
        return failure(ErrorKind::Usage, tr("%1 has no field named %2.").arg(entity, field),
                       tr("Field names are those of docs/hub-schema.md, or begin with x_."));
    }
    const auto wrong = [&](const QString &example) {
        return failure(ErrorKind::Usage, tr("\"%1\" is no value for %2.").arg(text, field),
                       tr("For example: %1").arg(example));
    };
    if (text.isEmpty())
        return def->type == FieldType::Set ? Value::set({}) : Value::text({});
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s), email(u"^\\S+@\\S+\\.\\S+$"_s);
    switch (def->type) {
    case FieldType::Set:
    case FieldType::Refs: {
        QStringList members;
        for (const QString &member : text.split(u','))
            members << member.trimmed();
        return Value::set(members);
    }
    case FieldType::Date:
        if (!QDate::fromString(text, Qt::ISODate).isValid())
            return wrong(field + u"=1980-12-31"_s);
        break;
    case FieldType::DateTime:
        if (!QDateTime::fromString(text, Qt::ISODate).isValid())
            return wrong(field + u"=2026-01-31T09:30:00Z"_s);
        return Value::text(QDateTime::fromString(text, Qt::ISODate).toUTC().toString(Qt::ISODate));
    case FieldType::Integer:
    case FieldType::Decimal:
        if (!number.match(text).hasMatch())
            return wrong(field + u"=12.50"_s);
        return Value::text(*canonical(def->type, Value::text(text)));
    case FieldType::Email:
        if (!email.match(text).hasMatch())
            return wrong(field + u"=jane@example.com"_s);
        break;
    case FieldType::Consent:
        if (text != "granted"_L1 && text != "refused"_L1 && text != "unknown"_L1)
            return wrong(field + u"=refused"_s);
        break;
    default:
        break;
    }
    return Value::text(text);
}

} // namespace syncline::core
