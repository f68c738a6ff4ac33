#include "connectors/common/wirevalues.h"

#include <QDateTime>
#include <QRegularExpression>

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

QString withoutExponent(const QString &text)
{
    static const QRegularExpression shape(u"^(-?)(\\d+)(?:\\.(\\d+))?[eE]\\+?(-?\\d+)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return text;
    const qsizetype exponent = match.captured(4).toLongLong();
    constexpr qsizetype mostPlaces = 40; // more than any CRM keeps
    if (exponent > mostPlaces || exponent < -mostPlaces)
        return text;
    QString digits = match.captured(2) + match.captured(3);
    qsizetype point = match.captured(2).size() + exponent;
    if (point <= 0) {
        digits.prepend(QString(1 - point, u'0'));
        point = 1;
    }
    digits = digits.leftJustified(point, u'0');
    QString fraction = digits.mid(point);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    QString whole = digits.left(point);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    return match.captured(1) + whole + (fraction.isEmpty() ? QString() : u'.' + fraction);
}

} // namespace syncline::connectors
