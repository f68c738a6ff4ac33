#include "support/program.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::test;

namespace {

struct Office
{
    SandboxProgram program{{u"activecampaign"_s}, {u"--records"_s, u"250"_s}};
    StandIn crm = program.standIns().value(0);
    Workspace workspace;
    QString file = workspace.folder() + u"/mirror.db"_s;

    Office() { workspace.connect(u"crm"_s, crm); }

    QStringList command(const QStringList &options = {}) const
    {
        return QStringList{u"mirror"_s, u"crm"_s, u"--to"_s, u"sqlite:"_s + file} + options;
    }
    QJsonObject mirrored(const QStringList &options = {}) const { return workspace.must(command(options)).object(); }

    QStringList column(const QString &sql) const
    {
        QStringList cells;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
            database.setDatabaseName(file);
            if (!database.open())
                QTest::qFail("the file cannot be opened", __FILE__, __LINE__);
            QSqlQuery query(database);
            if (!query.exec(sql))
                QTest::qFail(qPrintable(sql + u": "_s + query.lastError().text()), __FILE__, __LINE__);
            while (query.next())
                cells << query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(u"reader"_s);
        return cells;
    }
    QString value(const QString &sql) const { return column(sql).value(0); }
    QString people() const { return QString::number(crm.records(u"contacts"_s).size()); }
    /// Every typed row has its document in its place, and no document is without one.
    void mustBeEven() const
    {
        QCOMPARE(value(u"SELECT count(*) FROM ac_contacts"_s), people());
        QCOMPARE(value(u"SELECT count(*) FROM ac_contacts c JOIN ac_sync_data d ON d.data_type = 'contacts'"
                       " AND d.chunk = c.chunk WHERE json_extract(d.json_data, '$[' || c.position || '].id') = c.id"_s),
                 people());
        QCOMPARE(value(u"SELECT sum(json_array_length(json_data)) FROM ac_sync_data WHERE data_type = 'contacts'"_s),
                 people());
    }
};

} // namespace

class TestMirrorSqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileHoldsWhatTheDatabaseWould();
    void changesAreMerged();
    void oldGenerationsGo();
    void aFileThatIsNotOursIsLeftAlone();
};

void TestMirrorSqlite::aFileHoldsWhatTheDatabaseWould()
{
    const Office office;
    const QJsonObject report = office.mirrored();
    QCOMPARE(report["kind"_L1].toString(), u"full"_s);
    office.mustBeEven();
    QCOMPARE(office.value(u"SELECT contacts_count FROM ac_latest_sync"_s), office.people());
    QCOMPARE(office.value(u"SELECT success_rate FROM ac_sync_statistics"_s), u"100"_s);
    QCOMPARE(office.value(u"SELECT count(DISTINCT pipeline_name) FROM ac_deals"_s), u"2"_s);
    QCOMPARE(QFile::permissions(office.file) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
}

void TestMirrorSqlite::changesAreMerged()
{
    const Office office;
    office.mirrored();
    const QString first = office.value(u"SELECT min(id) FROM ac_contacts"_s);
    office.crm.setClock(3600);
    office.crm.edit(u"contacts"_s, first, {{u"firstName"_s, u"Changed"_s}});
    office.crm.create(u"contacts"_s, {{u"email"_s, u"new@example.org"_s}, {u"firstName"_s, u"New"_s}});
    const QJsonObject report = office.mirrored();
    QCOMPARE(report["kind"_L1].toString(), u"incremental"_s);
    office.mustBeEven();
    QCOMPARE(office.value(u"SELECT first_name FROM ac_contacts WHERE id = '%1'"_s.arg(first)), u"Changed"_s);
    QCOMPARE(office.value(u"SELECT count(*) FROM ac_contacts WHERE lower(email) = 'new@example.org'"_s), u"1"_s);
}

void TestMirrorSqlite::oldGenerationsGo()
{
    const Office office;
    for (int i = 0; i < 3; ++i)
        office.mirrored({u"--full"_s, u"--keep"_s, u"2"_s});
    QCOMPARE(office.column(
                 u"SELECT name FROM sqlite_master WHERE name LIKE 'ac_contacts_g%' AND type = 'table' ORDER BY 1"_s),
             (QStringList{u"ac_contacts_g2"_s, u"ac_contacts_g3"_s}));
    office.mustBeEven();
}

void TestMirrorSqlite::aFileThatIsNotOursIsLeftAlone()
{
    const Office office;
    QFile text(office.file);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    const Ran noDatabase = office.workspace.run(office.command());
    QCOMPARE(noDatabase.exitCode, 2);
    QVERIFY2(noDatabase.error().contains("no SQLite database"_L1), qPrintable(noDatabase.error()));
    QVERIFY(text.remove());
    office.column(u"CREATE TABLE ac_contacts (mine)"_s);
    const Ran foreign = office.workspace.run(office.command());
    QCOMPARE(foreign.exitCode, 1);
    QVERIFY2(foreign.error().contains("holds something named ac_contacts"_L1), qPrintable(foreign.error()));
}

QTEST_GUILESS_MAIN(TestMirrorSqlite)
#include "tst_mirrorsqlite.moc"
