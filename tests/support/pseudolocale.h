#pragma once

#include <QTranslator>

/// A language that nobody speaks: every text of the program comes out in accented letters, a third longer and in
/// brackets, so that a test sees which text was not translated and which has no room to grow.
namespace syncline::support {

class PseudoLocale : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (*context == 'Q') // a class of Qt's: a text of ours in its name finds no translation
            return {};
        const QString text = QString::fromUtf8(source);
        QString made;
        int letters = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype end = endOfWhatStays(text, i);
            made += end > i ? text.mid(i, end - i) : QString(accented(text[i]));
            letters += end > i ? 0 : 1;
            i = std::max(i, end - 1);
        }
        return QChar(0x27E6) + made + QString((letters + 2) / 3, u'~') + QChar(0x27E7);
    }
    static bool speaks(const QString &text) { return text.contains(QChar(0x27E6)); }

private:
    /// Places for values and tags are no words.
    static qsizetype endOfWhatStays(const QString &text, qsizetype at)
    {
        if (text[at] == u'<' && text.indexOf(u'>', at) > at)
            return text.indexOf(u'>', at) + 1;
        if (text[at] != u'%')
            return at;
        qsizetype end = at + 1;
        if (end < text.size() && text[end] == u'L')
            ++end;
        if (end < text.size() && (text[end].isDigit() || text[end] == u'n'))
            return end + 1;
        return at;
    }
    static QChar accented(QChar letter)
    {
        static const QString plain = QStringLiteral("aeiounsAEIOUNS");
        static const QString marked = QStringLiteral("äëïöüñšÄËÏÖÜÑŠ");
        const auto place = plain.indexOf(letter);
        return place < 0 ? letter : marked[place];
    }
};

} // namespace syncline::support
