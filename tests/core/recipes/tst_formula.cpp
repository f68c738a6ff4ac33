#include "core/recipes/formula.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

namespace {

const QByteArray body = R"({"customer": {"name": "Ada  King Lovelace", "email": "ada@example.org"}, "amount": 299.99,
    "id": 9007199254740993, "tags": ["a", "b"], "on": "2026-01-31",
    "handles": [{"platform": "twitter", "handle": "@ada"}, {"platform": "discord", "handle": "ada#1"}]})";

QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson("[" + text + "]").array().first();
}

} // namespace

/// What recipes compute from an event, settings and records.
class TestFormula : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void computes_data();
    void computes();
    void decides_data();
    void decides();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void saysWhatCannotBeComputed_data();
    void saysWhatCannotBeComputed();

private:
    JsonDocument m_event;
    FormulaInput m_input;
};

void TestFormula::initTestCase()
{
    m_event = *JsonDocument::parse(body);
    m_input = {m_event.root(),
               {{u"rate"_s, u"0.02"_s}},
               {{u"record"_s, {{u"x_total_spent"_s, u"900.51"_s}}}, {u"deal"_s, {{u"id"_s, u"d-1"_s}}}},
               u"2026-03-01T10:00:00Z"_s};
}

void TestFormula::computes_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *formula, const QString &value) {
        QTest::newRow(name) << QByteArray(formula) << value;
    };
    row("text", R"("VIP")", u"VIP"_s);
    row("path", R"("{event.customer.email}")", u"ada@example.org"_s);
    row("long number", R"("{event.id}")", u"9007199254740993"_s);
    row("list", R"("{event.tags}")", u"a, b"_s);
    row("selected", R"("{event.handles[platform=discord].handle}")", u"ada#1"_s);
    row("selected from nothing", R"("{event.handles[platform=x].handle}")", {});
    row("missing", R"("{event.nothing.at.all}")", {});
    row("joined", R"("Repair {event.id}: {deal.id}")", u"Repair 9007199254740993: d-1"_s);
    row("now", R"("{now}")", u"2026-03-01T10:00:00Z"_s);
    row("first word", R"({"first_word": "{event.customer.name}"})", u"Ada"_s);
    row("other words", R"({"other_words": "{event.customer.name}"})", u"King Lovelace"_s);
    row("sum", R"({"sum": ["{record.x_total_spent}", "{event.amount}"]})", u"1200.5"_s);
    row("sum with a blank", R"({"sum": ["{record.x_points}", "1"]})", u"1"_s);
    row("points",
        R"({"product": [{"sum": ["{record.x_total_spent}", "{event.amount}"]}, "{settings.rate}"], "round": "down"})",
        u"24"_s);
    row("lookup", R"({"lookup": "b", "table": {"b": "two"}})", u"two"_s);
    row("lookup otherwise", R"({"lookup": "c", "table": {"b": "two"}, "otherwise": "some"})", u"some"_s);
    row("days", R"({"add_days": ["{now}", "14"]})", u"2026-03-15T10:00:00Z"_s);
    row("months of a day", R"({"add_months": ["{event.on}", "1"]})", u"2026-02-28"_s);
    row("if", R"({"if": {"is_blank": "{event.currency}"}, "then": "GBP", "else": "{event.currency}"})", u"GBP"_s);
}

void TestFormula::computes()
{
    QFETCH(QByteArray, formula);
    const auto read = Formula::fromJson(json(formula), u"here"_s);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    const auto value = read->value(m_input);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QTEST(*value, "value");
}

void TestFormula::decides_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<bool>("holds");
    QTest::newRow("at least") << QByteArray(R"({"at_least": ["{event.amount}", "299.99"]})") << true;
    QTest::newRow("less") << QByteArray(R"({"at_least": ["{event.amount}", "300"]})") << false;
    QTest::newRow("as numbers") << QByteArray(R"({"at_least": ["1000", "999"]})") << true;
    QTest::newRow("no number") << QByteArray(R"({"at_least": ["many", "1"]})") << false;
    QTest::newRow("equals") << QByteArray(R"({"equals": ["{deal.id}", "d-1"]})") << true;
    QTest::newRow("not") << QByteArray(R"({"not": {"is_blank": "{deal.id}"}})") << true;
    QTest::newRow("all") << QByteArray(R"({"all": [{"is_blank": ""}, {"is_blank": "x"}]})") << false;
    QTest::newRow("any") << QByteArray(R"({"any": [{"is_blank": ""}, {"is_blank": "x"}]})") << true;
}

void TestFormula::decides()
{
    QFETCH(QByteArray, condition);
    const auto read = Condition::fromJson(json(condition), u"here"_s);
    QVERIFY(read);
    QTEST(read->holds(m_input).value_or(false), "holds");
}

void TestFormula::refusesBadFiles_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::newRow("number") << QByteArray("5");
    QTest::newRow("unknown operation") << QByteArray(R"({"power": ["2", "3"]})");
    QTest::newRow("two operations") << QByteArray(R"({"sum": ["1", "2"], "product": ["1", "2"]})");
    QTest::newRow("unknown key") << QByteArray(R"({"sum": ["1", "2"], "rounding": "down"})");
    QTest::newRow("unknown rounding") << QByteArray(R"({"sum": ["1", "2"], "round": "up"})");
    QTest::newRow("too few") << QByteArray(R"({"add_days": ["{now}"]})");
    QTest::newRow("open brace") << QByteArray(R"("Hello {event.name")");
    QTest::newRow("no reference") << QByteArray(R"("Hello {name}")");
}

void TestFormula::refusesBadFiles()
{
    QFETCH(QByteArray, formula);
    const auto read = Formula::fromJson(json(formula), u"steps[3].key"_s);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(u"steps[3].key"_s), qPrintable(read.error().message));
}

void TestFormula::saysWhatCannotBeComputed_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::newRow("no number") << QByteArray(R"({"sum": ["{event.customer.email}", "1"]})");
    QTest::newRow("not in the table") << QByteArray(R"({"lookup": "c", "table": {"b": "two"}})");
    QTest::newRow("no time") << QByteArray(R"({"add_days": ["{event.customer.name}", "1"]})");
}

void TestFormula::saysWhatCannotBeComputed()
{
    QFETCH(QByteArray, formula);
    const auto value = Formula::fromJson(json(formula), u"here"_s)->value(m_input);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::Validation);
}

QTEST_GUILESS_MAIN(TestFormula)
#include "tst_formula.moc"
