#include "connectors/mautic/mautictext.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

QString withoutTags(const QString &text)
{
    if (!text.contains(u'<'))
        return text;
    QString kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'<') {
            kept += text[at];
            continue;
        }
        const qsizetype end = text.indexOf(u'>', at);
        if (end > 0)
            at = end;
    }
    return kept;
}

QString entitiesDecoded(const QString &given)
{
    static const QRegularExpression entity(u"&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|quot|apos|amp|nbsp));"_s);
    if (!given.contains(u'&'))
        return given;
    static const QMap<QString, QChar> named{{u"lt"_s, u'<'},    {u"gt"_s, u'>'},  {u"quot"_s, u'"'},
                                            {u"apos"_s, u'\''}, {u"amp"_s, u'&'}, {u"nbsp"_s, QChar(0xa0)}};
    QString text;
    qsizetype from = 0;
    for (auto it = entity.globalMatch(given); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += QStringView(given).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (!match.captured(3).isEmpty()) {
            text += named[match.captured(3)];
            continue;
        }
        const char32_t code = match.captured(1).isEmpty() ? match.captured(2).toUInt(nullptr, 16)
                                                          : match.captured(1).toUInt();
        text += code == 0 || code > 0x10ffff ? match.captured() : QString::fromUcs4(&code, 1);
    }
    return text + QStringView(given).mid(from);
}

QString storedText(const QString &text)
{
    return entitiesDecoded(withoutTags(text)).trimmed();
}

QString collated(const QString &text)
{
    QString folded;
    for (const QChar c : text.trimmed().normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            folded += c;
    }
    return folded.toCaseFolded();
}

} // namespace syncline::connectors::mautic
