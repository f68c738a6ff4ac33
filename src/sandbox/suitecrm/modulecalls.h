#pragma once

#include "sandbox/suitecrm/query.h"
#include "sandbox/suitecrm/writer.h"

namespace syncline::sandbox::suitecrm {

/// /module: lists, single records and writes.
class ModuleCalls
{
public:
    explicit ModuleCalls(Installation &site) : m_site(site), m_writer(site) {}

    Response list(const QString &module, const Request &request);
    Response get(const QString &module, const QString &id, const Request &request);
    Response create(const Request &request);
    Response update(const Request &request);
    Response remove(const QString &module, const QString &id);

private:
    Response createdWithoutId(const ModuleSchema &schema, const QJsonObject &attributes);
    Response deletedByUpdate(Record &record, const QJsonObject &attributes);
    Response saved(const Record &record) const;
    QByteArray raw(const Record &record) const;
    std::vector<const Record *> rows(const ModuleSchema &schema, const ListQuery &query) const;
    std::optional<std::vector<const Record *>> indexed(const ModuleSchema &schema, const Condition &condition) const;
    std::optional<std::vector<const Record *>> indexed(const ModuleSchema &schema, const ListQuery &query) const;
    std::vector<const Record *> candidates(const ModuleSchema &schema, const ListQuery &query) const;

    Installation &m_site;
    Writer m_writer;
};

/// The rows of one page as an answer; `path` is what links begin with ("V8/module/Contacts").
struct PageOfRows
{
    std::vector<const Record *> rows;
    qint64 total = 0;
    bool countsRecords = false; ///< "total-records" in meta, as relationships have it
    QString emptyMessage = QStringLiteral("Request was successful, but there is no result");
};
/// Cuts the page out of all rows and renders it.
Response listAnswer(Installation &site, const PageOfRows &page, const ListQuery &list, const Query &query,
                    const QString &path, RecordPlace place);

/// The body of a write; refuses what is no JSON object with exactly the allowed keys.
Outcome<QJsonObject> bodyData(const Request &request, const QStringList &required);
bool isIdShape(const QString &id);
Response invalidId(const QString &id);
Response unknownModule(const QString &name);

} // namespace syncline::sandbox::suitecrm
