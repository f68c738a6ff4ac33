#include "cli/arguments.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("syncline::cli", text);
}

tl::unexpected<Error> usage(const QString &message, const Arguments::Grammar &grammar)
{
    return failure(ErrorKind::Usage, message, tr("Usage: syncline-cli %1").arg(grammar.usage));
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, const Grammar &grammar)
{
    Arguments parsed;
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyWords || !word.startsWith("--"_L1)) {
            parsed.m_words << word;
            continue;
        }
        if (word == "--"_L1) {
            onlyWords = true;
            continue;
        }
        const QString name = word.section(u'=', 0, 0);
        if (grammar.flags.contains(word)) {
            parsed.m_flags << word;
        } else if (grammar.options.contains(name) && word.contains(u'=')) {
            parsed.m_options.byName[name] << word.section(u'=', 1);
        } else if (grammar.options.contains(name)) {
            if (i + 1 >= words.size())
                return usage(tr("%1 needs a value.").arg(name), grammar);
            parsed.m_options.byName[name] << words[++i];
        } else {
            return usage(tr("There is no option %1 here.").arg(name), grammar);
        }
    }
    if (parsed.m_words.size() < grammar.atLeast)
        return usage(tr("Something is missing: %1").arg(grammar.usage), grammar);
    if (grammar.atMost >= 0 && parsed.m_words.size() > grammar.atMost)
        return usage(tr("\"%1\" is one word too many.").arg(parsed.m_words[grammar.atMost]), grammar);
    return parsed;
}

QString Arguments::value(const QString &option, const QString &otherwise) const
{
    const QStringList values = m_options.values(option);
    return values.isEmpty() ? otherwise : values.last();
}

Result<QMap<QString, QString>> Arguments::pairs(const QStringList &words)
{
    QMap<QString, QString> pairs;
    for (const QString &word : words) {
        if (word.indexOf(u'=') < 1)
            return failure(ErrorKind::Usage, tr("\"%1\" is not of the form KEY=VALUE.").arg(word),
                           tr("Put what has blanks in quotation marks: \"KEY=some words\"."));
        pairs.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
    }
    return pairs;
}

} // namespace syncline::cli
