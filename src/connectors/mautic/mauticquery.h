#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <chrono>

namespace syncline::connectors::mautic {

/// The operators that this connector uses, all of them known to Mautic: one that it does not know is dropped without a
/// word, and the answer is then the unfiltered list.
enum class Operator { Equal, Greater, GreaterOrEqual, In };

struct Condition
{
    QString column; ///< the database's name: "date_added", never "dateAdded"
    Operator op = Operator::Equal;
    QString value;
};

/// The query of a list.
class ListQuery
{
public:
    ListQuery &set(const QString &key, const QString &value);
    ListQuery &where(const Condition &condition);
    ListQuery &whereAny(const QList<Condition> &conditions);
    /// Ascending by id, so many rows: what keyset paging needs.
    ListQuery &byId(int limit);
    QByteArray encoded() const;

private:
    void add(const QString &prefix, const Condition &condition);

    QList<QPair<QString, QString>> m_parameters;
    int m_conditions = 0;
};

/// One text for Operator::In. Every value is quoted: commas and quotes inside survive.
QString csvList(const QStringList &values);
/// UTC as the database writes it; an offset in the text would be ignored by the server.
QString databaseTime(std::chrono::seconds time);

} // namespace syncline::connectors::mautic
