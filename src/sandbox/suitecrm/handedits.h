#pragma once

#include "sandbox/suitecrm/writer.h"

#include <QJsonArray>

namespace syncline::sandbox::suitecrm {

/// What a colleague does on the web pages, and what the database holds: the control surface's view.
class HandEdits
{
public:
    explicit HandEdits(Installation &site) : m_site(site), m_writer(site) {}

    QJsonArray records(const QString &entity) const;
    QJsonObject edit(const QJsonObject &command);

private:
    const ModuleSchema *schemaOf(const QString &entity) const;
    QJsonObject flat(const Record &record) const;
    QJsonObject change(const QString &action, Record &record, const QJsonObject &command);
    void setFields(Record &record, const QJsonObject &fields);
    void setEmails(Record &record, const QJsonObject &fields);
    void touch(Record &record, const QJsonObject &fields);
    void merge(Record &loser, Record &winner);

    Installation &m_site;
    Writer m_writer;
};

} // namespace syncline::sandbox::suitecrm
