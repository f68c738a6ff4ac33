#pragma once

#include "sandbox/suitecrm/render.h"
#include "sandbox/suitecrm/reply.h"

namespace syncline::sandbox::suitecrm {

inline const QString administratorId = QStringLiteral("1");
/// The colleague who edits by hand; her id tells people's edits from the sync's own.
inline const QString colleagueId = QStringLiteral("7a3e1c52-94d0-b6f8-21a7-5f0e6b04fd12");

/// One installed SuiteCRM: its data, its set-up and its clock.
struct Installation
{
    Installation(SandboxClock &siteClock, std::uint32_t seed) : clock(siteClock), store(seed) {}

    bool isDenied(const ModuleSchema &module) const { return settings.deniedModules.contains(module.module); }
    bool isReadOnly(const ModuleSchema &module) const
    {
        return isDenied(module) || settings.readOnlyModules.contains(module.module);
    }
    /// Whether the role lets the user see or touch this record.
    bool mayTouch(const Record &record) const
    {
        return !settings.ownerOnlyModules.contains(record.schema->module)
            || record.value(QStringLiteral("assigned_user_id")) == user;
    }

    SandboxClock &clock;
    Store store;
    Settings settings;
    QString user = administratorId; ///< whom the current request acts as
    Renderer renderer{store, settings};
};

} // namespace syncline::sandbox::suitecrm
