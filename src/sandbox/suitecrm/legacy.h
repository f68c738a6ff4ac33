#pragma once

#include "sandbox/suitecrm/writer.h"

#include <QJsonArray>
#include <QSet>

#include <optional>

namespace syncline::sandbox::suitecrm {

/// The old API: service/v4_1/rest.php. Always 200; errors are an object with name, number and description.
class Legacy
{
public:
    explicit Legacy(Installation &site) : m_site(site), m_writer(site) {}

    Response handle(const Request &request);
    void endSessions() { m_sessions.clear(); }

private:
    QJsonObject serverInfo() const;
    QJsonObject login(const QJsonObject &arguments);
    QJsonObject entryList(const ModuleSchema &schema, const QJsonObject &arguments);
    QJsonObject entry(const ModuleSchema &schema, const QJsonObject &arguments);
    QJsonObject entriesCount(const ModuleSchema &schema, const QJsonObject &arguments);
    QJsonObject moduleFields(const ModuleSchema &schema, const QJsonObject &arguments) const;
    QJsonObject setEntries(const ModuleSchema &schema, const QJsonObject &arguments);
    QJsonObject described(const Record &record, const QJsonArray &fields) const;
    /// Rows that an SQL condition selects; nullopt if it is more than `table.field op 'value'` joined by AND.
    std::optional<std::vector<Record *>> select(const ModuleSchema &schema, const QJsonObject &arguments);

    Installation &m_site;
    Writer m_writer;
    QSet<QString> m_sessions;
};

} // namespace syncline::sandbox::suitecrm
