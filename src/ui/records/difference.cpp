#include "ui/records/difference.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QTextCharFormat>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::ui {

namespace {

constexpr int shortText = 24;

/// Letters of a short text, words with the blanks after them of a long one.
QStringList tokensOf(const QString &text, bool byWords)
{
    QStringList tokens;
    QString current;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        current += letter;
        const bool ends = byWords ? letter.isSpace() : !letter.isHighSurrogate();
        if (ends || i + 1 == text.size()) {
            tokens << current;
            current.clear();
        }
    }
    return tokens;
}

void append(QList<Span> &spans, Span::Kind kind, const QString &text)
{
    if (!spans.isEmpty() && spans.last().kind == kind)
        spans.last().text += text;
    else
        spans.append({kind, text});
}

/// Lengths of the longest common rests of a[i…] and b[j…].
QList<QList<int>> commonRests(const QStringList &a, const QStringList &b)
{
    QList<QList<int>> lengths(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            lengths[i][j] = a.at(i) == b.at(j) ? lengths[i + 1][j + 1] + 1
                                               : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
    return lengths;
}

QList<QTextLayout::FormatRange> formatsOf(const QList<Span> &spans, const QColor &plain)
{
    QList<QTextLayout::FormatRange> ranges;
    int at = 0;
    for (const Span &span : spans) {
        QTextCharFormat format;
        format.setForeground(plain);
        if (span.kind == Span::Kind::Removed) {
            format.setForeground(color(Token::Bad));
            format.setBackground(color(Token::BadSoft));
            format.setFontStrikeOut(true);
        } else if (span.kind == Span::Kind::Added) {
            format.setForeground(color(Token::Ok));
            format.setBackground(color(Token::OkSoft));
            format.setFontUnderline(true);
        }
        ranges.append({at, int(span.text.size()), format});
        at += int(span.text.size());
    }
    return ranges;
}

int layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(10, width));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return qRound(height);
}

QString textOf(const QList<Span> &spans)
{
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text.replace(u'\n', QChar::LineSeparator); // which is what a layout breaks at
}

} // namespace

QList<Span> difference(const QString &before, const QString &after)
{
    if (before == after)
        return {{Span::Kind::Same, after}};
    if (before.isEmpty())
        return {{Span::Kind::Added, after}};
    if (after.isEmpty())
        return {{Span::Kind::Removed, before}};
    const bool byWords = std::max(before.size(), after.size()) > shortText;
    const QStringList a = tokensOf(before, byWords), b = tokensOf(after, byWords);
    constexpr qsizetype most = 400;
    const bool tooLong = a.size() > most || b.size() > most;
    const auto rests = tooLong ? QList<QList<int>>{{0}} : commonRests(a, b);
    if (rests[0][0] * 3 < std::min(a.size(), b.size()))
        return {{Span::Kind::Removed, before}, {Span::Kind::Added, after}};
    QList<Span> spans;
    qsizetype i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            append(spans, Span::Kind::Same, a.at(i));
            ++i, ++j;
        } else if (i < a.size() && (j == b.size() || rests[i + 1][j] >= rests[i][j + 1])) {
            append(spans, Span::Kind::Removed, a.at(i++));
        } else {
            append(spans, Span::Kind::Added, b.at(j++));
        }
    }
    return spans;
}

int paintSpans(QPainter &painter, const QRect &rect, const QList<Span> &spans, const QFont &font, const QColor &plain)
{
    QTextLayout layout(textOf(spans), font);
    layout.setFormats(formatsOf(spans, plain));
    const int height = layOut(layout, rect.width());
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
    return height;
}

int heightOfSpans(const QList<Span> &spans, const QFont &font, int width)
{
    QTextLayout layout(textOf(spans), font);
    return layOut(layout, width);
}

} // namespace syncline::ui
