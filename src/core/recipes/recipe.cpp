#include "core/recipes/recipe.h"

#include "core/mapping/numbertext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::core::Recipe)
};

bool isPossible(FieldType type, const QString &value)
{
    switch (type) {
    case FieldType::Integer:
        return plainNumber(value) && wholeNumber(*plainNumber(value));
    case FieldType::Decimal:
        return plainNumber(value).has_value();
    default:
        return !value.isEmpty();
    }
}

} // namespace

const RecipeEvent *Recipe::event(const QString &kind) const
{
    const auto it = std::ranges::find(events, kind, &RecipeEvent::kind);
    return it == events.end() ? nullptr : &*it;
}

QMap<QString, QString> Recipe::settingValues(const QMap<QString, QString> &changed) const
{
    QMap<QString, QString> values;
    for (const RecipeSetting &setting : settings)
        values.insert(setting.key, changed.value(setting.key, setting.value));
    return values;
}

Result<void> Recipe::checkSettings(const QMap<QString, QString> &changed) const
{
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        const auto setting = std::ranges::find(settings, it.key(), &RecipeSetting::key);
        QStringList keys;
        for (const RecipeSetting &known : settings)
            keys << known.key;
        if (setting == settings.end())
            return failure(ErrorKind::Usage, Text::tr("The recipe %1 has no setting \"%2\".").arg(name, it.key()),
                           Text::tr("Settings are: %1.").arg(keys.join(u", "_s)));
        if (!isPossible(setting->type, *it))
            return failure(ErrorKind::Usage, Text::tr("\"%1\" is no value for %2.").arg(*it, it.key()),
                           Text::tr("For example: %1=%2").arg(it.key(), setting->value));
    }
    return {};
}

} // namespace syncline::core
