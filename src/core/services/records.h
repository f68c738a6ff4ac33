#pragma once

#include "core/services/recordtypes.h"
#include "core/services/session.h"

namespace syncline::core {

/// The hub's own records: look, create, change, delete, and why a value is what it is.
class Records
{
public:
    explicit Records(Session &session) : m_session(session) {}

    /// Pages of at most `limit`; `after` is the last id of the page before.
    Result<QList<RecordSummary>> list(const QString &entity, const QString &after, int limit);
    Result<RecordDetail> show(const QString &id);
    Result<QString> create(const QString &entity, const QMap<QString, QString> &fields);
    Result<void> set(const QString &id, const QMap<QString, QString> &fields);
    /// Puts the delete into the queue, with everything the person saw.
    Result<void> remove(const QString &id);
    Result<WhyAnswer> why(const QString &entity, const QString &id, const QString &field);
    Result<WorkspaceStatus> status();
    /// The value that a person typed. Error kind Usage, with an example as remedy.
    Result<Value> parse(const QString &entity, const QString &field, const QString &text) const;

private:
    Result<HubRow> row(const QString &id);
    Result<RecordSummary> summary(const HubRow &row, const QMap<QString, QString> &names);
    Result<void> refuseErased(const QString &entity, const QString &matchKey);
    Result<void> put(HubRow &row, const QMap<QString, QString> &fields);
    Result<Sight> sightNow(const HubRow &row);

    Session &m_session;
};

} // namespace syncline::core
