#include "foundation/value.h"

#include <QDebug>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline {

Value Value::forbidden()
{
    Value value;
    value.m_data = Forbidden{};
    return value;
}

Value Value::null()
{
    Value value;
    value.m_data = Null{};
    return value;
}

Value Value::text(QString text)
{
    Value value;
    value.m_data = text.isNull() ? u""_s : std::move(text);
    return value;
}

Value Value::set(QStringList members)
{
    std::ranges::sort(members);
    members.removeDuplicates();
    Value value;
    value.m_data = std::move(members);
    return value;
}

Value Value::list(Items items)
{
    Value value;
    value.m_data = std::move(items);
    return value;
}

Value Value::group(Parts parts)
{
    parts.removeIf([](const auto &part) { return part.value().isAbsent(); });
    Value value;
    value.m_data = std::move(parts);
    return value;
}

bool Value::isBlank() const
{
    if (isNull())
        return true;
    if (const auto *text = std::get_if<QString>(&m_data))
        return text->isEmpty();
    if (const auto *members = std::get_if<QStringList>(&m_data))
        return members->isEmpty();
    if (const auto *items = std::get_if<Items>(&m_data))
        return items->isEmpty();
    if (const auto *parts = std::get_if<Parts>(&m_data)) {
        return std::all_of(parts->begin(), parts->end(),
                           [](const Value &part) { return part.isBlank() || !part.isReadable(); });
    }
    return false;
}

QString Value::text() const
{
    const auto *text = std::get_if<QString>(&m_data);
    return text ? *text : QString();
}

QStringList Value::members() const
{
    if (const auto *members = std::get_if<QStringList>(&m_data))
        return *members;
    if (const auto *items = std::get_if<Items>(&m_data)) {
        QStringList values;
        for (const ListItem &item : *items)
            values << item.value;
        return values;
    }
    if (const auto *text = std::get_if<QString>(&m_data); text && !text->isEmpty())
        return {*text};
    return {};
}

Value::Items Value::items() const
{
    const auto *items = std::get_if<Items>(&m_data);
    return items ? *items : Items();
}

Value::Parts Value::parts() const
{
    const auto *parts = std::get_if<Parts>(&m_data);
    return parts ? *parts : Parts();
}

Value Value::part(const QString &key) const
{
    const auto *parts = std::get_if<Parts>(&m_data);
    return parts ? parts->value(key) : Value();
}

QJsonValue Value::toJson() const
{
    if (isAbsent())
        return QJsonObject{{u"$"_s, u"absent"_s}};
    if (isForbidden())
        return QJsonObject{{u"$"_s, u"forbidden"_s}};
    if (const auto *text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto *members = std::get_if<QStringList>(&m_data))
        return QJsonArray::fromStringList(*members);
    if (const auto *items = std::get_if<Items>(&m_data)) {
        QJsonArray array;
        for (const ListItem &item : *items)
            array.append(QJsonObject{{u"value"_s, item.value}, {u"label"_s, item.label}, {u"primary"_s, item.primary}});
        return QJsonObject{{u"$list"_s, array}};
    }
    if (const auto *parts = std::get_if<Parts>(&m_data)) {
        QJsonObject object;
        for (auto it = parts->begin(); it != parts->end(); ++it)
            object.insert(it.key(), it->toJson());
        return QJsonObject{{u"$group"_s, object}};
    }
    return QJsonValue::Null;
}

namespace {

Value fromObject(const QJsonObject &object)
{
    if (const auto mark = object.constFind("$"_L1); mark != object.constEnd())
        return mark->toString() == "forbidden"_L1 ? Value::forbidden() : Value::absent();
    if (const auto list = object.constFind("$list"_L1); list != object.constEnd()) {
        Value::Items items;
        for (const QJsonValue &item : list->toArray()) {
            items.append({item["value"_L1].toString(), item["label"_L1].toString(), item["primary"_L1].toBool()});
        }
        return Value::list(items);
    }
    if (const auto group = object.constFind("$group"_L1); group != object.constEnd()) {
        Value::Parts parts;
        const QJsonObject members = group->toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            parts.insert(it.key(), Value::fromJson(*it));
        return Value::group(parts);
    }
    return Value::text(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Value fromArray(const QJsonArray &array)
{
    QStringList members;
    for (const QJsonValue &member : array)
        members << Value::fromJson(member).text();
    return Value::set(members);
}

} // namespace

Value Value::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Null:
        return null();
    case QJsonValue::Undefined:
        return absent();
    case QJsonValue::String:
        return text(json.toString());
    case QJsonValue::Bool:
        return text(json.toBool() ? u"true"_s : u"false"_s);
    case QJsonValue::Double:
        return text(json.toVariant().toString());
    case QJsonValue::Array:
        return fromArray(json.toArray());
    case QJsonValue::Object:
        return fromObject(json.toObject());
    }
    return absent();
}

QString Value::display() const
{
    if (const auto *text = std::get_if<QString>(&m_data))
        return *text;
    if (const auto *parts = std::get_if<Parts>(&m_data)) {
        QStringList shown;
        for (const Value &part : *parts) {
            if (!part.isBlank())
                shown << part.display();
        }
        return shown.join(u", "_s);
    }
    return members().join(u", "_s);
}

QDebug operator<<(QDebug debug, const Value &value)
{
    const QDebugStateSaver saver(debug);
    if (value.isText())
        return debug << value.text();
    const QJsonValue json = value.toJson();
    return json.isNull() ? debug.nospace() << "null" : debug.nospace() << json;
}

} // namespace syncline
