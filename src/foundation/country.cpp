#include "foundation/country.h"

#include <QHash>

#include <unicode/uloc.h>

#include <array>

using namespace Qt::StringLiterals;

namespace syncline {

namespace {

constexpr std::array languages{"en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "sr",
                               "bs", "hu", "ro", "bg", "el", "tr", "ru", "uk", "sv", "da", "nb", "nn", "fi",
                               "et", "lv", "lt", "ga", "is", "ca", "eu", "gl", "ja", "ko", "zh", "ar", "he",
                               "hi", "id", "vi", "th", "sq", "mk", "lb", "mt", "af", "fa"};

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

/// "" where CLDR knows only the code itself.
QString nameIn(const char *code, const char *language)
{
    std::array<UChar, 120> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    const QByteArray locale = QByteArray("und_") + code;
    const int length = uloc_getDisplayCountry(locale.constData(), language, buffer.data(), int(buffer.size()), &status);
    if (U_FAILURE(status) || length <= 0)
        return {};
    const QString name = QString::fromUtf16(buffer.data(), length);
    return name == QLatin1StringView(code) ? QString() : name;
}

using Codes = QHash<QString, QString>;

/// A code and an English name are never doubted; a name that two countries have in two other languages is nobody's.
Codes allNames()
{
    Codes codes, foreign;
    const auto *const *const countries = uloc_getISOCountries();
    for (int i = 0; countries[i]; ++i) {
        const QString code = QString::fromLatin1(countries[i]);
        codes.insert(folded(code), code);
        const QByteArray locale = QByteArray("und_") + countries[i];
        codes.insert(folded(QString::fromLatin1(uloc_getISO3Country(locale.constData()))), code);
        codes.insert(folded(nameIn(countries[i], "en")), code);
    }
    for (const char *language : languages) {
        for (int i = 0; countries[i]; ++i) {
            const QString code = QString::fromLatin1(countries[i]);
            auto &known = foreign[folded(nameIn(countries[i], language))];
            known = known.isNull() || known == code ? code : u""_s;
        }
    }
    for (const auto &[name, code] :
         {std::pair(u"uk"_s, u"GB"_s), std::pair(u"great britain"_s, u"GB"_s), std::pair(u"england"_s, u"GB"_s),
          std::pair(u"usa"_s, u"US"_s), std::pair(u"u.s.a."_s, u"US"_s),
          std::pair(u"united states of america"_s, u"US"_s), std::pair(u"brd"_s, u"DE"_s),
          std::pair(u"holland"_s, u"NL"_s), std::pair(u"czech republic"_s, u"CZ"_s)})
        codes.insert(name, code);
    for (auto it = foreign.begin(); it != foreign.end(); ++it) {
        if (!it->isEmpty() && !codes.contains(it.key()))
            codes.insert(it.key(), *it);
    }
    codes.remove(QString());
    return codes;
}

} // namespace

QString countryCode(const QString &name)
{
    static const Codes codes = allNames();
    return codes.value(folded(name));
}

QString englishCountryName(const QString &code)
{
    return nameIn(code.toUpper().toLatin1().constData(), "en");
}

} // namespace syncline
