#include "cli/command.h"

#include "core/automation/statusdocument.h"
#include "core/engine/reports.h"
#include "core/services/records.h"

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

Result<int> status(Context &context, const Arguments &)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto status = core::Records(**session).status();
    if (!status)
        return failure(status.error());
    const auto document = core::statusDocument(**session);
    if (!document)
        return failure(document.error());
    context.print(*document);
    QList<QStringList> rows;
    for (const auto &row : status->integrations) {
        QStringList linked;
        for (auto it = row.linked.begin(); it != row.linked.end(); ++it)
            linked << u"%1 %2"_s.arg(*it).arg(it.key());
        rows << QStringList{row.name, row.provider, row.health, linked.join(u", "_s)};
    }
    context.table({cliText("integration"), cliText("provider"), cliText("health"), cliText("linked")}, rows);
    for (auto it = status->waiting.begin(); it != status->waiting.end(); ++it)
        context.line(cliText("%1 waiting: %2").arg(*it).arg(it.key()));
    return 0;
}

QJsonObject toJson(const core::LogEntry &entry)
{
    return {{u"at"_s, core::isoTime(entry.at)},
            {u"run"_s, entry.run},
            {u"integration"_s, entry.integration},
            {u"level"_s, entry.level},
            {u"message"_s, entry.message}};
}

Result<int> log(Context &context, const Arguments &arguments)
{
    auto session = context.session();
    if (!session)
        return failure(session.error());
    constexpr int page = 1000;
    const bool follow = arguments.has(u"--follow"_s);
    qint64 after = 0;
    QJsonArray all;
    const std::stop_token stop = context.surroundings().stop;
    for (;;) {
        const auto entries = (*session)->stores().review.logAfter(after, page);
        if (!entries)
            return failure(entries.error());
        for (const core::LogEntry &entry : *entries) {
            after = entry.id;
            if (follow)
                context.print(toJson(entry));
            else
                all.append(toJson(entry));
            context.line(core::isoTime(entry.at) + u' ' + entry.message);
        }
        if (entries->size() == page)
            continue;
        if (!follow || stop.stop_requested())
            break;
        std::mutex mutex;
        std::condition_variable_any changed;
        std::unique_lock lock(mutex);
        changed.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
    }
    if (!follow)
        context.print(all);
    return 0;
}

} // namespace

std::vector<Command> statusCommands()
{
    return {
        {u"status"_s, cliText("Shows health, the last sync and what waits."), {{}, {}, 0, 0, u"status"_s}, status},
        {u"log"_s,
         cliText("Shows what happened; --follow goes on showing."),
         {{u"--follow"_s}, {}, 0, 0, u"log [--follow]"_s},
         log},
    };
}

} // namespace syncline::cli
