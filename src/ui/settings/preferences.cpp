#include "ui/settings/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace syncline::ui {

bool previewFirst()
{
    return QSettings().value(u"safety/previewFirst"_s, false).toBool();
}

void setPreviewFirst(bool first)
{
    QSettings().setValue(u"safety/previewFirst"_s, first);
}

QString chosenLanguage()
{
    return QSettings().value(u"appearance/language"_s).toString();
}

void setLanguage(const QString &language)
{
    QSettings().setValue(u"appearance/language"_s, language);
}

} // namespace syncline::ui
