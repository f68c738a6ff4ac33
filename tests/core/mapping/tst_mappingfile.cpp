#include "core/mapping/fields.h"
#include "core/mapping/mappingfile.h"

#include <QTest>

using namespace syncline;
using namespace syncline::core;
using namespace syncline::core::test;
using namespace Qt::StringLiterals;

namespace {

/// The example of the reference.
const QByteArray example = R"({"syncline_mapping": 1, "integration": "crm", "entities": [
  {"hub": "contact", "remote": "Contacts", "enabled": true, "direction": "both",
   "match": [["email"]], "conflict": "manual", "deletes": "ask", "filter": "",
   "fields": [
     {"hub": "email", "remote": "email1", "direction": "both", "required": true, "default": null,
      "transform": {"type": "direct"}, "inverse": null, "conflict": null},
     {"hub": "stage", "remote": "lead_status", "direction": "push",
      "transform": {"type": "lookup", "table": {"pending": "new", "diagnosed": "qualified"}, "otherwise": null}}]}]})";

} // namespace

class TestMappingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void example_isUnderstood()
    {
        const auto file = mappingFileFromJson(example);
        QVERIFY2(file, file ? "" : qPrintable(file.error().message));
        QCOMPARE(file->integration, u"crm"_s);
        const EntityMapping &contact = file->entities.first();
        QCOMPARE(contact.match, QList<QStringList>{{u"email"_s}});
        QVERIFY(contact.fields.first().required);
        QVERIFY(contact.fields.last().direction == Direction::Push);
        QCOMPARE(contact.fields.last().transform.table.value(u"pending"_s), u"new"_s);
        QVERIFY(!contact.fields.last().transform.otherwise);
    }

    void exported_comesBackEqual()
    {
        MappingFile file = mappingFileFromJson(example).value();
        EntityMapping &contact = file.entities.first();
        contact.enabled = false;
        contact.direction = Direction::Pull;
        contact.conflict = ConflictPolicy::SecondaryWins;
        contact.deletes = DeletePolicy::Archive;
        contact.filter = u"country = \"Germany\""_s;
        contact.match = {{u"email"_s}, {u"phone"_s, u"last_name"_s}};
        FieldMapping tags = line(u"tags"_s, u"tags"_s);
        tags.transform = builtin(Builtin::TagAdd, {{u"tag"_s, u"crm"_s}});
        tags.inverse = function(u"value"_s);
        tags.defaultValue = Value::set({u"a"_s, u"b"_s});
        tags.conflict = ConflictPolicy::LastWriteWins;
        tags.enforce = true;
        tags.tagNamespace = u"crm:"_s;
        contact.fields.append(tags);
        const auto read = mappingFileFromJson(mappingFileToBytes(file));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QVERIFY(*read == file);
    }

    void wrongFile_isRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const QString &named,
                            const QString &place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << named << place;
        };
        row("file key", "\"integration\"", "\"colour\": 1, \"integration\"", u"colour"_s, u"file"_s);
        row("entity key", "\"enabled\"", "\"enabeld\": true, \"enabled\"", u"enabeld"_s, u"entities[0]"_s);
        row("field key", "\"required\"", "\"requierd\"", u"requierd"_s, u"entities[0].fields[0]"_s);
        row("transform key", "\"otherwise\"", "\"other\"", u"other"_s, u"entities[0].fields[1].transform"_s);
        row("direction", "\"push\"", "\"up\"", u"up"_s, u"entities[0].fields[1]"_s);
        row("policy", "\"manual\"", "\"guess\"", u"guess"_s, u"entities[0]"_s);
        row("no remote", "\"remote\": \"email1\", ", "", u"remote"_s, u"entities[0].fields[0]"_s);
        row("flag", "\"required\": true", "\"required\": \"yes\"", u"required"_s, u"entities[0].fields[0]"_s);
        row("match", "[[\"email\"]]", "[\"email\"]", u"match"_s, u"entities[0]"_s);
        row("version", "\"syncline_mapping\": 1", "\"syncline_mapping\": 2", u"2"_s, u"version"_s);
        row("no version", "\"syncline_mapping\": 1, ", "", u"syncline_mapping"_s, u"file"_s);
        row("field that is no object", "{\"hub\": \"email\", \"remote\": \"email1\", ",
            "7, {\"hub\": \"email\", \"remote\": \"email1\", ", u"object"_s, u"entities[0].fields[0]"_s);
        row("not JSON", "]}]}", "]}", u"JSON"_s, u"byte"_s);
    }

    void wrongFile_isRefusedByName()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, named);
        QFETCH(QString, place);
        QByteArray bytes = example;
        QVERIFY(bytes.contains(from));
        bytes.replace(from, to);
        const auto file = mappingFileFromJson(bytes);
        QVERIFY(!file);
        QVERIFY(file.error().kind == ErrorKind::Usage);
        QVERIFY2(file.error().message.contains(named), qPrintable(file.error().message));
        QVERIFY2(file.error().message.contains(place), qPrintable(file.error().message));
    }

    void entitiesThatAreNoList_areRefused()
    {
        const auto file = mappingFileFromJson(R"({"syncline_mapping": 1, "integration": "crm", "entities": {}})");
        QVERIFY(!file);
        QVERIFY(file.error().message.contains(u"entities"_s));
    }

    void narrowerDirection_isWhatBothAllow()
    {
        QVERIFY(narrower(Direction::Both, Direction::Pull) == Direction::Pull);
        QVERIFY(narrower(Direction::Push, Direction::Both) == Direction::Push);
        QVERIFY(!narrower(Direction::Push, Direction::Pull));
    }
};

QTEST_GUILESS_MAIN(TestMappingFile)
#include "tst_mappingfile.moc"
