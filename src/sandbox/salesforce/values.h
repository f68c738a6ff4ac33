#pragma once

#include "sandbox/salesforce/reply.h"
#include "sandbox/salesforce/store.h"

#include <QSet>

#include <optional>

namespace syncline::sandbox::salesforce {

/// How this organisation is set up, and what goes wrong in it.
struct Settings
{
    QSet<QString> denied; ///< objects that this user may not read
    bool hasDuplicateRule = false;
    bool isMisspelled = false; ///< its findings come as "duplicateResut"
    int locked = 0;            ///< so many records meet other transactions
    int rowsInPage = 2000;     ///< at most
    bool losesLocators = false;
    int concurrent = 0; ///< so many calls meet too many long ones
};

/// Values of a request, as they are stored.
struct Checked
{
    Values values;
    std::optional<Trouble> trouble;
};
/// `record` is null for a new one.
Checked checkedValues(const Store &store, const Table &table, const QJsonObject &body, const Record *record);
/// Another record that has the same address, where the organisation has a rule against it and the caller does not insist.
std::optional<Trouble> duplicateTrouble(const Settings &settings, const Table &table, const Values &values,
                                        const Request &request);

} // namespace syncline::sandbox::salesforce
