#include "sandbox/suitecrmcomparison.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace syncline::sandbox;

namespace {

/// Recordings that the sandbox doesn't answer, each with the reason. Everything else is replayed.
const QHash<QString, QString> &outOfScope()
{
    static const QHash<QString, QString> list{
        {u"acl_meta_modules_restricted"_s, u"the same as meta_modules: the server reports no restrictions"_s},
    };
    return list;
}

} // namespace

/// Every recorded exchange with a real SuiteCRM 7.14.6, asked of the sandbox.
class TestSuiteCrmRecordings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sandboxAnswersLikeTheRecording_data();
    void sandboxAnswersLikeTheRecording();
    void valuesArriveAsRecorded();
    void textsArriveAsRecorded();
};

void TestSuiteCrmRecordings::sandboxAnswersLikeTheRecording_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &file : QDir(recordingsFolder).entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString name = file.chopped(5);
        if (!name.startsWith(u'_') && !outOfScope().contains(name))
            QTest::newRow(qPrintable(name)) << name;
    }
}

void TestSuiteCrmRecordings::sandboxAnswersLikeTheRecording()
{
    QFETCH(const QString, name);
    const Exchange exchange(name);
    SuiteCrmWorld world;
    const QString date = exchange.response["headers"_L1]["Date"_L1].toString();
    QDateTime recordedAt = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    recordedAt.setTimeSpec(Qt::UTC);
    addCommonRecords(world);
    addRelated(world, exchange);
    addShownRecords(world, exchange);
    Request asked = requestFor(world, exchange);
    if (const Preparation prepare = preparations().value(name))
        prepare(world, asked);
    if (recordedAt.isValid()) // only now: the tokens are of the sandbox's own time
        world.clock().freeze(recordedAt.toSecsSinceEpoch());
    Comparison comparison(exchange);
    comparison.compare(world.crm().handle(asked));
    QVERIFY2(comparison.differences().isEmpty(), qPrintable(u'\n' + comparison.differences().join(u'\n')));
}

void TestSuiteCrmRecordings::valuesArriveAsRecorded()
{
    QStringList differences;
    for (const QJsonValue &row : recording(u"_value_matrix"_s)["rows"_L1].toArray()) {
        SuiteCrmWorld world;
        const QString module = row["module"_L1].toString();
        const QString field = row["field"_L1].toString();
        QJsonObject attributes{{field, row["sent"_L1]}};
        if (module == "Meetings"_L1) // the recorded meeting began at 09:15 and took an hour
            attributes = {
                {u"date_start"_s, u"2026-12-02 09:15:00"_s}, {u"duration_hours"_s, u"1"_s}, {field, row["sent"_L1]}};
        const Response response = world.send("POST", "module", recordBody(module, attributes));
        const QString read = jsonBody(response)["data"_L1]["attributes"_L1][field].toString();
        if (response.status != row["status"_L1].toInt() || read != row["in_create_response"_L1].toString())
            differences.append(u"%1.%2 = %3: %4 \"%5\""_s.arg(module, field, row["sent"_L1].toVariant().toString())
                                   .arg(response.status)
                                   .arg(read));
    }
    QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences.join(u'\n')));
}

void TestSuiteCrmRecordings::textsArriveAsRecorded()
{
    QStringList differences;
    SuiteCrmWorld world;
    for (const QJsonValue &row : recording(u"_text_roundtrip_matrix"_s)["rows"_L1].toArray()) {
        const QString sent = row["sent"_L1].toString();
        world.create(u"Contacts"_s, {{u"last_name"_s, sent}, {u"description"_s, sent}});
        const QString id = world.lastId();
        for (const QString &prefix : {u"read_"_s, u"read_after_writing_back_"_s}) {
            const QJsonObject read = world.attributes(u"Contacts"_s, id);
            for (const QString &field : {u"last_name"_s, u"description"_s}) {
                if (read[field] != row[prefix + field])
                    differences.append(u"%1%2 of \"%3\": \"%4\""_s.arg(prefix, field, sent, read[field].toString()));
            }
            world.update(u"Contacts"_s, id,
                         {{u"last_name"_s, read["last_name"_L1]}, {u"description"_s, read["description"_L1]}});
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(u'\n' + differences.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSuiteCrmRecordings)
#include "tst_suitecrmrecordings.moc"
