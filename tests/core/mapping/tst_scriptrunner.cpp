#include "core/mapping/fields.h"
#include "core/mapping/livescripts.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class CountingGate final : public EffectGate
{
public:
    void before(EffectKind kind, std::string_view) override { children += kind == EffectKind::Process ? 1 : 0; }
    void after(EffectKind, std::string_view) override {}
    void waitUntil(const std::function<bool()> &, const std::function<void()> &) override {}
    int children = 0;
};

ScriptJob job(const QString &expression, const Value &value = Value::null(), const QMap<QString, Value> &record = {})
{
    return scriptJob(function(expression), value, record);
}

ScriptLimits tight()
{
    ScriptLimits limits;
    limits.cpuSeconds = 1;
    limits.wall = 5s;
    limits.resultBytes = 10'000;
    return limits;
}

Value text(const char *utf8)
{
    return Value::text(QString::fromUtf8(utf8));
}

} // namespace

class TestScriptRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_gate.children = 0; }

    void expression_givesItsValue_data()
    {
        QTest::addColumn<ScriptJob>("job");
        QTest::addColumn<Value>("result");
        const QMap<QString, Value> record{{u"first_name"_s, text("Ann")}, {u"tags"_s, Value::set({u"a"_s, u"b"_s})}};
        QTest::newRow("text") << job(u"value.trim()"_s, text(" ä ")) << text("ä");
        QTest::newRow("number") << job(u"value * 2"_s, text("21")) << text("42");
        QTest::newRow("boolean") << job(u"value > 5"_s, text("21")) << text("true");
        QTest::newRow("null") << job(u"value ?? null"_s) << Value::null();
        QTest::newRow("set") << job(u"value.map(t => t.toUpperCase())"_s, Value::set({u"b"_s, u"a"_s}))
                             << Value::set({u"A"_s, u"B"_s});
        QTest::newRow("record") << job(u"record.first_name + record.tags.length"_s, Value::null(), record)
                                << text("Ann2");
        QTest::newRow("statements") << job(u"let x = value + 'b'; return x"_s, text("a")) << text("ab");
        QTest::newRow("time stands still") << job(u"new Date().toISOString()"_s) << text("2023-11-14T22:13:20.000Z");
        QTest::newRow("no chance") << job(u"typeof Math.random"_s) << text("undefined");
    }

    void expression_givesItsValue()
    {
        QFETCH(ScriptJob, job);
        QFETCH(Value, result);
        ScriptResults results;
        const auto done = run({job}, results);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        const Transformed got = results.result(job);
        QVERIFY2(got, got ? "" : qPrintable(got.error()));
        QCOMPARE(*got, result);
    }

    void failingRecord_failsAlone()
    {
        const QList<ScriptJob> jobs{job(u"value.a.b"_s, text("x")), job(u"((("_s), job(u"value"_s, text("good"))};
        ScriptResults results;
        QVERIFY(run(jobs, results));
        QVERIFY(!results.result(jobs.at(0)));
        QVERIFY(!results.result(jobs.at(1)));
        QCOMPARE(results.result(jobs.at(2)).value(), text("good"));
        QCOMPARE(m_gate.children, 1);
    }

    void overrun_isKilledAndFailsAlone_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::newRow("time") << u"while (value == 'bad') {} return value"_s;
        QTest::newRow("time in one call") << u"value == 'bad' ? new Array(1e8).fill(1).sort().length : value"_s;
        QTest::newRow("memory")
            << u"let a = []; while (value == 'bad') a.push(new Array(100000).fill('x' + a.length)); return value"_s;
        QTest::newRow("output") << u"value == 'bad' ? 'x'.repeat(1e6) : value"_s;
    }

    void overrun_isKilledAndFailsAlone()
    {
        QFETCH(QString, expression);
        QList<ScriptJob> jobs;
        for (int i = 0; i < 20; ++i)
            jobs.append(job(expression, Value::text(i == 7 ? u"bad"_s : u"good %1"_s.arg(i))));
        ScriptResults results;
        QVERIFY(run(jobs, results));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(bool(results.result(jobs.at(i))), i != 7);
        QVERIFY(!results.result(jobs.at(7)).error().isEmpty());
    }

    void oneRecord_changesNothingForTheNext()
    {
        const QList<ScriptJob> jobs{job(u"String.prototype.trim = function () { return 'hacked'; }; return 1"_s),
                                    job(u"Function('return this')().Date = null; return 1"_s), job(u"leak = 5"_s),
                                    job(u"value.trim() + typeof leak + Date.now()"_s, text(" a "))};
        ScriptResults results;
        QVERIFY(run(jobs, results));
        QCOMPARE(results.result(jobs.last()).value(), text("aundefined1700000000000"));
    }

    void knownResults_startNoChild()
    {
        const QList<ScriptJob> jobs{job(u"value + 'x'"_s, text("a")), job(u"value + 'x'"_s, text("a"))};
        ScriptResults results;
        QVERIFY(run(jobs, results));
        QCOMPARE(results.size(), 1);
        QVERIFY(run(jobs, results));
        QCOMPARE(m_gate.children, 1);
    }

    void askedOneByOne_usesOneChild()
    {
        LiveScripts scripts(QStringLiteral(SYNCLINE_SCRIPT), m_gate, 1'700'000'000'000ms, tight());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(scripts.result(job(u"value + '!'"_s, Value::text(QString::number(i)))).value(),
                     Value::text(QString::number(i) + u'!'));
        QVERIFY(!scripts.result(job(u"value.a.b"_s, text("x"))));
        QCOMPARE(scripts.result(job(u"value + '!'"_s, text("3"))).value(), text("3!"));
        QCOMPARE(m_gate.children, 1);
    }

    void askedOneByOne_onlyTheGuiltyFails()
    {
        LiveScripts scripts(QStringLiteral(SYNCLINE_SCRIPT), m_gate, 1'700'000'000'000ms, tight());
        const QString expression = u"while (value == 'bad') {} return value"_s;
        QVERIFY(scripts.result(job(expression, text("good"))));
        const Transformed bad = scripts.result(job(expression, text("bad")));
        QVERIFY(!bad && bad.error().contains(u"stopped"_s));
        QVERIFY(scripts.result(job(expression, text("better"))));
        QVERIFY(!scripts.result(job(expression, text("bad")))); // remembered: not tried again
        QCOMPARE(m_gate.children, 3);
    }

    void missingProgram_isAnError()
    {
        ScriptRunner runner(u"/nowhere/syncline-script"_s, m_gate);
        ScriptResults results;
        const auto done = runner.run({job(u"1"_s)}, 0ms, results);
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(u"/nowhere/syncline-script"_s));
    }

private:
    Result<void> run(const QList<ScriptJob> &jobs, ScriptResults &results)
    {
        ScriptRunner runner(QStringLiteral(SYNCLINE_SCRIPT), m_gate, tight());
        return runner.run(jobs, 1'700'000'000'000ms, results);
    }

    CountingGate m_gate;
};

QTEST_GUILESS_MAIN(TestScriptRunner)
#include "tst_scriptrunner.moc"
