#include "core/services/searchtext.h"

using namespace Qt::StringLiterals;

namespace syncline::core {

namespace {

/// Letters that Unicode does not take apart.
QString plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ø':
        return u"o"_s;
    case u'ł':
        return u"l"_s;
    case u'đ':
    case u'ð':
        return u"d"_s;
    case u'ı':
        return u"i"_s;
    case u'æ':
        return u"ae"_s;
    case u'œ':
        return u"oe"_s;
    case u'ß':
        return u"ss"_s;
    case u'þ':
        return u"th"_s;
    default:
        return QString(letter);
    }
}

} // namespace

QString searchText(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (letter.category() == QChar::Mark_NonSpacing)
            continue;
        if (letter.unicode() < 0x80)
            plain += letter;
        else
            plain += plainLetter(letter);
    }
    return plain.simplified();
}

} // namespace syncline::core
