#pragma once

#include "connectors/contract/party.h"
#include "fuzz/tape.h"

namespace syncline::fuzz {

/// What a run asks of a connector.
enum class Task {
    Test,
    Describe,
    Read,
    ReadChanges,
    ReadByIds,
    ReadByKey,
    ReadCreated,
    Create,
    Update,
    Delete,
    ReadDeleted,
    CreateField
};
constexpr int taskCount = 12;

/// One task for one CRM, and what the CRM answers. As bytes: a letter for the CRM, one for the task, one for the entity, and
/// the tape.
struct Visit
{
    int party = 0; ///< of contract::parties()
    Task task = Task::Test;
    bool isForCompanies = false;
    Tape tape;

    static Visit fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;
};

/// Has the connector carry it out. Which promise of connectors/api it broke, in words; "" for none.
QString brokenPromise(connectors::Connector &connector, const contract::Party &party, const Visit &visit);
/// The same with a connector that hears the tape's answers.
QString brokenPromise(const Visit &visit);

} // namespace syncline::fuzz
