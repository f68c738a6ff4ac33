#include "support/program.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

/// A person signs in through the browser, over the real programs and the real keychain.
class tst_BrowserSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signIn_lastsOverProgramsAndIsRenewedAfterItWasRevoked()
    {
        const SandboxProgram sandbox({u"mautic"_s});
        const StandIn mautic = sandbox.standIns().first();
        Workspace workspace;
        // A browser in which the person has signed in before and allows everything.
        const QString browser = workspace.folder() + u"/browser"_s;
        QFile script(browser);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nexec curl -sL \"$1\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        workspace.setVariable(u"BROWSER"_s, browser);
        workspace.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"));
        workspace.must({u"init"_s});

        const Ran added = workspace.run({u"integration"_s, u"add"_s, u"mautic"_s, u"--name"_s, u"marketing"_s,
                                         u"--url"_s, mautic.address(), u"--auth"_s, u"oauth2_code"_s},
                                        R"({"client_id": "demo", "client_secret": "demo"})");
        QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
        QVERIFY(added.errors.contains(u"/oauth/v2/authorize?"_s)); // for those whose browser does not open
        const QStringList test{u"integration"_s, u"test"_s, u"marketing"_s};
        for (int program = 0; program < 3; ++program) { // each renews the token, and the CRM rotates it
            const Ran tested = workspace.run(test);
            QVERIFY2(tested.exitCode == 0, tested.output.constData());
        }

        mautic.configure({{u"revoke_tokens"_s, true}});
        const Ran ended = workspace.run(test);
        QCOMPARE(ended.exitCode, 3);
        QVERIFY2(ended.output.contains("integration reconnect"), ended.output.constData());
        workspace.must({u"integration"_s, u"reconnect"_s, u"marketing"_s});
        QCOMPARE(workspace.run(test).exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(tst_BrowserSignIn)
#include "tst_browsersignin.moc"
