#include "core/services/conflictcase.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// What a person's answer to a conflict over a group gives the whole group.
class TestConflictCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerLeavesAloneWhatNobodyDisputes_data();
    void theAnswerLeavesAloneWhatNobodyDisputes();
};

namespace {

Value name(const QString &first, const QString &last)
{
    Value::Parts parts{{u"last_name"_s, Value::text(last)}};
    if (!first.isEmpty())
        parts.insert(u"first_name"_s, Value::text(first));
    return Value::group(parts);
}

/// The hub knows no first name, "b" does; they differ about the last one.
ReviewItem dispute()
{
    ReviewItem item;
    item.kind = u"conflict"_s;
    item.document = {{u"field"_s, u"name"_s},
                     {u"sides"_s,
                      QJsonArray{QJsonObject{{u"system"_s, u"hub"_s}, {u"value"_s, name({}, u"Byron"_s).toJson()}},
                                 QJsonObject{{u"system"_s, u"b"_s},
                                             {u"base"_s, name({}, u"King"_s).toJson()},
                                             {u"value"_s, name(u"Ada"_s, u"Lovelace"_s).toJson()}}}}};
    return item;
}

} // namespace

void TestConflictCase::theAnswerLeavesAloneWhatNobodyDisputes_data()
{
    QTest::addColumn<ConflictAnswer>("answer");
    QTest::addColumn<QString>("last");
    QTest::newRow("the hub's") << ConflictAnswer{u"hub"_s, {}, false} << u"Byron"_s;
    QTest::newRow("the other side's") << ConflictAnswer{u"b"_s, {}, false} << u"Lovelace"_s;
    QTest::newRow("as it was") << ConflictAnswer{u"base"_s, {}, false} << u"King"_s;
    QTest::newRow("typed") << ConflictAnswer{{}, Value::text(u"Noel"_s), false} << u"Noel"_s;
}

void TestConflictCase::theAnswerLeavesAloneWhatNobodyDisputes()
{
    QFETCH(ConflictAnswer, answer);
    QFETCH(QString, last);
    QCOMPARE(toConflictCase(dispute()).field, u"last_name"_s);
    const auto value = valueOfAnswer(dispute(), answer);
    QVERIFY(value);
    QCOMPARE(*value, name(u"Ada"_s, last));
}

QTEST_GUILESS_MAIN(TestConflictCase)
#include "tst_conflictcase.moc"
