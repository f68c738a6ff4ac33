#include "core/recipes/recipeevent.h"

#include "core/mapping/numbertext.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Recipe)
};

JsonView at(JsonView view, const QString &path)
{
    for (const QString &name : path.split(u'.'))
        view = view[name.toStdString()];
    return view;
}

bool fits(FieldType type, const JsonView &view)
{
    const QString text = view.text();
    switch (type) {
    case FieldType::Set:
    case FieldType::List:
        return view.isArray();
    case FieldType::Integer:
        return plainNumber(text) && wholeNumber(*plainNumber(text));
    case FieldType::Decimal:
        return plainNumber(text).has_value();
    case FieldType::Boolean:
        return text == "true"_L1 || text == "false"_L1;
    case FieldType::Date:
        return QDate::fromString(text.left(10), Qt::ISODate).isValid();
    case FieldType::DateTime:
        return QDateTime::fromString(text, Qt::ISODate).isValid();
    case FieldType::Email:
        return text.count(u'@') == 1 && !text.startsWith(u'@') && !text.endsWith(u'@');
    default:
        return view.isString() || view.isNumber();
    }
}

/// The record's tags with those of the step; nullopt: they stay as they are.
Result<std::optional<QString>> tagsOf(const RecipeStep &step, const FormulaInput &input)
{
    const QString before = input.steps.value(u"record"_s).value(u"tags"_s);
    QStringList tags;
    for (const QString &tag : before.split(u',', Qt::SkipEmptyParts))
        tags << tag.trimmed();
    const QStringList old = tags;
    for (const Formula &formula : step.addTags) {
        const auto tag = formula.value(input);
        if (!tag)
            return failure(tag.error());
        if (!tag->isEmpty() && !tags.contains(*tag))
            tags << *tag;
    }
    for (const Formula &formula : step.removeTags) {
        const auto tag = formula.value(input);
        if (!tag)
            return failure(tag.error());
        tags.removeAll(*tag);
    }
    return tags == old ? std::nullopt : std::optional(tags.join(u", "_s));
}

} // namespace

Result<void> checkEvent(const RecipeEvent &event, const JsonView &body)
{
    QStringList wrong;
    for (const EventField &field : event.fields) {
        const JsonView view = at(body, field.path);
        const bool isThere = !view.isMissing() && !view.isNull();
        if (!isThere && field.required)
            wrong << Text::tr("%1 is missing").arg(field.path);
        else if (isThere && !fits(field.type, view))
            wrong << Text::tr("%1 is no %2").arg(field.path, fieldTypeName(field.type));
    }
    if (wrong.isEmpty())
        return {};
    return failure(ErrorKind::Validation,
                   Text::tr("The event %1 does not fit: %2.").arg(event.kind, wrong.join(u"; "_s)),
                   Text::tr("Correct what sends it; an example: syncline-cli recipe show NAME"));
}

Result<StepChange> changeOf(const RecipeStep &step, FormulaInput input)
{
    StepChange change;
    auto &record = input.steps[u"record"_s];
    for (const auto &[field, formula] : step.set) {
        const auto value = formula.value(input);
        if (!value)
            return failure(value.error());
        if (value->isEmpty()) // what an event does not carry clears nothing
            continue;
        change.fields.insert(field, *value);
        record.insert(field, *value);
    }
    const auto tags = tagsOf(step, input);
    if (!tags)
        return failure(tags.error());
    if (*tags)
        change.fields.insert(u"tags"_s, **tags);
    return change;
}

} // namespace syncline::core
