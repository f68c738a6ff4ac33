#include "sandbox/hubspot/values.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace syncline::sandbox::hubspot {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayLength = 86'400'000;

/// One value on its way into a record.
struct Task
{
    const Property &property;
    QString text;
    const QString &before;

    tl::unexpected<ValueProblem> problem(const QString &error, const QString &message) const
    {
        return tl::unexpected(ValueProblem{property.name, error, message});
    }
};

using Kept = tl::expected<QString, ValueProblem>;

Kept keptText(const Task &task)
{
    static const QRegularExpression address(u"^[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+$"_s);
    if (task.property.name != "email"_L1)
        return task.text;
    const QString email = task.text.trimmed().toLower();
    if (!address.match(email).hasMatch())
        return task.problem(u"INVALID_EMAIL"_s, u"Email address %1 is invalid"_s.arg(task.text));
    return email;
}

Kept keptNumber(const Task &task)
{
    static const QRegularExpression number(u"^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$"_s);
    if (!number.match(task.text).hasMatch())
        return task.problem(u"INVALID_INTEGER"_s, u"%1 was not a valid number."_s.arg(task.text));
    return task.text;
}

Kept keptDate(const Task &task)
{
    const QDate date = QDate::fromString(task.text, Qt::ISODate);
    if (date.isValid() && task.text.size() == 10)
        return task.text;
    bool isNumber = false;
    const qint64 time = task.text.toLongLong(&isNumber);
    if (isNumber && time % dayLength == 0)
        return isoTime(time).left(10);
    return task.problem(u"INVALID_DATE"_s, u"%1 is at a time other than midnight UTC, or is no date."_s.arg(task.text));
}

Kept keptTime(const Task &task)
{
    const auto time = timeIn(task.text);
    if (!time)
        return task.problem(u"INVALID_DATE"_s, u"%1 was not a valid date."_s.arg(task.text));
    return isoTime(*time);
}

Kept keptBool(const Task &task)
{
    const QString word = task.text.toLower();
    if (word == "true"_L1 || word == "false"_L1)
        return word;
    return task.problem(u"INVALID_OPTION"_s, u"%1 was not one of the allowed options: [true, false]"_s.arg(task.text));
}

Kept keptOptions(const Task &task)
{
    QStringList wanted = task.text.split(u';', Qt::SkipEmptyParts);
    for (const QString &value : wanted) {
        if (!task.property.hasOption(value))
            return task.problem(u"INVALID_OPTION"_s, u"%1 was not one of the allowed options"_s.arg(value));
    }
    if (!task.property.isMultiple())
        return wanted.size() == 1 ? Kept(task.text)
                                  : task.problem(u"INVALID_OPTION"_s, u"%1 is more than one option"_s.arg(task.text));
    if (task.text.startsWith(u';')) // adds to what is there
        wanted = task.before.split(u';', Qt::SkipEmptyParts) + wanted;
    wanted.removeDuplicates();
    return wanted.join(u';');
}

/// It moves forward only; what would go back is dropped without a word.
QString keptLifecycle(const Property &property, const QString &wanted, const QString &before)
{
    const auto place = [&](const QString &value) {
        return std::ranges::find(property.options, value, &Option::value) - property.options.begin();
    };
    return before.isEmpty() || place(wanted) > place(before) ? wanted : before;
}

} // namespace

tl::expected<QString, ValueProblem> keptValue(const Property &property, const QJsonValue &given, const QString &before)
{
    const Task task{property, given.toVariant().toString(), before};
    if (task.text.isEmpty() || property.refersToOwner)
        return task.text;
    if (property.type == "number"_L1)
        return keptNumber(task);
    if (property.type == "date"_L1)
        return keptDate(task);
    if (property.type == "datetime"_L1)
        return keptTime(task);
    if (property.type == "bool"_L1)
        return keptBool(task);
    if (property.type != "enumeration"_L1)
        return keptText(task);
    auto kept = keptOptions(task);
    if (kept && property.name == "lifecyclestage"_L1)
        return keptLifecycle(property, *kept, before);
    return kept;
}

Checked checkedValues(const Table &table, const QJsonObject &properties, const Record *before)
{
    Checked checked;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const Property *property = table.property(it.key());
        if (!property) {
            checked.problems.append(
                {it.key(), u"PROPERTY_DOESNT_EXIST"_s, u"Property \"%1\" does not exist"_s.arg(it.key())});
            continue;
        }
        if (property->isReadOnly) {
            checked.problems.append({it.key(), u"READ_ONLY_VALUE"_s,
                                     u"\"%1\" is a read only property; its value cannot be set."_s.arg(it.key())});
            continue;
        }
        if (it->isNull()) // neither cleared nor refused
            continue;
        const auto kept = keptValue(*property, *it, before ? before->values.value(it.key()) : QString());
        if (kept)
            checked.values.insert(it.key(), *kept);
        else
            checked.problems.append(kept.error());
    }
    return checked;
}

} // namespace syncline::sandbox::hubspot
