#include "app/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace syncline::app {

namespace {

/// Are there texts of this kind? Then they stay installed.
bool install(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(name, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

} // namespace

QString speakLanguageOf(const QLocale &locale, QCoreApplication &application)
{
    // English has a file of its own (the plurals), so that a language further back in the list does not win over it.
    QStringList languages{u"en"_s};
    if (locale.language() != QLocale::C)
        languages = locale.uiLanguages() + languages;
    for (QString language : languages) {
        language.replace(u'-', u'_');
        if (!install(application, u"syncline_"_s + language, u":/i18n"_s))
            continue;
        install(application, u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        return language.section(u'_', 0, 0);
    }
    return {};
}

} // namespace syncline::app
