#pragma once

#include "sandbox/suitecrm/modulecalls.h"

namespace syncline::sandbox::suitecrm {

/// /module/{Module}/{id}/relationships. Links here move nobody's date_modified.
class RelationCalls
{
public:
    explicit RelationCalls(Installation &site) : m_site(site) {}

    Response list(const QString &module, const QString &id, const QString &link, const Request &request);
    /// Without a link name the server picks the one to the other record's module.
    Response add(const QString &module, const QString &id, const QString &link, const Request &request);
    Response remove(const QString &module, const QString &id, const QString &link, const QString &relatedId);

private:
    Outcome<Record *> source(const QString &module, const QString &id) const;
    /// Module at the other end; nullptr for links to modules that hold no data here.
    Outcome<const ModuleSchema *> target(const ModuleSchema &schema, const QString &link) const;
    std::vector<const Record *> related(const Record &record, const QString &link, const ModuleSchema &module);
    void relate(Record &record, const QString &link, Record &other);
    bool unrelate(Record &record, Record &other);

    Installation &m_site;
};

} // namespace syncline::sandbox::suitecrm
