#include "connectors/net/notices.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

namespace {

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";
constexpr qsizetype enoughToTell = 80;

bool beginsJson(const QByteArray &text)
{
    return text.startsWith('{') || text.startsWith('[');
}

/// "<br />\n<b>Warning</b>:  ... on line <b>7</b><br />\n", or the same without tags where html_errors is off.
bool beginsWithNotice(const QByteArray &text)
{
    static const QRegularExpression notice(
        u"^\\s*(?:<br />\\s*<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards)(?:</b>)?:"_s);
    return notice.match(QString::fromLatin1(text.left(enoughToTell))).hasMatch();
}

} // namespace

QByteArray withoutNotices(const QByteArray &body)
{
    const QByteArray text = body.startsWith(byteOrderMark) ? body.mid(qsizetype(sizeof byteOrderMark) - 1) : body;
    if (beginsJson(text) || !beginsWithNotice(text))
        return text;
    // Every notice ends its line, so the JSON begins one.
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
        if (beginsJson(text.mid(end + 1, 1)))
            return text.mid(end + 1);
    }
    return text;
}

} // namespace syncline::connectors
