#include "core/secrets/secretstore.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

class tst_SecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variable_isNamedAfterTheIntegration_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("variable");
        QTest::newRow("plain") << u"crm"_s << u"SYNCLINE_SECRET_CRM"_s;
        QTest::newRow("others become _") << u"My crm-2.x"_s << u"SYNCLINE_SECRET_MY_CRM_2_X"_s;
        QTest::newRow("umlaut") << u"büro"_s << u"SYNCLINE_SECRET_B_RO"_s;
    }
    void variable_isNamedAfterTheIntegration()
    {
        QFETCH(QString, name);
        QTEST(EnvironmentSecrets::variableFor(name), "variable");
    }

    void environment_givesTheSecrets()
    {
        qputenv("SYNCLINE_SECRET_SERVER", R"({"client_id": "a", "client_secret": "b+/=é"})");
        QVERIFY(EnvironmentSecrets::has(u"server"_s));
        const auto secrets = EnvironmentSecrets::read(u"server"_s);
        QVERIFY(secrets);
        QCOMPARE(*secrets, (SecretMap{{u"client_id"_s, u"a"_s}, {u"client_secret"_s, u"b+/=é"_s}}));
        qunsetenv("SYNCLINE_SECRET_SERVER");
        QVERIFY(!EnvironmentSecrets::has(u"server"_s));
    }

    void whatIsNoSetOfSecrets_isRefusedWithoutShowingIt_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("the-marked-secret");
        QTest::newRow("cut") << QByteArray(R"({"password": "the-marked-secret")");
        QTest::newRow("array") << QByteArray(R"(["the-marked-secret"])");
        QTest::newRow("unknown key") << QByteArray(R"({"pasword": "the-marked-secret"})");
        QTest::newRow("no text") << QByteArray(R"({"password": ["the-marked-secret"]})");
    }
    void whatIsNoSetOfSecrets_isRefusedWithoutShowingIt()
    {
        QFETCH(QByteArray, json);
        const auto secrets = secretsFromJson(json);
        QVERIFY(!secrets);
        QVERIFY(!secrets.error().remedy.isEmpty());
        for (const QString &text : {secrets.error().message, secrets.error().remedy, secrets.error().providerMessage})
            QVERIFY2(!text.contains(u"the-marked-secret"), qPrintable(text));
    }

    void json_returnsAsItWas()
    {
        const SecretMap secrets{{u"password"_s, u"quote \" backslash \\ é 漢"_s}, {u"username"_s, QString()}};
        QCOMPARE(secretsFromJson(secretsToJson(secrets)).value(), secrets);
    }
};

QTEST_APPLESS_MAIN(tst_SecretStore)
#include "tst_secretstore.moc"
