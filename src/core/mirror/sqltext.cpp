#include "core/mirror/sqltext.h"

namespace syncline::core::mirror {

QByteArray quoted(const QString &identifier)
{
    QByteArray name = identifier.toUtf8();
    return '"' + name.replace('"', "\"\"") + '"';
}

QByteArray literal(const QString &text)
{
    QByteArray value = text.toUtf8();
    return '\'' + value.replace('\'', "''") + '\'';
}

QByteArray filled(QByteArray sql, const QList<QPair<QByteArray, QByteArray>> &texts)
{
    for (const auto &[name, text] : texts)
        sql.replace(QByteArray('%' + name), text);
    return sql;
}

} // namespace syncline::core::mirror
