#pragma once

#include "foundation/result.h"

#include <QMap>
#include <QStringList>

namespace syncline::cli {

/// The words of one command line, told apart by what the command understands. An unknown option is an error that names it.
class Arguments
{
public:
    struct Grammar
    {
        QStringList flags;           ///< "--full"
        QStringList options;         ///< "--integration", take a value and may come several times
        int atLeast = 0, atMost = 0; ///< words besides options; atMost -1: any number
        QString usage;               ///< "sync [--integration N]… ..."
    };
    static Result<Arguments> parse(const QStringList &words, const Grammar &grammar);

    bool has(const QString &flag) const { return m_flags.contains(flag); }
    QStringList all(const QString &option) const { return m_options.values(option); }
    QString value(const QString &option, const QString &otherwise = {}) const;
    QString word(int index) const { return m_words.value(index); }
    QStringList words(int from = 0) const { return m_words.mid(from); }
    /// KEY=VALUE words and options.
    static Result<QMap<QString, QString>> pairs(const QStringList &words);

private:
    QStringList m_flags, m_words;
    struct Options
    {
        QMap<QString, QStringList> byName;
        QStringList values(const QString &name) const { return byName.value(name); }
    } m_options;
};

} // namespace syncline::cli
