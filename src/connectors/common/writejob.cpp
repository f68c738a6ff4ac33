#include "connectors/common/writejob.h"

#include <QCoreApplication>

namespace syncline::connectors {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(syncline::connectors::WriteJob)
};

} // namespace

WriteJob::WriteJob(const RemoteEntity &of, const QList<WriteOperation> &all, std::stop_token token)
    : entity(of)
    , operations(all)
    , stop(std::move(token))
{
    outcomes.resize(operations.size());
    for (WriteOutcome &outcome : outcomes)
        outcome.error = {ErrorKind::Cancelled, Text::tr("Cancelled before it was sent."), {}, {}, {}, false};
}

QString WriteJob::about(const QString &id) const
{
    return id.isEmpty() ? Text::tr("The new record of %1").arg(entity.name)
                        : Text::tr("Record %1 of %2").arg(id, entity.name);
}

Error WriteJob::unmentioned(const QString &crm, const QString &id) const
{
    return {ErrorKind::Server,
            Text::tr("%1: %2's answer says nothing about it.").arg(about(id), crm),
            Text::tr("The next run looks at what was stored."),
            {},
            {},
            true};
}

} // namespace syncline::connectors
