#include "core/sync/oraclecase.h"
#include "core/sync/planner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// The planner against the executable specification (tests/model): the same snapshot, the same plan.
class TestOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRandomSnapshotGetsTheModelsPlan();
    void theOrderOfTheInputHasNoInfluence();
    void everyRandomRunGetsTheModelsInverse();

private:
    static QList<QByteArray> cases(int count, int seed, const QStringList &what = {});
};

namespace {

int fromEnvironment(const char *name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

QByteArray shown(const QJsonObject &json)
{
    return QJsonDocument(json).toJson();
}

} // namespace

QList<QByteArray> TestOracle::cases(int count, int seed, const QStringList &what)
{
    QProcess model;
    model.setWorkingDirectory(QStringLiteral(SYNCLINE_SOURCE_DIR "/tests"));
    model.start(u"python3"_s,
                QStringList{u"-B"_s, u"-m"_s, u"model.cases"_s, QString::number(count), QString::number(seed)} + what);
    if (!model.waitForFinished(300'000) || model.exitCode() != 0)
        qFatal("the model did not run: %s", model.readAllStandardError().constData());
    QList<QByteArray> lines = model.readAllStandardOutput().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

void TestOracle::everyRandomSnapshotGetsTheModelsPlan()
{
    const int seed = fromEnvironment("SYNCLINE_SEED", 1);
    const QList<QByteArray> lines = cases(fromEnvironment("SYNCLINE_ORACLE_CASES", 4000), seed);
    QVERIFY(!lines.isEmpty());
    int number = 0;
    for (const QByteArray &line : lines) {
        const QJsonObject document = QJsonDocument::fromJson(line).object();
        const auto snapshot = syncline::test::snapshotFromCase(document.value("case"_L1).toObject());
        const QJsonObject made = syncline::test::planToOracle(syncline::core::plan(snapshot));
        const QJsonObject expected = syncline::test::expectedPlan(document.value("plan"_L1).toObject());
        for (const QString &part : {u"ops"_s, u"conflicts"_s, u"queue"_s, u"held"_s, u"ledger"_s, u"guards"_s}) {
            if (made.value(part) == expected.value(part))
                continue;
            const QByteArray message = "seed " + QByteArray::number(seed) + ", case " + QByteArray::number(number)
                + ", " + part.toUtf8() + "\nmade " + shown({{part, made.value(part)}}) + "\nexpected "
                + shown({{part, expected.value(part)}}) + "\ncase " + line;
            QFAIL(message.constData());
        }
        ++number;
    }
}

void TestOracle::theOrderOfTheInputHasNoInfluence()
{
    for (const QByteArray &line : cases(300, 7)) {
        const QJsonObject document = QJsonDocument::fromJson(line).object();
        auto snapshot = syncline::test::snapshotFromCase(document.value("case"_L1).toObject());
        const QJsonObject made = syncline::test::planToOracle(syncline::core::plan(snapshot));
        std::ranges::reverse(snapshot.links);
        std::ranges::reverse(snapshot.strangers);
        QCOMPARE(syncline::test::planToOracle(syncline::core::plan(snapshot)), made);
    }
}

void TestOracle::everyRandomRunGetsTheModelsInverse()
{
    static const QStringList outcomes{u"reversed"_s, u"kept"_s, u"not possible"_s};
    const int seed = fromEnvironment("SYNCLINE_SEED", 1);
    int number = 0;
    for (const QByteArray &line : cases(fromEnvironment("SYNCLINE_ORACLE_CASES", 2000), seed, {u"undo"_s})) {
        const QJsonObject document = QJsonDocument::fromJson(line).object();
        const auto snapshot = syncline::test::snapshotFromCase(document.value("case"_L1).toObject());
        const auto rows = syncline::test::rowsFromCase(document.value("rows"_L1).toArray());
        const auto inverse = syncline::core::undo(rows, snapshot);
        QJsonArray made;
        for (const auto &row : inverse.rows)
            made.append(outcomes[int(row.outcome)]);
        const QJsonObject plan{{u"ops"_s, syncline::test::planToOracle(inverse.plan).value("ops"_L1)},
                               {u"outcomes"_s, made}};
        const QJsonObject expected{
            {u"ops"_s, syncline::test::expectedPlan(document.value("plan"_L1).toObject()).value("ops"_L1)},
            {u"outcomes"_s, document.value("outcomes"_L1)}};
        if (plan != expected) {
            const QByteArray message = "seed " + QByteArray::number(seed) + ", case " + QByteArray::number(number)
                + "\nmade " + shown(plan) + "\nexpected " + shown(expected) + "\ncase " + line;
            QFAIL(message.constData());
        }
        ++number;
    }
    QVERIFY(number > 0);
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"
