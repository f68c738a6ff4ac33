#pragma once

#include "core/engine/operationdocument.h"

#include <stop_token>

namespace syncline::core {

/// What became of a write before it was sent; `Written`: it was sent, and its outcome says the rest.
enum class Fate { Written, Moved, Gone, Forbidden, Taken, Unsure };

/// Writes of one entity of one integration that are on their way together.
struct RemoteBatch
{
    const Binding *binding = nullptr;
    connectors::Connector *connector = nullptr;
    std::stop_token stop;
    QList<OperationRow> operations;
    QStringList tokens; ///< by operation: goes into tokenField; "" for none
    const connectors::RemoteField *tokenField = nullptr;
    // Filled by work():
    QList<RemoteWrite> planned; ///< as stored
    QList<RemoteWrite> writes;  ///< as sent: without what was refused by name
    QList<Fate> fates;
    QList<connectors::WriteOutcome> outcomes;
    QList<ShownRecord> shown;             ///< where the outcome is Done: what the answer showed
    QList<connectors::RemoteRecord> seen; ///< by operation: what the CRM shows instead of what was planned on
    QList<QStringList> refusedFirst;      ///< fields left out because the CRM refused them by name
    QList<Error> refusals;

    /// Looks once more, sends, and reads what the answers show. On the integration's thread; blocks.
    void work();

private:
    void lookAgain();
    void compare(int index, const connectors::LookUp &look);
    QList<connectors::WriteOperation> toSend(const QList<int> &indices) const;
    void send();
    void sendWithoutRefused();
    void readTaken();
    void readShown();
};

} // namespace syncline::core
