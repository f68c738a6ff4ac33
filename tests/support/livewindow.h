#pragma once

#include "support/livesession.h"
#include "support/program.h"
#include "ui/backend/backend.h"
#include "ui/backend/runs.h"
#include "ui/shell/view.h"

#include <QAbstractItemModel>
#include <QDir>
#include <QSignalSpy>

namespace syncline::test {

/// Two stand-ins, a workspace that is connected to both, and the window's backend on it.
struct LiveOffice
{
    SandboxProgram program{{QStringLiteral("mautic"), QStringLiteral("suitecrm")}};
    StandIn mautic = program.standIns().value(0), suite = program.standIns().value(1);
    Workspace workspace;
    LiveSession live{workspace.file()};
    std::unique_ptr<ui::Backend> backend;

    /// So many people in Mautic, nobody in SuiteCRM.
    explicit LiveOffice(int people = 0)
    {
        for (int i = 0; i < people; ++i)
            add(QStringLiteral("p%1").arg(i, 3, 10, QLatin1Char('0')));
        const QStringList entities{QStringLiteral("contact"), QStringLiteral("company")};
        workspace.connect(QStringLiteral("Mautic"), mautic, entities);
        workspace.connect(QStringLiteral("SuiteCRM"), suite, entities);
        backend = std::make_unique<ui::Backend>(workspace.file(), false, live.outside());
    }
    void add(const QString &name) const
    {
        mautic.create(QStringLiteral("contacts"),
                      {{QStringLiteral("email"), QString(name + QStringLiteral("@example.org"))},
                       {QStringLiteral("lastname"), name},
                       {QStringLiteral("position"), QStringLiteral("Clerk")}});
    }
    /// Everybody's title in Mautic.
    void setTitles(const QString &title) const
    {
        for (const QJsonValue &contact : mautic.records(QStringLiteral("contacts")))
            mautic.edit(QStringLiteral("contacts"), contact[QLatin1String("id")].toVariant().toString(),
                        {{QStringLiteral("position"), title}});
    }
    QStringList names() const
    {
        QStringList names;
        for (const QJsonValue &contact : suite.records(QStringLiteral("Contacts")))
            names << contact[QLatin1String("last_name")].toString();
        names.sort();
        return names;
    }
    /// Starts the run and waits until it has ended.
    core::RunEnd run(const core::RunRequest &request)
    {
        QSignalSpy ended(&backend->runs(), &ui::Runs::finished);
        if (!backend->runs().start(request) || !(ended.count() > 0 || ended.wait(120'000))) {
            QTest::qFail("the run did not end", __FILE__, __LINE__);
            return {};
        }
        return ended.first().first().value<core::RunEnd>();
    }
};

/// A picture of the view for a person to look at: in the folder that SYNCLINE_PICTURES names, else none.
inline void keepPicture(QWidget &view, const QString &name)
{
    const QString folder = qEnvironmentVariable("SYNCLINE_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    view.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace syncline::test
