#pragma once

#include "sandbox/suitecrm/render.h"
#include "sandbox/suitecrm/reply.h"

#include <optional>

namespace syncline::sandbox::suitecrm {

/// A query as PHP reads it: `filter[a][eq]=1` is the value "1" at filter / a / eq. Order is kept for links; a
/// repeated key counts once, with its last value.
class Query
{
public:
    explicit Query(const QByteArray &raw);

    struct Entry
    {
        QStringList path; ///< below the parameter; empty for a plain one
        QString value;
    };
    struct Parameter
    {
        QString name;
        std::vector<Entry> entries;
    };

    const Parameter *find(const QString &name) const;
    const std::vector<Parameter> &parameters() const { return m_parameters; }
    /// The same query with another page number, not percent-encoded, as the server writes its links.
    QString withPage(int number) const;

private:
    void add(const QString &name, QStringList path, QString value);
    std::vector<Parameter> m_parameters;
};

struct Page
{
    int number = 0; ///< 0: not given
    int size = 0;
    qint64 offset() const { return number > 0 ? qint64(number - 1) * size : 0; }
};

enum class Operator { Equal, NotEqual, Greater, GreaterOrEqual, Less, LessOrEqual, Like };

struct Condition
{
    int field = -1;
    Operator op = Operator::Equal;
    QString value;
    bool isUnreadable = false; ///< a date that the database cannot read
    bool isEmail = false;      ///< email1: a search over addresses
};

struct ListQuery
{
    FieldSelection fields;
    std::optional<Page> page;
    int sortField = -1;
    bool isDescending = false;
    bool matchesAny = false; ///< filter[operator]=or
    std::vector<Condition> conditions;
    bool asksForDeleted = false;  ///< the filter names `deleted`
    bool failsInDatabase = false; ///< sorts or filters by something that is no column
};

/// Reads and checks the parameters of a list; `allowed` are the names that the call knows, `listed` how its refusal
/// lists them.
Outcome<ListQuery> readListQuery(const Schemas &schemas, const ModuleSchema &schema, const Query &query,
                                 const QStringList &allowed, const QString &listed);
/// fields[Module]=a,b of any module, applied to `schema`.
Outcome<FieldSelection> readFields(const Schemas &schemas, const ModuleSchema &schema, const Query &query);
/// Refuses parameters that the call does not know.
std::optional<Response> unknownParameter(const Query &query, const QStringList &allowed, const QString &listed);

/// How often the record comes up in the result: 0, 1, or once per matching address row.
int matches(const ListQuery &query, const Record &record);
/// Puts rows into the order of the query. Equal values come in an order that differs from page to page.
void sortRows(const ListQuery &query, std::vector<const Record *> &rows);

} // namespace syncline::sandbox::suitecrm
