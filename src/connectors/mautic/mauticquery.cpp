#include "connectors/mautic/mauticquery.h"

#include "connectors/net/httpclient.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace syncline::connectors::mautic {

namespace {

QString operatorName(Operator op)
{
    switch (op) {
    case Operator::Equal:
        return u"eq"_s;
    case Operator::Greater:
        return u"gt"_s;
    case Operator::GreaterOrEqual:
        return u"gte"_s;
    case Operator::In:
        return u"in"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

ListQuery &ListQuery::set(const QString &key, const QString &value)
{
    m_parameters.append({key, value});
    return *this;
}

void ListQuery::add(const QString &prefix, const Condition &condition)
{
    set(prefix + u"[col]"_s, condition.column);
    set(prefix + u"[expr]"_s, operatorName(condition.op));
    set(prefix + u"[val]"_s, condition.value);
}

ListQuery &ListQuery::where(const Condition &condition)
{
    add(u"where[%1]"_s.arg(m_conditions++), condition);
    return *this;
}

ListQuery &ListQuery::whereAny(const QList<Condition> &conditions)
{
    const QString prefix = u"where[%1]"_s.arg(m_conditions++);
    set(prefix + u"[expr]"_s, u"orX"_s);
    for (qsizetype i = 0; i < conditions.size(); ++i)
        add(prefix + u"[val][%1]"_s.arg(i), conditions[i]);
    return *this;
}

ListQuery &ListQuery::byId(int limit)
{
    return set(u"orderBy"_s, u"id"_s).set(u"orderByDir"_s, u"asc"_s).set(u"limit"_s, QString::number(limit));
}

QByteArray ListQuery::encoded() const
{
    return formEncoded(m_parameters);
}

QString csvList(const QStringList &values)
{
    QStringList quoted;
    for (QString value : values) {
        // PHP takes a backslash before a quotation mark for its escape, so such a value stands without marks if it can.
        const bool isBare = value.contains(u'\\') && !value.contains(u',') && !value.contains(u'"');
        quoted.append(isBare ? value : u'"' + value.replace(u'"', u"\"\""_s) + u'"');
    }
    return quoted.join(u',');
}

QString databaseTime(std::chrono::seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace syncline::connectors::mautic
