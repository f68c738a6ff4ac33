#include "connectors/common/batches.h"

#include "connectors/net/httpclient.h"

namespace syncline::connectors {

qsizetype lengthInBody(const QString &text)
{
    return text.toUtf8().size() + 3;
}

qsizetype lengthInAddress(const QString &text)
{
    return encodeComponent(text).size() + 9;
}

QList<QStringList> splitTexts(const QStringList &texts, qsizetype most, qsizetype longest,
                              qsizetype (*lengthOf)(const QString &))
{
    QList<QStringList> list;
    qsizetype length = 0;
    for (const QString &text : texts) {
        const qsizetype needed = lengthOf(text);
        if (list.isEmpty() || list.last().size() >= most || length + needed > longest) {
            list.append(QStringList());
            length = 0;
        }
        list.last().append(text);
        length += needed;
    }
    return list;
}

} // namespace syncline::connectors
