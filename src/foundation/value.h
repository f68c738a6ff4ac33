#pragma once

#include "foundation/fieldtype.h"

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace syncline {

class Value;

/// One entry of a typed list.
struct ListItem
{
    QString value;
    QString label;
    bool primary = false;
    bool operator==(const ListItem &) const = default;
};

/// The value of one field, with its state. Cheap to copy. Scalars are kept as text in the form that
/// fieldtype.h names for their type; `operator==` compares states and exact forms. To compare two values
/// the way the sync does, use same() of canonical.h.
///
/// *absent*: not delivered, unknown, never taken for cleared. *forbidden*: no permission. Both are not
/// readable, are never compared and never written. *null* and *empty* are both blank.
class Value
{
public:
    using Items = QList<ListItem>;
    using Parts = QMap<QString, Value>;

    Value() = default; ///< absent
    static Value absent() { return {}; }
    static Value forbidden();
    static Value null();
    static Value text(QString text);       ///< "" is *empty*
    static Value set(QStringList members); ///< sorted, duplicates dropped; {} is *empty*
    static Value list(Items items);
    static Value group(Parts parts); ///< parts that are absent are left out

    bool isAbsent() const { return std::holds_alternative<Absent>(m_data); }
    bool isForbidden() const { return std::holds_alternative<Forbidden>(m_data); }
    bool isReadable() const { return !isAbsent() && !isForbidden(); }
    bool isNull() const { return std::holds_alternative<Null>(m_data); }
    /// Null, empty text, empty set or list, or a group whose parts are all blank. False for absent and forbidden.
    bool isBlank() const;
    bool isText() const { return std::holds_alternative<QString>(m_data); }
    bool isSet() const { return std::holds_alternative<QStringList>(m_data); }
    bool isList() const { return std::holds_alternative<Items>(m_data); }
    bool isGroup() const { return std::holds_alternative<Parts>(m_data); }

    QString text() const;        ///< the text; "" for everything that is no text
    QStringList members() const; ///< members of a set; values of a list; a non-blank text as one member; else {}
    Items items() const;
    Parts parts() const;
    Value part(const QString &key) const; ///< absent where the group has no such part

    bool operator==(const Value &) const = default;

    /// null -> null, text -> string, set -> array, list -> {"$list": [...]}, group -> {"$group": {...}},
    /// absent -> {"$": "absent"}, forbidden -> {"$": "forbidden"}. fromJson is its inverse; a number or a
    /// boolean is taken as its text.
    QJsonValue toJson() const;
    static Value fromJson(const QJsonValue &json);
    /// For people and reports: a set joined by ", ", a group by its parts; blank and unreadable as "".
    QString display() const;

private:
    struct Absent
    {
        bool operator==(const Absent &) const = default;
    };
    struct Forbidden
    {
        bool operator==(const Forbidden &) const = default;
    };
    struct Null
    {
        bool operator==(const Null &) const = default;
    };
    std::variant<Absent, Forbidden, Null, QString, QStringList, Items, Parts> m_data;
};

QDebug operator<<(QDebug debug, const Value &value);

} // namespace syncline
