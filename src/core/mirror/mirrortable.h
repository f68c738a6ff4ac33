#pragma once

#include "connectors/api/connector.h"

#include <QHash>

/// How the records of an entity stand in a table. Pure.
namespace syncline::core::mirror {

enum class ColumnKind {
    Text,
    Integer,
    Decimal,
    Boolean,
    Date,
    Instant,
    Texts, ///< an array of texts
    Json,
};
QString columnKindName(ColumnKind kind); ///< lower case

struct Column
{
    enum class Shows {
        Value,
        Name, ///< of what the value is the id of: the pipeline's title, the owner's name
    };
    QString name; ///< in the database: lower case ASCII, no word of SQL
    ColumnKind kind = ColumnKind::Text;
    QString field; ///< of the entity
    Shows shows = Shows::Value;
    bool isIndexed = false;
    bool operator==(const Column &) const = default;
};

struct Table
{
    QString name; ///< "ac_contacts"
    connectors::RemoteEntity entity;
    QList<Column> columns; ///< besides the record's id

    const Column *column(const QString &columnName) const;
};

/// What tables of a provider's mirror begin with: "ac" for ActiveCampaign.
QString usualPrefix(const QString &provider);
/// A custom field gives its column the name that people gave the field.
Table tableOf(const QString &prefix, const connectors::RemoteEntity &entity);
/// The same where some columns are in the database already: one whose kind has changed meanwhile becomes another column.
Table reconciled(Table table, const QHash<QString, ColumnKind> &existing);

/// Has the field options whose names say more than their values?
bool isNamed(const connectors::RemoteField &field);
/// "firstName" and "First name" become "first_name".
QString snakeCase(const QString &text);
/// "first_name" becomes "firstName".
QString camelCase(const QString &snake);

} // namespace syncline::core::mirror
