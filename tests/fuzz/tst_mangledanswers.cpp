#include "fuzz/recorder.h"

#include <QTest>

#include <array>
#include <random>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::fuzz;

namespace {

/// The same text every time: the standard's engine has one sequence, its distributions do not.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    qsizetype below(qsizetype count) { return count <= 0 ? 0 : qsizetype(m_engine() % std::size_t(count)); }

private:
    std::mt19937 m_engine;
};

/// Where a JSON value begins behind `from`, and where it ends: a text, a number or a word.
std::pair<qsizetype, qsizetype> valueBehind(const QByteArray &json, qsizetype from)
{
    const qsizetype colon = json.indexOf(':', from);
    if (colon < 0)
        return {-1, -1};
    qsizetype end = colon + 1;
    while (end < json.size() && json[end] == ' ')
        ++end;
    if (end < json.size() && json[end] == '"') {
        end = json.indexOf('"', end + 1);
        return {colon + 1, end < 0 ? json.size() : end + 1};
    }
    while (end < json.size() && !QByteArrayView(",]}\n").contains(json[end]))
        ++end;
    return {colon + 1, end};
}

void mangleBody(QByteArray &body, Dice &dice)
{
    static const std::array<QByteArray, 12> others{"null",
                                                   "[]",
                                                   "{}",
                                                   "\"\"",
                                                   "-1",
                                                   "1e400",
                                                   "true",
                                                   "[[]]",
                                                   "[null]",
                                                   R"({"id": null})",
                                                   R"("2026-02-30T99:99:99+25:00")",
                                                   "12345678901234567890123"};
    switch (dice.below(5)) {
    case 0: // the connection breaks
        body.truncate(dice.below(body.size()));
        return;
    case 1: // a byte is another one
        if (!body.isEmpty())
            body[dice.below(body.size())] = char(dice.below(256));
        return;
    case 2: // something in it comes twice
        body.insert(dice.below(body.size()), body.mid(dice.below(body.size()), dice.below(200)));
        return;
    default:
        const auto [from, to] = valueBehind(body, dice.below(body.size()));
        if (from >= 0)
            body.replace(from, to - from, others[std::size_t(dice.below(qsizetype(others.size())))]);
    }
}

void mangle(Tape &tape, Dice &dice)
{
    static constexpr std::array statuses{0, 200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503};
    if (tape.answers.isEmpty())
        return;
    const qsizetype place = dice.below(tape.answers.size());
    switch (dice.below(6)) {
    case 0:
        tape.answers[place].status = statuses[std::size_t(dice.below(qsizetype(statuses.size())))];
        return;
    case 1: // the answer to another request
        tape.answers[place] = tape.answers[dice.below(tape.answers.size())];
        return;
    default:
        mangleBody(tape.answers[place].body, dice);
    }
}

} // namespace

/// Whatever a CRM answers, a connector comes to an end and keeps what connectors/api promises.
class TestMangledAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectorsKeepTheirPromises_data();
    void connectorsKeepTheirPromises();
};

void TestMangledAnswers::connectorsKeepTheirPromises_data()
{
    QTest::addColumn<int>("party");
    const auto parties = contract::parties();
    for (int i = 0; i < parties.size(); ++i)
        QTest::newRow(qPrintable(parties[i].provider)) << i;
}

void TestMangledAnswers::connectorsKeepTheirPromises()
{
    constexpr unsigned timesEach = 150;
    QFETCH(int, party);
    Recorder recorder(party);
    int answers = 0;
    recorder.record([&](const Visit &visit, const QString &broken) {
        QCOMPARE(broken, QString());
        answers += int(visit.tape.answers.size());
        QCOMPARE(brokenPromise(Visit::fromBytes(visit.toBytes())), QString());
        for (unsigned seed = 0; seed < timesEach; ++seed) {
            Visit mangled = visit;
            Dice dice(seed);
            for (qsizetype times = 1 + dice.below(3); times > 0; --times)
                mangle(mangled.tape, dice);
            const QString problem = brokenPromise(mangled);
            QVERIFY2(problem.isEmpty(),
                     qPrintable(u"task %1, seed %2: %3"_s.arg(int(visit.task)).arg(seed).arg(problem)));
        }
    });
    QVERIFY(answers > taskCount);
}

QTEST_GUILESS_MAIN(TestMangledAnswers)
#include "tst_mangledanswers.moc"
