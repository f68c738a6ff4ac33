#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace syncline::sandbox::mautic {

enum class Object { Contact, Company };

enum class FieldType {
    Text,
    Textarea,
    Html,
    Number,
    Boolean,
    Date,
    DateTime,
    Time,
    Select,
    MultiSelect,
    Lookup,
    Email,
    Url,
    Tel,
    Country,
    Region,
    Timezone,
    Locale,
};
/// So many fields come with a fresh installation; ids beyond are a user's own.
inline constexpr int standardFields = 43;

QString fieldTypeName(FieldType type);
std::optional<FieldType> fieldType(const QString &name);

struct Field
{
    int id = 0;
    QString label, alias;
    FieldType type = FieldType::Text;
    QString group;
    int order = 0;
    Object object = Object::Contact;
    int column = 0; ///< place of its value in a record; never changes
    bool isFixed = false, isShortVisible = true, isUnique = false, isPublished = true, isRequired = false;
    bool isGone = false; ///< a built-in field that was deleted all the same; its column stays
    QJsonValue defaultValue;
    QJsonObject properties;
    qint64 added = 0, modified = 0;
    QString createdByUser, modifiedByUser;

    std::optional<int> scale() const; ///< number fields: decimal places
    bool hasOption(const QString &value) const;
    QString optionLabel(const QString &value) const;
    /// `"x":{"id":"1",...,"value":` as a GET shows it, and as the answer to a create shows it.
    QByteArray readHead, writeHead, readBlank, writeBlank;
    QByteArray key; ///< `"x":`
    void prepare(); ///< renders the texts above again after a change
};

/// All fields of both objects.
class Fields
{
public:
    Fields(); ///< the 28 contact and 15 company fields of a fresh installation

    /// In the order in which a contact lists them: own fields before the built-in ones. Published ones only.
    const QList<const Field *> &shown(Object object) const;
    /// The same by group: a page of contacts asks for it a hundred times.
    const QHash<QString, QList<const Field *>> &shownByGroup(Object object) const { return m_groups[int(object)]; }
    const Field *find(Object object, const QString &alias) const; ///< published or not
    Field *byId(int id);
    const std::deque<Field> &all() const { return m_fields; }
    int columns(Object object) const { return m_columns[int(object)]; }

    Field &add(Field field); ///< gives it an id, a column and an order
    void remove(int id);
    void changed(); ///< after a change of a field

private:
    void rebuild();

    std::deque<Field> m_fields; // addresses stay valid when one is added
    QList<const Field *> m_shown[2];
    QHash<QString, QList<const Field *>> m_groups[2];
    int m_columns[2] = {0, 0};
    int m_nextId = 1;
};

QByteArray fieldJson(const Field &field, bool isDeleted = false);

} // namespace syncline::sandbox::mautic
