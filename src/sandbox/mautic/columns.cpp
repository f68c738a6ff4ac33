#include "sandbox/mautic/columns.h"

#include <QHash>

namespace syncline::sandbox::mautic {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> nonZero(qint64 number)
{
    return number == 0 ? std::nullopt : std::optional(double(number));
}

Column numberColumn(std::function<std::optional<double>(const Record &)> read, Column::Kind kind = Column::Kind::Number)
{
    return {kind, std::move(read), {}};
}

std::optional<Column> builtInColumn(Object object, const QString &name)
{
    if (name == "id"_L1)
        return numberColumn([](const Record &record) { return std::optional(double(record.id)); });
    if (name == "date_added"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.added); }, Column::Kind::Time);
    if (name == "date_modified"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.modified); }, Column::Kind::Time);
    if (object == Object::Company)
        return std::nullopt;
    if (name == "date_identified"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.identified); }, Column::Kind::Time);
    if (name == "owner_id"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.owner); });
    if (name == "stage_id"_L1)
        return numberColumn([](const Record &record) { return nonZero(record.stage); });
    return std::nullopt;
}

} // namespace

Column fieldColumn(const Field &field)
{
    const int at = field.column;
    if (field.type == FieldType::Number || field.type == FieldType::Boolean) {
        return numberColumn([at](const Record &record) {
            const QJsonValue value = record.values.value(at);
            return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
        });
    }
    return {Column::Kind::Text, {}, [at](const Record &record) { return record.values.value(at, QJsonValue::Null); }};
}

std::optional<Column> column(const Store &store, Object object, const QString &name)
{
    if (auto builtIn = builtInColumn(object, name))
        return builtIn;
    const Field *field = store.fields.find(object, name);
    return field ? std::optional(fieldColumn(*field)) : std::nullopt;
}

QString columnName(const QString &name)
{
    static const QHash<QString, QString> properties{{u"dateAdded"_s, u"date_added"_s},
                                                    {u"dateModified"_s, u"date_modified"_s},
                                                    {u"dateIdentified"_s, u"date_identified"_s},
                                                    {u"lastActive"_s, u"last_active"_s}};
    return properties.value(name, name);
}

QRegularExpression likePattern(const QString &text)
{
    QString pattern;
    for (const QChar c : collated(text)) {
        if (c == u'%')
            pattern += u".*"_s;
        else if (c == u'_')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(c);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    QJsonArray list;
    for (const QJsonValue &item : value.toObject())
        list.append(item);
    return list;
}

} // namespace syncline::sandbox::mautic
