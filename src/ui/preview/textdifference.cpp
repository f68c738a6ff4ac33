#include "ui/preview/textdifference.h"

#include <QStringList>
#include <QTextBoundaryFinder>

namespace syncline::ui {

namespace {

constexpr qsizetype longText = 60; ///< from here on by words

/// What a person takes for one character, or one word with the space after it.
QStringList unitsOf(const QString &text, bool words)
{
    QTextBoundaryFinder finder(words ? QTextBoundaryFinder::Word : QTextBoundaryFinder::Grapheme, text);
    QStringList units;
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > from; to = finder.toNextBoundary()) {
        units << text.mid(from, to - from);
        from = to;
    }
    return units;
}

QString joined(const QStringList &units, qsizetype from, qsizetype to)
{
    return QStringList(units.mid(from, to - from)).join(QString());
}

} // namespace

QList<Piece> textDifference(const QString &before, const QString &after)
{
    const auto add = [](QList<Piece> &pieces, Piece::Kind kind, const QString &text) {
        if (!text.isEmpty())
            pieces.append({kind, text});
    };
    QList<Piece> pieces;
    const bool words = before.size() > longText || after.size() > longText;
    const QStringList a = unitsOf(before, words), b = unitsOf(after, words);
    const qsizetype shorter = qMin(a.size(), b.size());
    qsizetype head = 0, tail = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    // Little in common: pieces would be harder to read than the two values.
    if (head + tail < qMax(a.size(), b.size()) / 2)
        head = tail = 0;
    add(pieces, Piece::Kind::Same, joined(a, 0, head));
    add(pieces, Piece::Kind::Removed, joined(a, head, a.size() - tail));
    add(pieces, Piece::Kind::Added, joined(b, head, b.size() - tail));
    add(pieces, Piece::Kind::Same, joined(a, a.size() - tail, a.size()));
    return pieces;
}

} // namespace syncline::ui
