#include "connectors/common/wirevalues.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace syncline::connectors {

qint64 idNumber(const QString &id)
{
    const bool isNumber = !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? id.toLongLong() : 0;
}

std::optional<std::chrono::seconds> instant(const QString &text)
{
    QString iso = text.trimmed();
    if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    if (iso.size() == 10)
        iso += u"T00:00:00"_s;
    QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), Qt::UTC);
    return std::chrono::seconds(time.toSecsSinceEpoch());
}

QString isoInstant(std::chrono::seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.count(), Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss'Z'"_s);
}

} // namespace syncline::connectors
