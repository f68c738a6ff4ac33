#include "core/services/recordboard.h"
#include "support/openworkspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace syncline;
using namespace syncline::core;

/// What a record's page shows of it.
class TestRecordBoard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatItRefersToIsShownByName();

private:
    static HubRow row(const QString &id, const QString &entity, const QString &field, const Value &value)
    {
        HubRow made;
        made.id = id;
        made.entity = entity;
        made.fields.insert(field, HubField{value, {}, {}, {}, {}});
        return made;
    }
};

void TestRecordBoard::whatItRefersToIsShownByName()
{
    const QTemporaryDir folder;
    support::OpenWorkspace file;
    QVERIFY(file.open(folder.filePath(u"w"_s), true));
    auto &records = file.session().stores().records;
    QVERIFY(records.insertHub(row(u"firm"_s, u"company"_s, u"name"_s, Value::text(u"Łódź Kraft"_s))));
    QVERIFY(records.insertHub(row(u"ada"_s, u"contact"_s, u"companies"_s, Value::set({u"firm"_s, u"elsewhere"_s}))));
    const auto board = RecordPage(file.session()).open(u"ada"_s);
    QVERIFY(board);
    const auto shown = std::ranges::find(board->values, u"companies"_s, &RecordValue::field);
    QVERIFY(shown != board->values.cend());
    QCOMPARE(shown->value.members(), QStringList({u"elsewhere"_s, u"Łódź Kraft"_s})); // what is unknown keeps its id
}

QTEST_GUILESS_MAIN(TestRecordBoard)
#include "tst_recordboard.moc"
