#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace syncline::sandbox::suitecrm {

/// How a field's value is read from a request, kept and compared.
enum class FieldKind { Id, Text, LongText, Boolean, Integer, Number, Date, DateTime, Link };

struct Field
{
    QString name;
    FieldKind kind = FieldKind::Text;
    bool isColumn = true; ///< false: "non-db", a filter or sort on it is a database error
    bool isCustom = false;
    bool isListed = true;      ///< false: lists leave it out
    bool isComputed = false;   ///< worked out when reading, never kept
    int maximumLength = 255;   ///< characters; bytes for LongText
    int decimals = -1;         ///< fixed number of decimals when read; -1: as many as needed
    QString defaultValue;      ///< of a new record
    QByteArray blank = "\"\""; ///< JSON of a value that was never set
    QByteArray key;            ///< "\"name\": ", ready for an answer
    QJsonObject meta;          ///< as /meta/fields gives it
    QString label;             ///< as the legacy API gives it
    QList<QPair<QString, QString>> options;
};

struct Relationship
{
    QString module; ///< key in a record's relationships block
    QString link;
};

/// One module of the site: names, fields in the server's order, links.
struct ModuleSchema
{
    QString module;   ///< "Contacts", in requests
    QString singular; ///< "Contact", in answers
    QString table;
    QString label;
    QStringList hiddenFields; ///< may be asked for, are never delivered
    std::vector<Field> fields;
    QHash<QString, int> index;
    std::vector<Relationship> relationships;

    int indexOf(const QString &field) const { return index.value(field, -1); }
    bool has(const QString &field) const { return index.contains(field); }
};

class Schemas
{
public:
    Schemas();
    /// By module name or by the singular name; nullptr if the site has no such module.
    const ModuleSchema *find(const QString &name) const;
    const std::vector<std::unique_ptr<ModuleSchema>> &all() const { return m_modules; }

private:
    std::vector<std::unique_ptr<ModuleSchema>> m_modules;
    QHash<QString, const ModuleSchema *> m_byName;
};

/// A file of the site's fixed answers ("metaModules", "currentUser", ...).
QByteArray fixedAnswer(const QString &name);

} // namespace syncline::sandbox::suitecrm
