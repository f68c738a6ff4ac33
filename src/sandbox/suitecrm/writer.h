#pragma once

#include "sandbox/suitecrm/installation.h"

#include <QJsonObject>

namespace syncline::sandbox::suitecrm {

/// Saves records the way the program's own save does for the APIs: times, author, e-mail addresses and the fields
/// that a module works out itself.
class Writer
{
public:
    explicit Writer(Installation &site) : m_site(site) {}

    Record &create(const ModuleSchema &schema, const QString &id, const QJsonObject &attributes);
    void update(Record &record, const QJsonObject &attributes);
    void remove(Record &record);
    /// Makes this the record's only primary address, as the web page does.
    void replaceEmail(Record &record, const QString &address);

private:
    void setAttributes(Record &record, const QJsonObject &attributes, bool isNew);
    void setAttribute(Record &record, const Field &field, const QJsonValue &value, bool isNew);
    void setTimes(Record &record, const QJsonObject &attributes, bool isNew);
    void setEmails(Record &record, const QJsonObject &attributes, bool isNew);
    void addEmail(Record &record, const QString &address, bool isPrimary, const QJsonObject &flags);
    Record &addressRecord(const QString &address);
    void applyModuleRules(Record &record, const QJsonObject &attributes, bool isNew);

    Installation &m_site;
};

} // namespace syncline::sandbox::suitecrm
