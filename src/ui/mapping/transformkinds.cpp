#include "ui/mapping/transformkinds.h"

#include "ui/mapping/transformforms.h"

using namespace Qt::StringLiterals;

namespace syncline::ui {

using core::Builtin;
using core::Transform;
using core::TransformType;

namespace {

constexpr TransformKind kinds[] = {
    {TransformType::Direct, {}, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Not at all"), "minus"},
    {TransformType::Lookup, {}, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "With a lookup table"), "table"},
    {TransformType::Constant, {}, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Always the same value"), "edit"},
    {TransformType::Template, {}, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "From several fields"), "text"},
    {TransformType::Function, {}, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "With an expression"), "fx"},
    {TransformType::Builtin, Builtin::Trim, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Without outer blanks"),
     "fx"},
    {TransformType::Builtin, Builtin::Lower, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "In lower case"), "fx"},
    {TransformType::Builtin, Builtin::Upper, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "In upper case"), "fx"},
    {TransformType::Builtin, Builtin::E164,
     QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "As an international number"), "phone"},
    {TransformType::Builtin, Builtin::DateFormat,
     QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "In another date form"), "calendar"},
    {TransformType::Builtin, Builtin::Split, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Split at a separator"),
     "split"},
    {TransformType::Builtin, Builtin::Join, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Joined by a separator"),
     "merge"},
    {TransformType::Builtin, Builtin::BooleanWords,
     QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Words for yes and no"), "toggle"},
    {TransformType::Builtin, Builtin::Number,
     QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "In another number form"), "number"},
    {TransformType::Builtin, Builtin::TagAdd, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "With one more tag"),
     "tag"},
    {TransformType::Builtin, Builtin::TagRemove, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Without a tag"),
     "tag"},
};

} // namespace

std::span<const TransformKind> transformKinds()
{
    return kinds;
}

bool isOf(const TransformKind &kind, const Transform &transform)
{
    return kind.type == transform.type && (kind.type != TransformType::Builtin || kind.builtin == transform.builtin);
}

/// What can come out of two fields of these types at all; the chosen one is always offered.
bool isUseful(const TransformKind &kind, FieldType hub, FieldType remote)
{
    if (kind.type != TransformType::Builtin)
        return true;
    const auto either = [&](FieldType type) { return hub == type || remote == type; };
    switch (kind.builtin) {
    case Builtin::E164:
        return either(FieldType::Phone) || either(FieldType::Text);
    case Builtin::DateFormat:
        return either(FieldType::Date);
    case Builtin::Split:
    case Builtin::Join:
    case Builtin::TagAdd:
    case Builtin::TagRemove:
        return either(FieldType::Set) || either(FieldType::List);
    case Builtin::BooleanWords:
        return either(FieldType::Boolean);
    case Builtin::Number:
        return either(FieldType::Integer) || either(FieldType::Decimal);
    case Builtin::Trim:
    case Builtin::Lower:
    case Builtin::Upper:
        return either(FieldType::Text) || either(FieldType::LongText) || either(FieldType::Email);
    }
    return true;
}

QString argumentLabel(const QString &name)
{
    static const QMap<QString, const char *> labels{
        {u"region"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Country")},
        {u"from"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Form now")},
        {u"to"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Form then")},
        {u"separator"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Separator")},
        {u"true"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Word for yes")},
        {u"false"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Word for no")},
        {u"decimal"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Decimal sign")},
        {u"group"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Thousands sign")},
        {u"tag"_s, QT_TRANSLATE_NOOP("syncline::ui::TransformForm", "Tag")},
    };
    const char *label = labels.value(name);
    return label ? TransformForm::tr(label) : name;
}

} // namespace syncline::ui
