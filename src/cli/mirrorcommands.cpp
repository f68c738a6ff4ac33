#include "cli/command.h"

#include "core/mirror/mirroraddress.h"
#include "core/services/mirroring.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace syncline::cli {

namespace {

using core::mirror::MirrorProgress;

QString phaseText(const MirrorProgress &progress)
{
    switch (progress.phase) {
    case MirrorProgress::Phase::Starting:
        return cliText("Looking at what there is");
    case MirrorProgress::Phase::Publishing:
        return cliText("Publishing");
    case MirrorProgress::Phase::Reading:
        break;
    }
    QStringList parts;
    for (const core::mirror::EntityProgress &entity : progress.entities)
        parts << (entity.total > 0 ? u"%1 %2/%3"_s.arg(entity.entity).arg(entity.records).arg(entity.total)
                                   : u"%1 %2"_s.arg(entity.entity).arg(entity.records));
    QString text = parts.join(u", "_s);
    if (progress.isThrottled)
        text += u"  "_s + cliText("(waiting for the rate limit)");
    if (progress.endsAt) {
        const auto left = std::chrono::duration_cast<std::chrono::seconds>(*progress.endsAt - progress.at).count();
        text += u"  "_s + cliText("%1 s left").arg(std::max<qint64>(0, left));
    }
    return text;
}

core::mirror::MirrorMeter::Sink progressOf(Context &context)
{
    if (!context.surroundings().errorsAreTerminal)
        return {};
    return [&context](const MirrorProgress &progress) {
        context.surroundings().errors.write(QString(u"\r\x1b[K"_s + phaseText(progress)).toUtf8());
    };
}

QJsonArray toJson(const QList<core::mirror::MirroredEntity> &entities)
{
    QJsonArray list;
    for (const core::mirror::MirroredEntity &entity : entities)
        list.append(QJsonObject{{u"entity"_s, entity.entity},
                                {u"table"_s, entity.table},
                                {u"records"_s, entity.records},
                                {u"read"_s, entity.read},
                                {u"pages"_s, entity.pages}});
    return list;
}

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void show(Context &context, const core::mirror::MirrorReport &report)
{
    QList<QStringList> rows;
    for (const core::mirror::MirroredEntity &entity : report.entities)
        rows << QStringList{entity.entity, entity.table, QString::number(entity.records), QString::number(entity.read)};
    context.table({cliText("entity"), cliText("table"), cliText("records"), cliText("read")}, rows);
    context.line(cliText("Mirror %1 (%2): %3 requests, %4 s.")
                     .arg(report.generation.syncId, core::mirror::kindName(report.generation.kind))
                     .arg(report.requests)
                     .arg(double(report.duration.count()) / 1000, 0, 'f', 1));
    if (report.isResumed)
        context.line(cliText("It went on with a mirror that had been stopped."));
    if (report.fullAt && report.generation.kind == core::mirror::Kind::Incremental)
        context.line(cliText("Deletes, tags and lists are as of %1; bring them up to date with --full.")
                         .arg(iso(*report.fullAt)));
}

Result<core::MirrorOptions> optionsOf(Context &context, const Arguments &arguments)
{
    core::MirrorOptions options;
    options.integration = arguments.word(0);
    options.to = arguments.value(u"--to"_s);
    options.entities = arguments.all(u"--entity"_s);
    options.prefix = arguments.value(u"--prefix"_s);
    options.full = arguments.has(u"--full"_s);
    if (options.to.isEmpty())
        return failure(ErrorKind::Usage, cliText("Where to? --to is missing."),
                       cliText("Give a database: --to postgresql://USER@HOST/DATABASE, or --to sqlite:FILE"));
    bool isNumber = false;
    options.keep = arguments.value(u"--keep"_s, u"5"_s).toInt(&isNumber);
    if (!isNumber || options.keep < 1)
        return failure(ErrorKind::Usage, cliText("--keep takes a number of generations from 1 on."),
                       cliText("Leave it out to keep 5."));
    if (core::mirror::hasPassword(options.to))
        context.note(cliText("Others on this computer can read a password in a command line: better set PGPASSWORD or "
                             "put it into ~/.pgpass."));
    return options;
}

Result<int> mirror(Context &context, const Arguments &arguments)
{
    const auto options = optionsOf(context, arguments);
    if (!options)
        return failure(options.error());
    auto session = context.session();
    if (!session)
        return failure(session.error());
    const auto report = core::Mirroring(**session).run(*options, progressOf(context), context.surroundings().stop);
    if (context.surroundings().errorsAreTerminal)
        context.surroundings().errors.write("\r\x1b[K");
    if (!report)
        return failure(report.error());
    const core::mirror::Generation &generation = report->generation;
    context.print(QJsonObject{{u"mirror"_s, generation.syncId},
                              {u"status"_s, u"done"_s},
                              {u"integration"_s, options->integration},
                              {u"to"_s, core::mirror::shownAddress(options->to)},
                              {u"kind"_s, core::mirror::kindName(generation.kind)},
                              {u"generation"_s, generation.number},
                              {u"resumed"_s, report->isResumed},
                              {u"started_at"_s, iso(generation.startedAt)},
                              {u"full_at"_s, report->fullAt ? QJsonValue(iso(*report->fullAt)) : QJsonValue()},
                              {u"duration_ms"_s, qint64(report->duration.count())},
                              {u"requests"_s, report->requests},
                              {u"throttled_ms"_s, qint64(report->throttled.count())},
                              {u"entities"_s, toJson(report->entities)}});
    show(context, *report);
    const QString done =
        cliText("Mirror %1 into %2 is done.").arg(generation.syncId, core::mirror::shownAddress(options->to));
    if (auto logged = (*session)->log(u"info"_s, {}, done); !logged)
        return failure(logged.error());
    return 0;
}

} // namespace

std::vector<Command> mirrorCommands()
{
    return {{u"mirror"_s,
             cliText("Copies a system's contacts, companies and deals into a database that anybody may query."),
             {{u"--full"_s},
              {u"--to"_s, u"--entity"_s, u"--prefix"_s, u"--keep"_s},
              1,
              1,
              u"mirror N --to postgresql://… [--entity E]… [--full] [--keep 5] [--prefix P]"_s},
             mirror}};
}

} // namespace syncline::cli
