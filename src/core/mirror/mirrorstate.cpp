#include "core/mirror/mirrorstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace syncline::core::mirror {

namespace {

QByteArray text(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact);
}

QJsonDocument document(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8());
}

} // namespace

QString kindName(Kind kind)
{
    return kind == Kind::Full ? QStringLiteral("full") : QStringLiteral("incremental");
}

QByteArray listText(const QStringList &list)
{
    return text(QJsonDocument(QJsonArray::fromStringList(list)));
}

QStringList listFrom(const QString &text)
{
    QStringList list;
    for (const QJsonValue &value : document(text).array())
        list.append(value.toString());
    return list;
}

QByteArray countsText(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        object.insert(count.key(), *count);
    return text(QJsonDocument(object));
}

QMap<QString, qint64> countsFrom(const QString &text)
{
    QMap<QString, qint64> counts;
    const QJsonObject object = document(text).object();
    for (auto count = object.begin(); count != object.end(); ++count)
        counts.insert(count.key(), count->toInteger());
    return counts;
}

QByteArray cursorsText(const QMap<QString, Walk> &walks)
{
    QJsonObject object;
    for (const Walk &walk : walks)
        object.insert(walk.entity, walk.nextCursor);
    return text(QJsonDocument(object));
}

QMap<QString, QString> cursorsFrom(const QString &text)
{
    QMap<QString, QString> cursors;
    const QJsonObject object = document(text).object();
    for (auto cursor = object.begin(); cursor != object.end(); ++cursor)
        cursors.insert(cursor.key(), cursor->toString());
    return cursors;
}

QByteArray timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs).toLatin1();
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

std::optional<QByteArray> Roles::count(const QString &hubEntity, const QMap<QString, qint64> &counts) const
{
    std::optional<qint64> sum;
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (m_roles.value(count.key()) == hubEntity)
            sum = sum.value_or(0) + *count;
    }
    return sum ? std::optional(QByteArray::number(*sum)) : std::nullopt;
}

} // namespace syncline::core::mirror
