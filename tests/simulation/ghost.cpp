#include "simulation/ghost.h"

using namespace Qt::StringLiterals;

namespace syncline::simulation {

QString Ghost::newToken()
{
    return u't' + QString::number(++m_tokens);
}

QSet<int> Ghost::tokensIn(const QString &text)
{
    QSet<int> tokens;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].toLower() != u't' || (i > 0 && text[i - 1].isLetterOrNumber()))
            continue;
        qsizetype end = i + 1;
        while (end < text.size() && text[end].isDigit())
            ++end;
        if (end > i + 1)
            tokens.insert(QStringView(text).mid(i + 1, end - i - 1).toInt());
        i = end - 1;
    }
    return tokens;
}

QSet<int> Ghost::tokensIn(const Value &value)
{
    QSet<int> tokens;
    for (const QString &member : value.members())
        tokens += tokensIn(member);
    const auto parts = value.isGroup() ? value.parts() : Value::Parts();
    for (const Value &part : parts)
        tokens += tokensIn(part);
    return tokens;
}

void Ghost::typed(const Value &value, const QString &place)
{
    const auto tokens = tokensIn(value);
    for (const int token : tokens) {
        if (!m_typed.contains(token))
            m_typed.insert(token, place);
    }
}

QMap<int, QString> Ghost::open() const
{
    QMap<int, QString> open;
    for (auto it = m_typed.begin(); it != m_typed.end(); ++it) {
        if (!m_covered.contains(it.key()))
            open.insert(it.key(), *it);
    }
    return open;
}

void Ghost::fail(const QString &violation)
{
    if (tell)
        tell(u"VIOLATION "_s + violation);
    m_violations << violation;
}

} // namespace syncline::simulation
